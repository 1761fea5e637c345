import { contactTitle } from '../../../shared/domain/contact/contact-title.ts';
import { foldText } from '../../../shared/domain/fold.ts';
import type { ListedContact } from '../../stores/contacts.ts';

/** What the list shows: contacts, in the list by name with a heading before the first of each letter, and an end that is not the end yet. */
export type ContactRow =
  | { readonly kind: 'letter'; readonly key: string; readonly letter: string }
  | { readonly kind: 'contact'; readonly key: string; readonly listed: ListedContact; readonly position: number }
  | { readonly kind: 'more'; readonly key: 'more' };

const noLetter = '#';

export function contactRows(
  entries: readonly ListedContact[],
  { byName, complete, skipped }: { readonly byName: boolean; readonly complete: boolean; readonly skipped: number },
): readonly ContactRow[] {
  const rows: ContactRow[] = [];
  let last = '';
  for (const [index, listed] of entries.entries()) {
    const { contact } = listed;
    const letter = firstLetter(contactTitle(contact));
    if (byName && letter !== last) rows.push({ kind: 'letter', key: `letter ${letter} ${contact.id}`, letter });
    last = letter;
    rows.push({ kind: 'contact', key: contact.id, listed, position: skipped + index + 1 });
  }
  if (!complete) rows.push({ kind: 'more', key: 'more' });
  return rows;
}

function firstLetter(title: string): string {
  const [first = ''] = foldText(title.trim());
  return /\p{L}/u.test(first) ? first.toLocaleUpperCase() : noLetter;
}

/** One or two letters that stand for a name. */
export function initials(title: string): string {
  const words = title.split(/[\s\u200c]+/).filter((word) => /^\p{L}/u.test(word));
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0] ?? '');
  // Arabic letters side by side would be read as a word.
  const alone = /\p{Script=Arabic}/u.test(letters[0] ?? '');
  return (alone ? (letters[0] ?? '') : letters.join('')).toLocaleUpperCase();
}

/** The next contact up or down the list from the chosen one; what is no contact is passed over. */
export function stepContact(rows: readonly ContactRow[], chosen: string | null, step: number): ListedContact | null {
  const contacts = rows.filter((row) => row.kind === 'contact');
  const at = contacts.findIndex((row) => row.key === chosen);
  const next = at === -1 ? (step > 0 ? 0 : contacts.length - 1) : Math.min(contacts.length - 1, Math.max(0, at + step));
  return contacts[next]?.listed ?? null;
}

/** The number that a row shows and calls: the one that was found, else the first. */
export function shownNumber({ contact, matched }: ListedContact): string | null {
  return (contact.numbers[matched?.numberIndex ?? 0] ?? contact.numbers[0])?.written ?? null;
}

/** How far down a row stands. */
export function rowTop(rows: readonly ContactRow[], index: number): number {
  return rows.slice(0, index).reduce((top, row) => top + rowHeight(row), 0);
}

const heights = { letter: 28, contact: 56, more: 64 } as const;

export function rowHeight(row: ContactRow | undefined): number {
  return row === undefined ? 0 : heights[row.kind];
}
