import type { IdentitySettings, PbxSettings, Profile, Settings } from './schema.ts';

/** The first profile, to which everything belongs that was stored before there were others. */
export const firstProfileId = 'main';

/** More than anybody switches between. */
export const mostProfiles = 20;
export const longestName = 64;

/** A profile as people tell it from others. */
export interface ProfileSummary extends Pick<Profile, 'id'> {
  /** Its name, else its address; empty when it has neither. */
  readonly name: string;
  readonly address: string;
  readonly caller: string;
  readonly active: boolean;
}

/** All profiles, always in the same order whichever is active. */
export function profilesOf(settings: Settings): readonly ProfileSummary[] {
  const all = [
    summary(settings.profile, settings, true),
    ...settings.otherProfiles.map((other) => summary(other, other, false)),
  ];
  return all.sort((a, b) => compare(a.name, b.name) || compare(a.id, b.id));
}

/** What calls of each profile are marked with, deleted ones too. */
export function profileNames(settings: Settings): ReadonlyMap<string, string> {
  return new Map([...settings.formerProfiles, ...profilesOf(settings)].map(({ id, name }) => [id, name]));
}

/** Calls of the history may belong to more than one. */
export function hasSeveralProfiles({ otherProfiles, formerProfiles }: Settings): boolean {
  return otherProfiles.length + formerProfiles.length > 0;
}

function summary(
  { id, name }: Profile,
  { pbx, identity }: { readonly pbx: PbxSettings; readonly identity: IdentitySettings },
  active: boolean,
): ProfileSummary {
  const address = pbx.address.replace(/^https?:\/\//i, '');
  return { id, name: name === '' ? address : name, address, caller: identity.caller, active };
}

function compare(a: string, b: string): number {
  return a.localeCompare(b);
}
