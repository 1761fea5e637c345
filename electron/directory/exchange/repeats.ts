import type { ContactDraft, ContactNumber } from '../../../shared/domain/contact/contact.ts';
import { contactTitle } from '../../../shared/domain/contact/contact-title.ts';
import { writtenNumberKey } from '../../../shared/domain/contact/number-key.ts';
import { foldText } from '../../../shared/domain/fold.ts';

/** Ten last digits are one subscriber. */
const subscriber = 10;

/** The same name with no number that was not there, or a number that somebody of another name has. */
export type Repeat = 'repeated' | 'shared' | null;

/** Tells whether a contact, or its number, stands in the file already. */
export function createRepeats(): (draft: ContactDraft) => Repeat {
  const seen = new Set<string>();
  /** Whose each number was first. */
  const names = new Map<string, string>();
  return (draft) => {
    const marks = marksOf(draft);
    if (marks.every((mark) => seen.has(mark))) return 'repeated';
    for (const mark of marks) seen.add(mark);
    const name = foldText(contactTitle(draft));
    let isShared = false;
    for (const number of draft.numbers.map(subscriberOf)) {
      const first = names.get(number);
      if (first === undefined) names.set(number, name);
      else if (first !== name) isShared = true;
    }
    return isShared ? 'shared' : null;
  };
}

function marksOf(draft: ContactDraft): readonly string[] {
  const folded = foldText(contactTitle(draft));
  if (draft.numbers.length === 0) return [`${folded}\n${foldText(draft.company)}\n`];
  return draft.numbers.map((number) => `${folded}\n${subscriberOf(number)}`);
}

function subscriberOf({ written }: ContactNumber): string {
  return writtenNumberKey(written)?.significant.slice(-subscriber) ?? '';
}
