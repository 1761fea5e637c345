import type { LinkScheme } from '../../../shared/domain/link-schemes.ts';

/** What opens links; a third group says what must not. */
const groups = ['Default Applications', 'Added Associations'];

/** A `mimeapps.list` in which the entry opens links of a kind no more; everything else stays as it was written. */
export function withoutDefault(list: string, scheme: LinkScheme, entry: string): string {
  const chosen = `x-scheme-handler/${scheme}=`;
  let ours = false;
  return list
    .split('\n')
    .flatMap((line) => {
      const group = /^\s*\[(.*)\]\s*$/.exec(line)?.[1];
      if (group !== undefined) ours = groups.includes(group);
      if (!ours || !line.replace(/\s*=/, '=').startsWith(chosen)) return [line];
      const entries = line.slice(line.indexOf('=') + 1).split(';');
      const others = entries.map((name) => name.trim()).filter((name) => name !== '' && name !== entry);
      if (!entries.some((name) => name.trim() === entry)) return [line];
      return others.length === 0 ? [] : [`${chosen}${others.join(';')};`];
    })
    .join('\n');
}
