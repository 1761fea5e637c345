import type { Contact } from '../../shared/domain/contact/contact.ts';
import { contactTitle } from '../../shared/domain/contact/contact-title.ts';
import { sortKey } from '../../shared/domain/contact/sort-key.ts';
import type { DialerError } from '../../shared/errors.ts';
import type { ContactFilter, ContactHit, ContactPlace } from '../../shared/ipc/contact-contract.ts';
import { request } from '../dialer-api.ts';

/** A contact in the list, and where it holds what was searched. */
export interface ListedContact {
  readonly contact: Contact;
  readonly matched: ContactHit['matched'] | null;
}

/** What is read of the list by name; it grows on both sides. */
export interface ContactPart {
  readonly entries: readonly ListedContact[];
  /** The place it begins after; null: it begins with the first contact. */
  readonly previous: ContactPlace | null;
  /** How many stand before it. */
  readonly skipped: number;
  /** Where the next page begins; null: there is none. */
  readonly next: ContactPlace | null;
  /** How many there are, read or not. */
  readonly total: number;
}

export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: DialerError };

export const pageSize = 200;
export const nothingRead: ContactPart = { entries: [], previous: null, skipped: 0, next: null, total: 0 };

export function placeOf(contact: Contact): ContactPlace {
  return { sortKey: sortKey(contactTitle(contact)), id: contact.id };
}

export function unmatched(contact: Contact): ListedContact {
  return { contact, matched: null };
}

/** At least so many contacts, as far as there are, behind what `part` holds already. */
export async function readOn(
  part: ContactPart,
  { filter, least, stale }: { readonly filter: ContactFilter; readonly least: number; readonly stale: () => boolean },
): Promise<Read<ContactPart>> {
  const last = part.entries.at(-1);
  let after = last === undefined ? part.previous : placeOf(last.contact);
  let read = part;
  do {
    const answer = await request('contact:list', { after, limit: pageSize, ...filter });
    if (!answer.ok) return answer;
    const { contacts, next, total } = answer.value;
    read = { ...read, entries: [...read.entries, ...contacts.map(unmatched)], next, total };
    after = next;
  } while (after !== null && read.entries.length < least && !stale());
  return { ok: true, value: read };
}

/** The part that is right before a contact. */
export async function readBefore(
  contact: Contact,
  limit: number,
  filter: ContactFilter,
): Promise<Read<Pick<ContactPart, 'entries' | 'previous' | 'skipped'>>> {
  const answer = await request('contact:list-before', { before: placeOf(contact), limit, ...filter });
  if (!answer.ok) return answer;
  const { contacts, previous, skipped } = answer.value;
  return { ok: true, value: { entries: contacts.map(unmatched), previous, skipped } };
}

/** What is read already, once more: others may have come or gone. */
export async function readAgain(
  part: ContactPart,
  asked: { readonly filter: ContactFilter; readonly least: number; readonly stale: () => boolean },
): Promise<Read<ContactPart>> {
  const [first] = part.entries;
  if (part.previous === null || first === undefined) return readOn(nothingRead, asked);
  const before = await readBefore(first.contact, 1, asked.filter);
  if (!before.ok) return before;
  const [previous] = before.value.entries;
  if (previous === undefined) return readOn(nothingRead, asked);
  return readOn({ ...nothingRead, previous: placeOf(previous.contact), skipped: before.value.skipped + 1 }, asked);
}

/** Whether the list has a contact, by its filter alone. */
export function fitsFilter({ source, favourite, tags }: Contact, filter: ContactFilter): boolean {
  if (filter.source !== 'all' && (filter.source === 'own') !== (source === 'own')) return false;
  return (!filter.favourites || favourite) && (filter.tag === null || tags.includes(filter.tag));
}
