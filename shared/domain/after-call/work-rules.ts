import type { CallWork } from './call-work.ts';
import { longestTag, mostTags } from './work-limits.ts';

export const emptyWork: CallWork = {
  note: '',
  outcome: null,
  tags: [],
  awaitsOutcome: false,
  followUpAtMs: null,
  followUpDoneAtMs: null,
};

/** No code of an outcome is empty. */
export const noOutcome = '';

/** Nothing is left of it that a row would have to keep. */
export function isEmptyWork({ note, outcome, tags, awaitsOutcome, followUpAtMs }: CallWork): boolean {
  return note === '' && outcome === null && tags.length === 0 && !awaitsOutcome && followUpAtMs === null;
}

/** As it is kept: without spaces around, each once whatever its case, no more than there is room for. */
export function tidyTags(tags: readonly string[]): readonly string[] {
  const kept: string[] = [];
  for (const tag of tags) {
    const tidy = tag.trim().replace(/\s+/g, ' ').slice(0, longestTag);
    if (tidy !== '' && !kept.some((known) => sameTag(known, tidy))) kept.push(tidy);
  }
  return kept.slice(0, mostTags);
}

export function sameTag(one: string, other: string): boolean {
  return one.toLocaleLowerCase() === other.toLocaleLowerCase();
}
