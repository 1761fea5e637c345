import { create } from 'zustand';
import type { Contact, ContactDraft } from '../../shared/domain/contact/contact.ts';
import type { DialerError } from '../../shared/errors.ts';
import { request, subscribe } from '../dialer-api.ts';
import { uncoverContact } from './contacts.ts';
import { showTab } from './view.ts';

/** What stands in the tab of the contacts, besides the list where there is room for both. */
export type ContactPage =
  | { readonly show: 'list' }
  | { readonly show: 'card' }
  /** Null: a new one, perhaps for a number. */
  | { readonly show: 'form'; readonly id: string | null; readonly number: string }
  | { readonly show: 'duplicates' };

/** What was done and can be taken back. */
export interface Undoable {
  readonly token: string;
  readonly what: 'deleted' | 'merged';
  readonly contact: Contact;
}

interface ContactDeskStore {
  readonly page: ContactPage;
  /** The chosen one, whose card is open or opens. */
  readonly chosen: Contact | null;
  readonly done: readonly Undoable[];
  readonly failure: DialerError | null;
}

export const useContactDesk = create<ContactDeskStore>(() => ({
  page: { show: 'list' },
  chosen: null,
  done: [],
  failure: null,
}));

export function connectContactDesk(): void {
  subscribe('contacts:changed', () => {
    const { chosen } = useContactDesk.getState();
    if (chosen !== null) void readChosen(chosen.id);
  });
}

async function readChosen(id: string): Promise<void> {
  const answer = await request('contact:get', { id });
  if (useContactDesk.getState().chosen?.id !== id) return;
  if (answer.ok) useContactDesk.setState({ chosen: answer.value });
  else if (answer.error.code === 'contact-gone') {
    useContactDesk.setState(({ page }) => ({ chosen: null, page: page.show === 'card' ? { show: 'list' } : page }));
  }
}

/** Null: there is none any more. */
export async function readContact(id: string): Promise<Contact | null> {
  const answer = await request('contact:get', { id });
  return answer.ok ? answer.value : null;
}

export function chooseContact(chosen: Contact | null): void {
  useContactDesk.setState({ chosen });
}

export function showContactPage(page: ContactPage): void {
  useContactDesk.setState({ page, failure: null });
}

/** From anywhere in the window. */
export function newContact(number = ''): void {
  showTab('contacts');
  showContactPage({ show: 'form', id: null, number });
}

/** The card of whom a number belongs to; of nobody's a new contact is begun. */
export async function showContactOf(number: string): Promise<void> {
  const answer = await request('contact:names', { numbers: [number] });
  const id = answer.ok ? answer.value.names[0]?.contactId : undefined;
  const known = id === undefined ? null : await request('contact:get', { id });
  if (known?.ok !== true) {
    newContact(number);
    return;
  }
  chooseContact(known.value);
  uncoverContact(known.value);
  showTab('contacts');
  showContactPage({ show: 'card' });
}

export function editContact(id: string): void {
  showContactPage({ show: 'form', id, number: '' });
}

/** One page back; false in the list, from where nothing leads back. */
export function leaveContactPage(): boolean {
  const { page, chosen } = useContactDesk.getState();
  if (page.show === 'list') return false;
  const fromForm = page.show === 'form' && page.id !== null && chosen !== null;
  showContactPage(fromForm ? { show: 'card' } : { show: 'list' });
  return true;
}

export function forgetContactFailure(): void {
  useContactDesk.setState({ failure: null });
}

export function forgetDone(): void {
  useContactDesk.setState({ done: [] });
}

function failed(failure: DialerError): null {
  useContactDesk.setState({ failure });
  return null;
}

export async function saveContact(id: string | null, draft: ContactDraft): Promise<Contact | null> {
  useContactDesk.setState({ failure: null });
  const answer = await request('contact:save', { id, ...draft });
  if (!answer.ok) return failed(answer.error);
  useContactDesk.setState({ chosen: answer.value });
  if (id === null) uncoverContact(answer.value);
  return answer.value;
}

export async function markFavourite(contact: Contact, favourite: boolean): Promise<void> {
  await saveContact(contact.id, { ...draftOf(contact), favourite });
}

/** Which trunk calls to a contact go by from now on; false when it was not kept. */
export async function keepTrunk(id: string, trunkName: string | null): Promise<boolean> {
  const known = await request('contact:get', { id });
  if (!known.ok) return false;
  return (await request('contact:save', { id, ...draftOf(known.value), trunkName })).ok;
}

/** What is written of a contact, without what the program knows of it. */
export function draftOf({ id: _id, source: _source, changedAtMs: _changed, ...draft }: Contact): ContactDraft {
  return draft;
}

/** Null when it was not deleted. */
export async function deleteContact(contact: Contact): Promise<true | null> {
  useContactDesk.setState({ failure: null });
  const answer = await request('contact:delete', { ids: [contact.id] });
  if (!answer.ok) return failed(answer.error);
  noteDone({ token: answer.value.undo, what: 'deleted', contact });
  useContactDesk.setState(({ chosen, page }) => ({
    chosen: chosen?.id === contact.id ? null : chosen,
    page: page.show === 'card' ? { show: 'list' } : page,
  }));
  return true;
}

export async function mergeContacts(keep: Contact, others: readonly Contact[]): Promise<true | null> {
  useContactDesk.setState({ failure: null });
  const answer = await request('contact:merge', { keepId: keep.id, otherIds: others.map(({ id }) => id) });
  if (!answer.ok) return failed(answer.error);
  noteDone({ token: answer.value.undo, what: 'merged', contact: answer.value.contact });
  useContactDesk.setState({ chosen: answer.value.contact });
  return true;
}

function noteDone(undoable: Undoable): void {
  useContactDesk.setState(({ done }) => ({ done: [...done, undoable] }));
}

/** Takes the last deletion or merge back; null when there is none, or it could not be. */
export async function undoLast(): Promise<Contact | null> {
  const last = useContactDesk.getState().done.at(-1);
  if (last === undefined) return null;
  useContactDesk.setState({ failure: null });
  const answer = await request('contact:restore', { undo: last.token });
  // Of any other failure nothing came, and it can be tried again.
  if (answer.ok || answer.error.code === 'contact-undo-gone') {
    useContactDesk.setState(({ done }) => ({ done: done.filter((one) => one !== last) }));
  }
  if (!answer.ok) return failed(answer.error);
  useContactDesk.setState({ chosen: last.contact });
  void readChosen(last.contact.id);
  return last.contact;
}
