import { create } from 'zustand';
import type { Contact } from '../../shared/domain/contact/contact.ts';
import type { DialerError } from '../../shared/errors.ts';
import type { ContactFilter, ContactHit, ContactPlace } from '../../shared/ipc/contact-contract.ts';
import { request, subscribe } from '../dialer-api.ts';

/** A contact in the list, and where it holds what was searched. */
export interface ListedContact {
  readonly contact: Contact;
  readonly matched: ContactHit['matched'] | null;
}

/** What one question was answered with. */
interface Answer {
  /** The text that was searched; empty: all contacts by name. */
  readonly query: string;
  readonly entries: readonly ListedContact[];
  /** Where the next page begins; null: there is none. */
  readonly next: ContactPlace | null;
  /** How many there are, read or not. */
  readonly total: number;
}

interface ContactsStore extends Answer {
  /** As typed; the entries follow it. */
  readonly text: string;
  readonly filter: ContactFilter;
  /** Something was answered. */
  readonly ready: boolean;
  readonly loading: boolean;
  readonly failure: DialerError | null;
  readonly tags: readonly string[];
}

export const everybody: ContactFilter = { source: 'all', favourites: false, tag: null };
const pageSize = 200;
const bestHits = 50;
/** Between two keys of a quick typist nothing is asked. */
const pauseMs = 40;

export const useContacts = create<ContactsStore>(() => ({
  text: '',
  filter: everybody,
  query: '',
  entries: [],
  next: null,
  total: 0,
  ready: false,
  loading: false,
  failure: null,
  tags: [],
}));

/** Rises with every question, so that an answer to an older one is not shown. */
let generation = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

export function connectContacts(): void {
  subscribe('contacts:changed', () => {
    if (useContacts.getState().ready) void readContacts();
  });
}

export function searchContacts(text: string): void {
  useContacts.setState({ text });
  clearTimeout(timer);
  timer = setTimeout(() => void askAnew(), pauseMs);
}

export function filterContacts(change: Partial<ContactFilter>): void {
  useContacts.setState(({ filter }) => ({ filter: { ...filter, ...change } }));
  void askAnew();
}

/** The list from its beginning: another question has other rows. */
async function askAnew(): Promise<void> {
  clearTimeout(timer);
  await ask(pageSize);
}

/** Reads again what is shown, as far as it was read. */
export async function readContacts(): Promise<void> {
  await Promise.all([ask(Math.max(pageSize, useContacts.getState().entries.length)), readTags()]);
}

async function ask(least: number): Promise<void> {
  generation += 1;
  const asked = generation;
  const stale = () => asked !== generation;
  const { text, filter } = useContacts.getState();
  useContacts.setState({ loading: true, failure: null });
  try {
    const answer = await (text.trim() === '' ? readList(filter, least, stale) : readHits(text, filter));
    if (stale()) return;
    if (answer.ok) useContacts.setState({ ...answer.value, ready: true, loading: false });
    else useContacts.setState({ failure: answer.error, loading: false });
  } catch (problem) {
    throw noteBug(stale(), problem);
  }
}

/** A bug, and reported as one; but the list must not say that it still comes. */
function noteBug(stale: boolean, problem: unknown): Error {
  const incidentId = crypto.randomUUID().slice(0, 8);
  if (!stale) useContacts.setState({ loading: false, failure: { code: 'internal', incidentId } });
  return new Error(`The contacts could not be read (incident ${incidentId})`, { cause: problem });
}

type Read = { readonly ok: true; readonly value: Answer } | { readonly ok: false; readonly error: DialerError };

async function readHits(text: string, filter: ContactFilter): Promise<Read> {
  const answer = await request('contact:search', { text: text.slice(0, 256), limit: bestHits, ...filter });
  if (!answer.ok) return answer;
  const entries = answer.value.hits;
  return { ok: true, value: { query: text, entries, next: null, total: entries.length } };
}

async function readList(filter: ContactFilter, least: number, stale: () => boolean): Promise<Read> {
  let read: Answer = { query: '', entries: [], next: null, total: 0 };
  do {
    const answer = await request('contact:list', { after: read.next, limit: pageSize, ...filter });
    if (!answer.ok) return answer;
    const { contacts, next, total } = answer.value;
    read = { ...read, entries: [...read.entries, ...contacts.map(unmatched)], next, total };
  } while (read.next !== null && read.entries.length < least && !stale());
  return { ok: true, value: read };
}

function unmatched(contact: Contact): ListedContact {
  return { contact, matched: null };
}

/** The list asks for it as its end comes near. */
export async function loadMoreContacts(): Promise<void> {
  const { next, loading, filter } = useContacts.getState();
  if (next === null || loading) return;
  const asked = generation;
  useContacts.setState({ loading: true, failure: null });
  const answer = await request('contact:list', { after: next, limit: pageSize, ...filter }).catch(
    (problem: unknown) => {
      throw noteBug(asked !== generation, problem);
    },
  );
  if (asked !== generation) return;
  if (!answer.ok) {
    useContacts.setState({ loading: false, failure: answer.error });
    return;
  }
  const page = answer.value;
  useContacts.setState(({ entries }) => ({
    entries: [...entries, ...page.contacts.map(unmatched)],
    next: page.next,
    total: page.total,
    loading: false,
  }));
}

async function readTags(): Promise<void> {
  const answer = await request('contact:tags', {});
  if (!answer.ok) return;
  const tags = answer.value.tags.map(({ tag }) => tag);
  useContacts.setState({ tags });
  const { filter } = useContacts.getState();
  // A tag that nobody has any more would hide everybody.
  if (filter.tag !== null && !tags.includes(filter.tag)) filterContacts({ tag: null });
}
