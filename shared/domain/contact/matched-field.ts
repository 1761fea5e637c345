import { foldText } from '../fold.ts';
import type { ContactDraft } from './contact.ts';
import type { ContactQuery } from './contact-query.ts';
import { contactTitle } from './contact-title.ts';
import { writtenNumberKey } from './number-key.ts';
import { nameText } from './search-text.ts';

export const matchedFields = ['name', 'company', 'number', 'tag', 'note'] as const;

/** Where a contact holds what was looked for. */
export interface MatchedField {
  readonly field: (typeof matchedFields)[number];
  /** Of the number that was found; null for other fields. */
  readonly numberIndex: number | null;
}

/** The field that has all terms, else the one that has the most; of equal ones the one that is read first. */
export function matchedField({ terms }: ContactQuery, contact: ContactDraft): MatchedField {
  let best: MatchedField = { field: 'name', numberIndex: null };
  let most = 0;
  for (const { text, ...field } of textsOf(contact)) {
    const held = terms.filter((term) => text().includes(term)).length;
    if (held <= most) continue;
    if (held === terms.length) return field;
    [best, most] = [field, held];
  }
  return best;
}

/** Folded only as far as it is looked at: there are fifty contacts with every letter that is typed. */
function textsOf(contact: ContactDraft): readonly (MatchedField & { readonly text: () => string })[] {
  return [
    { field: 'name', numberIndex: null, text: () => nameText(contactTitle(contact)) },
    { field: 'company', numberIndex: null, text: () => foldText(contact.company) },
    ...contact.numbers.map(({ written }, numberIndex) => ({
      field: 'number' as const,
      numberIndex,
      text: () => writtenNumberKey(written)?.digits ?? '',
    })),
    { field: 'tag', numberIndex: null, text: () => foldText(contact.tags.join(' ')) },
    { field: 'note', numberIndex: null, text: () => foldText(contact.note) },
  ];
}
