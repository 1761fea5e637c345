import type { ContactIntake } from '../../electron/storage/contacts/contact-intake.ts';
import { toNewRowTexts } from '../../electron/storage/contacts/row-texts.ts';
import type { ContactDraft } from '../../shared/domain/contact/contact.ts';

/** What the thread that reads a file makes of contacts, written at once. */
export function appendDrafts(
  intake: Pick<ContactIntake, 'appendImported'>,
  importId: string,
  drafts: readonly ContactDraft[],
): void {
  intake.appendImported(importId, toNewRowTexts(drafts, Date.now()), []);
}
