import type { ContactName } from '../../../shared/domain/contact/contact.ts';
import type { TrunkPresence } from '../../../shared/domain/pbx-directory.ts';
import type { Trunk } from '../../../shared/domain/trunk.ts';

/** What can be done with the trunk that stands in the picker, besides calling by it. */
export type TrunkDeed = 'favourite' | 'notFavourite' | 'keepFor' | 'notKeepFor';

/**
 * Favourites first. One that came since the list was read is there too; one that went stands there and says so. Where the list is not
 * known, favourites are what there is to choose from.
 */
export function offeredTrunks(
  list: readonly Trunk[] | null,
  told: readonly TrunkPresence[],
  favourites: readonly string[],
): readonly Trunk[] {
  const listed = list ?? [];
  const names = new Set(listed.map(({ name }) => name));
  const heard = told.map(({ name }) => name).filter((name) => !names.has(name));
  const more = list === null ? new Set([...heard, ...favourites]) : heard;
  const all = [...listed, ...[...more].map((name) => ({ name, description: '', active: true }))];
  const first = new Set(favourites);
  return [...all.filter(({ name }) => first.has(name)), ...all.filter(({ name }) => !first.has(name))];
}

/** `owner`: whose number is typed. What the PBX's directory says of somebody cannot be written. */
export function trunkDeeds(
  trunk: string,
  favourites: readonly string[],
  owner: Pick<ContactName, 'source' | 'trunkName'> | null,
): readonly TrunkDeed[] {
  if (trunk === '') return [];
  const mark = favourites.includes(trunk) ? 'notFavourite' : 'favourite';
  if (owner === null || owner.source !== 'own') return [mark];
  return [owner.trunkName === trunk ? 'notKeepFor' : 'keepFor', mark];
}
