import type { CallWork } from '../../../shared/domain/after-call/call-work.ts';
import type { Call } from '../../../shared/domain/call.ts';
import { callQueue, callTrunkName, otherParty, recordingFile } from '../../../shared/domain/call-view.ts';
import { numberKey } from '../../../shared/domain/contact/number-key.ts';
import { historyHaystack } from '../../../shared/domain/history/history-text.ts';
import { textHash } from './id-columns.ts';

/** Another number: what is in the index was made by other rules, and is made anew. */
export const documentVersion = 1;

/**
 * What the index of calls holds of one, each column by its groups of three characters. `text` is what is searched; the others are
 * one group each, of characters that `text` has none of, so that calls which have something in common stand in one list.
 */
export interface SearchDocument {
  readonly text: string;
  readonly party: string;
  readonly kind: string;
  readonly trunk: string;
  readonly queue: string;
  readonly marks: string;
  readonly outcome: string;
}

// No folded text has capitals or signs, nor control characters.
const firsts = [..."!$%&'()+,-./:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`{|}~"];
const others = [...firsts, ...Array.from({ length: 25 }, (_, at) => String.fromCharCode(7 + at))];

export function searchDocument(call: Call, work: CallWork | null, kindKey: number): SearchDocument {
  const trunk = callTrunkName(call);
  const queue = callQueue(call);
  const noted = work !== null && work.note !== '';
  return {
    text: historyHaystack(call, work),
    party: partyToken(otherParty(call)) ?? '',
    kind: kindToken(kindKey),
    trunk: trunk === null ? '' : trunkToken(trunk),
    queue: queue === null ? '' : queueToken(queue),
    marks:
      recordingFile(call) === null ? (noted ? markTokens.noted : '') : noted ? markTokens.both : markTokens.recorded,
    outcome: work?.outcome == null ? '' : outcomeToken(work.outcome),
  };
}

export const kindToken = (kindKey: number) => token('\u0001', kindKey);
export const trunkToken = (name: string) => token('\u0002', textHash(name));
export const queueToken = (name: string) => token('\u0003', textHash(name));
export const outcomeToken = (code: string) => token('\u0004', textHash(code));
export const markTokens = {
  recorded: token('\u0005', 1),
  noted: token('\u0005', 2),
  both: token('\u0005', 3),
} as const;

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
