import type { Contact, ContactDraft } from '../../../shared/domain/contact/contact.ts';

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
  appendImported(importId: string, drafts: readonly ContactDraft[]): void;
  replaceImported(importId: string, contacts: readonly { readonly id: string; readonly draft: ContactDraft }[]): void;
  finishImport(importId: string): boolean;
  /** Nothing of it is seen any more; its rows go in the background. */
  dropImport(importId: string): void;
}
