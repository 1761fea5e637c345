import type { Disposition } from '../../shared/domain/disposition.ts';
import { toText } from './field-readers.ts';

/** Letters only, in capitals: one server writes `NO ANSWER`, another `No Answered`. */
const dispositionWords: ReadonlyMap<string, Disposition> = new Map([
  ['ANSWERED', 'answered'],
  ['ANSWER', 'answered'],
  ['NOANSWER', 'no-answer'],
  ['NOANSWERED', 'no-answer'],
  ['BUSY', 'busy'],
  ['FAILED', 'failed'],
  ['CHANUNAVAIL', 'failed'],
  ['CONGESTION', 'congestion'],
  ['CANCEL', 'cancelled'],
  ['CANCELLED', 'cancelled'],
  ['CANCELED', 'cancelled'],
]);

/** Null when the PBX said nothing, `unknown` when it said a word that is in no document. */
export function toDisposition(value: unknown): Disposition | null {
  const word = toText(value);
  return word === null ? null : (dispositionWords.get(word.toUpperCase().replace(/[^A-Z]/g, '')) ?? 'unknown');
}
