import { toLatinDigits } from '../../../shared/domain/digits.ts';
import { groupForReading } from '../../../shared/domain/group-for-reading.ts';
import { type DigitScript, localDigits } from '../../text/format-duration.ts';

/**
 * The number field keeps what was typed and shows it grouped, in the digits that the agent chose. What is shown differs
 * from what was typed by spaces between digits alone, so a place in one is a place in the other: the one after as many
 * characters that are no such space.
 */
const separator = ' ';

/** Grouped when it is a plain number so far; anything else stays as typed, apart from the script of its digits. */
export function showTyped(typed: string, script: DigitScript): string {
  return localDigits(isPlain(typed) ? groupForReading(toLatinDigits(typed)) : toLatinDigits(typed), script);
}

/** The place in the typed text of a place in what is shown for it. */
export function typedPlace(typed: string, shown: string, place: number): number {
  return isPlain(typed) ? withoutSeparators(shown.slice(0, place)).length : place;
}

/** The place in what is shown: right behind the same character, before a separator. */
export function shownPlace(typed: string, shown: string, place: number): number {
  if (!isPlain(typed)) return place;
  let left = place;
  for (let at = 0; at < shown.length; at += 1) {
    if (left === 0) return at;
    if (shown[at] !== separator) left -= 1;
  }
  return shown.length;
}

/** A change that the field made to the text it shows; `caret` is where the caret stands after it. */
export interface FieldChange {
  readonly shown: string;
  readonly caret: number;
  /** By the Delete key, which takes what is behind the caret. */
  readonly forward: boolean;
}

export interface TypedEdit {
  /** The part of the typed text that is replaced. */
  readonly start: number;
  readonly end: number;
  readonly inserted: string;
}

/** Says what a change of the shown text means for the typed one. */
export function readChange(typed: string, before: string, change: FieldChange): TypedEdit {
  const { from, to, inserted } = difference(before, change);
  const start = typedPlace(typed, before, from);
  const end = typedPlace(typed, before, to);
  if (!isPlain(typed)) return { start, end, inserted };
  // A space between digits is the field's own business.
  if (inserted === separator) return { start, end, inserted: '' };
  // A separator alone was deleted: the digit beyond it was meant.
  if (inserted === '' && start === end && from < to) {
    return change.forward
      ? { start, end: Math.min(start + 1, typed.length), inserted }
      : { start: Math.max(0, start - 1), end: start, inserted };
  }
  return { start, end, inserted };
}

function isPlain(typed: string): boolean {
  return /^\+?\d*$/.test(toLatinDigits(typed));
}

function withoutSeparators(shown: string): string {
  return shown.replaceAll(separator, '');
}

/** What stands behind the caret was there before; of the rest, what is equal at the beginning was, too. */
function difference(
  before: string,
  { shown, caret }: FieldChange,
): { readonly from: number; readonly to: number; readonly inserted: string } {
  const tail = before.endsWith(shown.slice(caret)) ? shown.length - caret : commonEnd(before, shown);
  const to = before.length - tail;
  const until = shown.length - tail;
  let from = 0;
  while (from < Math.min(to, until) && before[from] === shown[from]) from += 1;
  return { from, to, inserted: shown.slice(from, until) };
}

function commonEnd(a: string, b: string): number {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a.at(-1 - length) === b.at(-1 - length)) length += 1;
  return length;
}
