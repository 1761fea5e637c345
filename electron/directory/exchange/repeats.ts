import type { ContactDraft } from '../../../shared/domain/contact/contact.ts';
import { writtenNumberKey } from '../../../shared/domain/contact/number-key.ts';
import { foldText } from '../../../shared/domain/fold.ts';

/** Ten last digits are one subscriber. */
const subscriber = 10;

/** Tells whether a contact stands in the file already: the same name with no number that was not there. */
export function createRepeats(): (draft: ContactDraft) => boolean {
  const seen = new Set<string>();
  return (draft) => {
    const marks = marksOf(draft);
    if (marks.every((mark) => seen.has(mark))) return true;
    for (const mark of marks) seen.add(mark);
    return false;
  };
}

function marksOf({ name, company, numbers }: ContactDraft): readonly string[] {
  const folded = foldText(name);
  if (numbers.length === 0) return [`${folded}\n${foldText(company)}\n`];
  return numbers.map(({ written }) => `${folded}\n${writtenNumberKey(written)?.significant.slice(-subscriber)}`);
}
