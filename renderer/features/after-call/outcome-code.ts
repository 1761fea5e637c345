import { outcomeLimits } from '../../../shared/domain/after-call/outcome.ts';

/** A code made of a name, other than those that are taken. */
export function codeFrom(name: string, taken: readonly string[]): string {
  const made = name
    .trim()
    .toLocaleLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\u200c]+/gu, '-')
    .replace(/^[^\p{L}\p{N}]+|[-\u200c]+$/gu, '')
    .slice(0, outcomeLimits.code - 3);
  if (made === '' || !taken.includes(made)) return made;
  const next = taken.findIndex((_one, index) => !taken.includes(`${made}-${index + 2}`));
  return `${made}-${next < 0 ? taken.length + 2 : next + 2}`;
}
