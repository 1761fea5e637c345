import type { ContactDraft } from './contact.ts';

/** What stands for a contact in one line. */
export function contactTitle({ name, company, numbers }: Pick<ContactDraft, 'name' | 'company' | 'numbers'>): string {
  return name.trim() || company.trim() || (numbers[0]?.written ?? '');
}
