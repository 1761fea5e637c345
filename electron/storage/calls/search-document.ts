import type { CallWork } from '../../../shared/domain/after-call/call-work.ts';
import type { Call } from '../../../shared/domain/call.ts';
import { otherParty } from '../../../shared/domain/call-view.ts';
import { numberKey } from '../../../shared/domain/contact/number-key.ts';
import { historyHaystack } from '../../../shared/domain/history/history-text.ts';
import { textHash } from './id-columns.ts';

/** Another number: what is in the index was made by other rules, and is made anew. */
export const documentVersion = 3;

/**
 * What the index of calls holds of one, each column by its groups of three characters. `text` is what is searched, which characters
 * it repeats, and the outcome; the others are one group each, of characters that no text has, so that calls which have something in common stand in one list.
 */
export interface SearchDocument {
  readonly text: string;
  readonly party: string;
  readonly facet: string;
}

// No folded text has capitals or signs, nor control characters.
const firsts = [..."!$%&'()+,-./:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`{|}~"];
const others = [...firsts, ...Array.from({ length: 25 }, (_, at) => String.fromCharCode(7 + at))];

export function searchDocument(call: Call, work: CallWork | null, facetKey: number): SearchDocument {
  const text = historyHaystack(call, work);
  return {
    text: text + runTokens(text).join('') + (work?.outcome == null ? '' : outcomeToken(work.outcome)),
    party: partyToken(otherParty(call)) ?? '',
    facet: facetToken(facetKey),
  };
}

export const facetToken = (facetKey: number) => token('\u0002', facetKey);
export const outcomeToken = (code: string) => token('\u0004', textHash(code));

/** Longer ones are looked for as this. */
const longestRun = 16;

/**
 * One for each character that a text has four times and more in a row: `9999` is made of one group, which many calls have that end
 * otherwise.
 */
export function runTokens(text: string): readonly string[] {
  const tokens = new Set<string>();
  for (const [run, character = ''] of text.matchAll(/(\S)\1{3,}/gu)) {
    const length = Math.min(longestRun, run.length / character.length);
    for (let at = 4; at <= length; at += 1) tokens.add(`\u0006${character}${firsts[at] ?? ''}`);
  }
  return [...tokens];
}

/** Numbers that may be one party have the same; null: no number, so no party that could be found again. */
export function partyToken(number: string): string | null {
  const key = numberKey(number);
  const ending = key === null ? number : key.ending || key.digits;
  return ending === '' ? null : endingToken(ending);
}

/** Of a number that ends like this. */
export function endingToken(ending: string): string {
  const place = textHash(ending) >>> 0;
  const first = firsts[place % firsts.length] ?? '';
  return first + twoOf(Math.floor(place / firsts.length));
}

function token(sort: string, number: number): string {
  return sort + twoOf(number >>> 0);
}

function twoOf(number: number): string {
  const one = number % others.length;
  const two = Math.floor(number / others.length) % others.length;
  return `${others[one] ?? ''}${others[two] ?? ''}`;
}
