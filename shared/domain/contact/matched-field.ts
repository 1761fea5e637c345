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
  const texts: readonly (MatchedField & { readonly text: string })[] = [
    { field: 'name', numberIndex: null, text: nameText(contactTitle(contact)) },
    { field: 'company', numberIndex: null, text: foldText(contact.company) },
    ...contact.numbers.map(({ written }, numberIndex) => ({
      field: 'number' as const,
      numberIndex,
      text: writtenNumberKey(written)?.digits ?? '',
    })),
    { field: 'tag', numberIndex: null, text: foldText(contact.tags.join(' ')) },
    { field: 'note', numberIndex: null, text: foldText(contact.note) },
  ];
  const held = texts.map(({ text }) => terms.filter((term) => text.includes(term)).length);
  const best = texts[held.indexOf(Math.max(...held))];
  return { field: best?.field ?? 'name', numberIndex: best?.numberIndex ?? null };
}
