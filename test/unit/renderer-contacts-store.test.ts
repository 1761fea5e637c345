import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import {
  connectContacts,
  everybody,
  filterContacts,
  goToContact,
  loadMoreContacts,
  loadPreviousContacts,
  readContacts,
  searchContacts,
  uncoverContact,
  useContacts,
} from '../../renderer/stores/contacts.ts';
import type { Contact } from '../../shared/domain/contact/contact.ts';
import type { RequestInput } from '../../shared/ipc/contract.ts';
import { aDraft } from '../support/contact-builders.ts';

const person = (name: string): Contact => ({ ...aDraft(name, []), id: name, source: 'own', changedAtMs: 0 });
const everyone = Array.from({ length: 450 }, (_, index) => person(`p${String(index).padStart(3, '0')}`));

type Asked =
  | readonly ['contact:list', RequestInput<'contact:list'>]
  | readonly ['contact:list-before', RequestInput<'contact:list-before'>]
  | readonly ['contact:search', RequestInput<'contact:search'>]
  | readonly ['contact:tags', Record<string, never>];
let asked: Asked[] = [];
let held: (() => void)[] | null = null;
let failing = false;
let changed: () => void = () => undefined;

function answer([channel, input]: Asked): unknown {
  if (failing) return { ok: false, error: { code: 'storage-failed' } };
  if (channel === 'contact:tags') return { ok: true, value: { tags: [{ tag: 'customer', contacts: 2 }] } };
  if (channel === 'contact:search') {
    const contact = person(input.text);
    return { ok: true, value: { hits: [{ contact, matched: { field: 'name', numberIndex: null } }] } };
  }
  if (channel === 'contact:list-before') {
    const end = everyone.findIndex(({ id }) => id === input.before.id);
    const start = Math.max(0, end - input.limit);
    const previous = start === 0 ? null : { sortKey: '', id: everyone[start - 1]?.id ?? '' };
    return { ok: true, value: { contacts: end < 0 ? [] : everyone.slice(start, end), previous, skipped: start } };
  }
  const from = input.after === null ? 0 : everyone.findIndex(({ id }) => id === input.after?.id) + 1;
  const contacts = everyone.slice(from, from + input.limit);
  const last = contacts.at(-1);
  const next = last === undefined || last === everyone.at(-1) ? null : { sortKey: last.name, id: last.id };
  return { ok: true, value: { contacts, next, total: everyone.length } };
}

const shown = () => useContacts.getState().entries.map(({ contact }) => contact.id);
const settle = () => vi.advanceTimersByTimeAsync(100);

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  held = null;
  failing = false;
  useContacts.setState({ ...useContacts.getInitialState() }, true);
  vi.stubGlobal('window', {
    dialer: {
      request: (...question: Asked) => {
        asked.push(question);
        const value = answer(question);
        if (held === null) return Promise.resolve(value);
        return new Promise((resolve) => held?.push(() => resolve(value)));
      },
      subscribe: (_channel: string, listener: () => void) => {
        changed = listener;
      },
    },
  });
  connectContacts();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('the list is read page by page, each once, to its end', async () => {
  await readContacts();
  expect(shown()).toHaveLength(200);
  void loadMoreContacts();
  await loadMoreContacts();
  await settle();
  expect(shown()).toHaveLength(400);
  await loadMoreContacts();
  await loadMoreContacts();
  expect(shown()).toEqual(everyone.map(({ id }) => id));
  expect(asked.filter(([channel]) => channel === 'contact:list')).toHaveLength(3);
});

it('a quick typist is asked about once, and only the newest answer is shown', async () => {
  await readContacts();
  held = [];
  searchContacts('s');
  searchContacts('sa');
  await settle();
  searchContacts('sara');
  await settle();
  const [older, newer] = held;
  newer?.();
  await settle();
  expect(shown()).toEqual(['sara']);
  older?.();
  await settle();
  expect(shown()).toEqual(['sara']);
  expect(asked.flatMap(([channel, input]) => (channel === 'contact:search' ? input.text : []))).toEqual(['sa', 'sara']);
});

it('what is shown stays until the answer to the next question is there', async () => {
  await readContacts();
  held = [];
  searchContacts('sara');
  await settle();
  expect(shown()).toHaveLength(200);
  expect(useContacts.getState()).toMatchObject({ text: 'sara', query: '', loading: true });
});

it('after a change as much is read again as was read before', async () => {
  await readContacts();
  await loadMoreContacts();
  changed();
  await settle();
  expect(shown()).toHaveLength(400);
});

it('nothing is read for a tab that was never opened', async () => {
  changed();
  await settle();
  expect(asked).toEqual([]);
});

it('a tag that nobody has any more hides nobody', async () => {
  filterContacts({ tag: 'gone' });
  await readContacts();
  await settle();
  expect(useContacts.getState().filter).toEqual(everybody);
  filterContacts({ tag: 'customer', favourites: true });
  await readContacts();
  expect(useContacts.getState().filter).toEqual({ source: 'all', favourites: true, tag: 'customer' });
});

it('a failure is said and not asked about again by itself', async () => {
  await readContacts();
  failing = true;
  await loadMoreContacts();
  expect(useContacts.getState()).toMatchObject({ failure: { code: 'storage-failed' }, loading: false });
  expect(shown()).toHaveLength(200);
  failing = false;
  await loadMoreContacts();
  expect(useContacts.getState().failure).toBeNull();
  expect(shown()).toHaveLength(400);
});

it('the list goes to a contact far down, grows on both sides, and is read again as far as it was read', async () => {
  await readContacts();
  await goToContact(person('p400'));
  expect(shown()).toEqual(everyone.slice(340).map(({ id }) => id));
  expect(useContacts.getState().skipped).toBe(340);
  changed();
  await settle();
  expect(shown()).toEqual(everyone.slice(340).map(({ id }) => id));
  await loadPreviousContacts();
  expect([shown()[0], useContacts.getState().skipped]).toEqual(['p140', 140]);
  await loadPreviousContacts();
  await loadPreviousContacts();
  expect(shown()).toEqual(everyone.map(({ id }) => id));
  expect(useContacts.getState()).toMatchObject({ skipped: 0, previous: null, next: null });
});

it('a contact that the list does not have is looked for once', async () => {
  await readContacts();
  const nobody = person('nobody');
  await goToContact(nobody);
  expect(shown()).toHaveLength(200);
  const before = asked.length;
  await goToContact(nobody);
  await goToContact({ ...person('p400'), source: 'own' });
  expect(asked.slice(before).map(([channel]) => channel)).toEqual(['contact:list-before', 'contact:list']);
});

it('what hides a contact goes, and nothing else', async () => {
  await readContacts();
  filterContacts({ favourites: true });
  await settle();
  uncoverContact({ ...person('p449'), favourite: true });
  expect(useContacts.getState().filter.favourites).toBe(true);
  uncoverContact(person('p449'));
  expect(useContacts.getState().filter).toEqual(everybody);
  searchContacts('somebody');
  await settle();
  uncoverContact(person('p449'));
  await settle();
  expect(useContacts.getState()).toMatchObject({ text: '', query: '' });
});
