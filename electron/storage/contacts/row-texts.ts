import { randomUUID } from 'node:crypto';
import type { Contact, ContactDraft } from '../../../shared/domain/contact/contact.ts';
import type { ContactRowTexts } from '../../directory/exchange/contact-store.ts';
import { toColumnText } from '../column-text.ts';
import { toContactColumns } from './contact-row.ts';
import { fitDraft } from './fit-draft.ts';

/** All that is written of contacts, without a database: also on the thread that reads a file. */
export function toRowTexts(contacts: readonly Contact[]): ContactRowTexts {
  const columns = contacts.map(toContactColumns);
  return {
    count: contacts.length,
    contacts: JSON.stringify(columns.map(({ values }, place) => [place, ...values])),
    numbers: JSON.stringify(columns.flatMap(({ numbers }, place) => numbers.map((number) => [place, ...number]))),
    tags: JSON.stringify(contacts.flatMap(({ tags }, place) => tags.map((tag) => [place, toColumnText(tag)]))),
    texts: JSON.stringify(columns.map(({ text }, place) => [place, text.name, text.rest, text.digits])),
  };
}

/** New contacts of one's own. */
export function toNewRowTexts(drafts: readonly ContactDraft[], nowMs: number): ContactRowTexts {
  return toRowTexts(
    drafts.map((draft) => ({ ...fitDraft(draft), id: idInOrder(nowMs), source: 'own', changedAtMs: nowMs })),
  );
}

/** A random id with the time before it (version 7): ids that are written one after another stand beside each other in the index. */
function idInOrder(nowMs: number): string {
  const time = nowMs.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}
