import { create } from 'zustand';
import type { Contact } from '../../shared/domain/contact/contact.ts';
import type { DialerError } from '../../shared/errors.ts';
import type { ContactFilter } from '../../shared/ipc/contact-contract.ts';
import { request, subscribe } from '../dialer-api.ts';
import {
  type ContactPart,
  fitsFilter,
  nothingRead,
  pageSize,
  type Read,
  readAgain,
  readBefore,
  readOn,
  unmatched,
} from './contact-parts.ts';

export type { ListedContact } from './contact-parts.ts';

/** What one question was answered with. */
interface Answer extends ContactPart {
  /** The text that was searched; empty: all contacts by name. */
  readonly query: string;
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
/** Above a contact that the list goes to, so that it can be seen among others. */
const above = 60;
const bestHits = 50;
/** Between two keys of a quick typist nothing is asked. */
const pauseMs = 40;

export const useContacts = create<ContactsStore>(() => ({
  text: '',
  filter: everybody,
  query: '',
  ...nothingRead,
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
  timer = setTimeout(() => void readFromBeginning(), pauseMs);
}

export function filterContacts(change: Partial<ContactFilter>): void {
  useContacts.setState(({ filter }) => ({ filter: { ...filter, ...change } }));
  void readFromBeginning();
}

/** The list from its beginning: another question has other rows. */
export async function readFromBeginning(): Promise<void> {
  clearTimeout(timer);
  await ask((asked) => readOn(nothingRead, { ...asked, least: pageSize }));
}

/** Reads again what is shown, as far as it was read. */
export async function readContacts(): Promise<void> {
  await Promise.all([askAgain(), readTags()]);
}

function askAgain(): Promise<void> {
  const { query, entries, previous, skipped, next, total } = useContacts.getState();
  const part = query === '' ? { entries, previous, skipped, next, total } : nothingRead;
  return ask((asked) => readAgain(part, { ...asked, least: Math.max(pageSize, part.entries.length) }));
}

/** A contact that the list has not come to yet; then it begins a little before that one. */
let unknown: Contact | null = null;

/** Reads the list around a contact, which is far down or was not read yet. */
export async function goToContact(contact: Contact): Promise<void> {
  const { text, filter, loading } = useContacts.getState();
  // What is under way comes first, and the list asks again.
  if (loading || text.trim() !== '' || contact === unknown || !fitsFilter(contact, filter)) return;
  await ask(async (asked) => {
    const before = await readBefore(contact, above, filter);
    if (!before.ok) return before;
    const read = await readOn({ ...nothingRead, ...before.value }, { ...asked, least: pageSize });
    const found = !read.ok || read.value.entries.some((one) => one.contact.id === contact.id);
    if (found) return read;
    unknown = contact;
    return readOn(nothingRead, { ...asked, least: pageSize });
  });
}

/** What hides a contact that is to be seen goes: a search, and a filter that it does not fit. */
export function uncoverContact(contact: Contact): void {
  const { text, filter, entries } = useContacts.getState();
  if (entries.some((one) => one.contact.id === contact.id)) return;
  const fits = fitsFilter(contact, filter);
  if (text.trim() === '' && fits) return;
  useContacts.setState({ text: '', filter: fits ? filter : everybody });
  void readFromBeginning();
}

interface Asked {
  readonly filter: ContactFilter;
  readonly stale: () => boolean;
}

async function ask(readList: (asked: Asked) => Promise<Read<ContactPart>>): Promise<void> {
  generation += 1;
  const asked = generation;
  const stale = () => asked !== generation;
  const { text, filter } = useContacts.getState();
  useContacts.setState({ loading: true, failure: null });
  try {
    const hits = text.trim() !== '';
    const answer = await (hits ? readHits(text, filter) : readList({ filter, stale }));
    if (stale()) return;
    if (answer.ok) useContacts.setState({ ...answer.value, query: hits ? text : '', ready: true, loading: false });
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

async function readHits(text: string, filter: ContactFilter): Promise<Read<ContactPart>> {
  const answer = await request('contact:search', { text: text.slice(0, 256), limit: bestHits, ...filter });
  if (!answer.ok) return answer;
  const entries = answer.value.hits;
  return { ok: true, value: { ...nothingRead, entries, total: entries.length } };
}

/** The list asks for it as its end comes near. */
export async function loadMoreContacts(): Promise<void> {
  const { next, filter } = useContacts.getState();
  if (next === null) return;
  await extend(
    () => request('contact:list', { after: next, limit: pageSize, ...filter }),
    ({ entries }, page) => ({
      entries: [...entries, ...page.contacts.map(unmatched)],
      next: page.next,
      total: page.total,
    }),
  );
}

/** And as its beginning comes near, where it does not begin with the first contact. */
export async function loadPreviousContacts(): Promise<void> {
  const { previous, entries, filter } = useContacts.getState();
  const [first] = entries;
  if (previous === null || first === undefined) return;
  await extend(
    () => readBefore(first.contact, pageSize, filter),
    (now, page) => ({ ...page, entries: [...page.entries, ...now.entries] }),
  );
}

async function extend<T>(
  read: () => Promise<Read<T>>,
  add: (now: ContactPart, page: T) => Partial<ContactPart>,
): Promise<void> {
  if (useContacts.getState().loading) return;
  const asked = generation;
  useContacts.setState({ loading: true, failure: null });
  const answer = await read().catch((problem: unknown) => {
    throw noteBug(asked !== generation, problem);
  });
  if (asked !== generation) return;
  if (answer.ok) useContacts.setState((now) => ({ ...add(now, answer.value), loading: false }));
  else useContacts.setState({ loading: false, failure: answer.error });
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
