import { isSameNumber } from '../../../shared/domain/contact/merge-contacts.ts';
import { type DiallingRules, parseDestination } from '../../../shared/domain/destination.ts';
import type { DestinationError } from '../../../shared/errors.ts';
import { type TypedContact, toDraft } from '../../stores/contact-drafts.ts';

export interface ContactProblems {
  /** Neither a name nor a company nor a number. */
  readonly empty: boolean;
  /** By the key of the number. */
  readonly numbers: ReadonlyMap<number, DestinationError>;
  /** Keys of numbers that stand before them already, in any writing: they are saved once. */
  readonly repeated: ReadonlySet<number>;
}

/** A number of a contact is one that could be called; an empty place for one is none. */
export function checkContact(typed: TypedContact, rules: DiallingRules): ContactProblems {
  const numbers = new Map<number, DestinationError>();
  for (const { key, written } of typed.numbers) {
    const read = written.trim() === '' ? null : parseDestination(written, rules);
    if (read !== null && !read.ok) numbers.set(key, read.error);
  }
  const draft = toDraft(typed);
  const repeated = typed.numbers.filter((one, at) =>
    typed.numbers.slice(0, at).some((before) => isSameNumber(before, one)),
  );
  return {
    empty: draft.name === '' && draft.company === '' && draft.numbers.length === 0,
    numbers,
    repeated: new Set(repeated.map(({ key }) => key)),
  };
}

export function isFit({ empty, numbers }: ContactProblems): boolean {
  return !empty && numbers.size === 0;
}
