import { foldText } from '../fold.ts';
import type { ContactDraft } from './contact.ts';
import { contactTitle } from './contact-title.ts';
import { type NumberKey, writtenNumberKey } from './number-key.ts';

/** What of a note is searched; what is longer is a document. */
const longestNote = 1000;

/** The texts of a contact as they are searched. Every word has a space before it, so a space and a term find beginnings. */
export interface SearchText {
  /** The title, and once more without spaces: names of two words are written together or apart. */
  readonly name: string;
  /** Company, tags and note. */
  readonly rest: string;
  /** All numbers, without zeros at the beginning. */
  readonly digits: string;
}

export function searchText(draft: Pick<ContactDraft, 'name' | 'company' | 'numbers' | 'tags' | 'note'>): SearchText {
  const rest = [draft.company, ...draft.tags, draft.note.slice(0, longestNote)];
  return {
    name: nameText(contactTitle(draft)),
    rest: rest.map(words).join(''),
    digits: draft.numbers.map(({ written }) => ` ${searched(writtenNumberKey(written))}`).join(''),
  };
}

function searched(key: NumberKey | null): string {
  return key === null ? '' : key.significant || key.digits;
}

export function nameText(title: string): string {
  const spaced = words(title);
  const joined = spaced.replaceAll(' ', '');
  return spaced.lastIndexOf(' ') <= 0 ? spaced : `${spaced} ${joined}`;
}

/** All of it as one text, to look through: three lines, as no part holds a line break. */
export function toHaystack({ name, rest, digits }: SearchText): string {
  return `${name}\n${rest}\n${digits}`;
}

function words(text: string): string {
  const folded = foldText(text).replace(/ {2,}/g, ' ').trim();
  return folded === '' ? '' : ` ${folded}`;
}
