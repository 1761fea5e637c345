import type { Contact, ContactDraft } from '../../../shared/domain/contact/contact.ts';

/** Contacts as the database takes them: one JSON text a table, of rows that begin with the place of their contact. */
export interface ContactRowTexts {
  readonly count: number;
  readonly contacts: string;
  readonly numbers: string;
  readonly tags: string;
  /** What the search is to know of them. */
  readonly texts: string;
}

/** What imports and exports need of the kept contacts; each call is one short transaction. */
export interface ContactStore {
  /** Own contacts that have one of the numbers. */
  findByNumbers(numbers: readonly string[]): readonly Contact[];
  get(id: string): Contact | null;
  /** Own contacts that are called the same. */
  findByTitles(titles: readonly string[]): readonly Contact[];
  /** Own contacts by name, some hundreds at a time. */
  pages(): Iterable<{ readonly contacts: readonly Contact[]; readonly total: number }>;
  beginImport(fileName: string): string;
  /** All but those at the places that are left out. */
  appendImported(importId: string, rows: ContactRowTexts, leftOut: readonly number[]): void;
  replaceImported(importId: string, contacts: readonly { readonly id: string; readonly draft: ContactDraft }[]): void;
  finishImport(importId: string): boolean;
  /** Nothing of it is seen any more; its rows go in the background. */
  dropImport(importId: string): void;
}
