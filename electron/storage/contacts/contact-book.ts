import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Contact, ContactDraft, ContactName } from '../../../shared/domain/contact/contact.ts';
import {
  countApart,
  distinctNumbers,
  groupDuplicates,
  mergeContacts,
} from '../../../shared/domain/contact/merge-contacts.ts';
import { writtenNumberKey } from '../../../shared/domain/contact/number-key.ts';
import { visibleText } from '../../../shared/domain/neutral-text.ts';
import type { ContactError } from '../../../shared/errors.ts';
import {
  type ContactFilter,
  type ContactHit,
  type ContactPlace,
  contactSchema,
} from '../../../shared/ipc/contact-contract.ts';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import type { Connection } from '../database.ts';
import { createProfileKeys } from '../profile-keys.ts';
import { inTransaction } from '../transaction.ts';
import type { ReportUnreadableRow } from '../unreadable-row.ts';
import { type ContactRows, createContactRows, ownPlace } from './contact-rows.ts';
import { createContactsApart } from './contacts-apart.ts';
import { createImportTraces } from './import-traces.ts';
import { createNameNumbers } from './name-numbers.ts';
import { type ContactPage, type ContactPageBefore, createReadContacts } from './read-contacts.ts';
import { createSearchContacts } from './search-contacts.ts';
import { createSharedNumbers } from './shared-numbers.ts';
import { createUndoContacts } from './undo-contacts.ts';

/** Contacts of this installation, and beside them the directory of a profile, which is read only. */
export interface ContactBook {
  search(
    profile: string,
    query: ContactFilter & { readonly text: string; readonly limit: number },
  ): readonly ContactHit[];
  list(
    profile: string,
    query: ContactFilter & { readonly after: ContactPlace | null; readonly limit: number },
  ): ContactPage;
  listBefore(
    profile: string,
    query: ContactFilter & { readonly before: ContactPlace; readonly limit: number },
  ): ContactPageBefore;
  get(profile: string, id: string): Contact | null;
  tags(profile: string): readonly { readonly tag: string; readonly contacts: number }[];
  /** In the order of the numbers. */
  names(profile: string, numbers: readonly string[]): readonly (ContactName | null)[];
  /** All contacts that have one of the numbers. */
  findByNumbers(profile: string, numbers: readonly string[]): readonly Contact[];
  /** Contacts of one's own that are called the same, in whatever writing. */
  findByTitles(titles: readonly string[]): readonly Contact[];
  save(id: string | null, draft: ContactDraft): Result<Contact, ContactError>;
  delete(ids: readonly string[]): Result<{ readonly undo: string }, ContactError>;
  merge(
    keepId: string,
    otherIds: readonly string[],
  ): Result<{ readonly contact: Contact; readonly undo: string }, ContactError>;
  restore(undo: string): Result<null, ContactError>;
  /** Contacts of one's own that share a number; those kept apart are only counted. In small steps: all numbers are looked through. */
  duplicates(): Promise<{ readonly groups: readonly (readonly Contact[])[]; readonly apart: number }>;
  /** These are different people, whatever number they share. */
  keepApart(ids: readonly string[]): void;
  /** Nobody is kept apart any more. */
  proposeAgain(): void;
}

/** No row has it: what is left are contacts of one's own. */
const noProfile = -1;

export function createContactBook(deps: {
  readonly connection: Connection;
  readonly reportUnreadableRow: ReportUnreadableRow;
  readonly clock: () => number;
  readonly rows?: ContactRows;
  /** Told after every change, of whatever kind. */
  readonly onChange: () => void;
}): ContactBook & { noteChange(): void } {
  const { connection, clock } = deps;
  const profiles = createProfileKeys(connection);
  const rows = deps.rows ?? createContactRows(connection);
  const traces = createImportTraces(connection, rows);
  const apart = createContactsApart(connection);
  const read = createReadContacts(connection, deps.reportUnreadableRow);
  const names = createNameNumbers(connection);
  const undo = createUndoContacts(connection);
  const search = createSearchContacts(connection, { read, names });
  const findShared = createSharedNumbers(connection);

  const keyOf = (profile: string) => profiles.find(profile) ?? noProfile;
  const noteChange = () => {
    read.changed();
    deps.onChange();
  };
  const own = (id: string): Result<{ readonly key: number; readonly contact: Contact }, ContactError> => {
    const stored = read.byId(noProfile, id);
    if (stored !== null) return succeed(stored);
    return fail({ code: read.isOfDirectory(id) ? 'contact-read-only' : 'contact-gone' });
  };
  const allOwn = (ids: readonly string[]): Result<readonly { key: number; contact: Contact }[], ContactError> => {
    const found = [];
    for (const id of new Set(ids)) {
      const one = own(id);
      if (!one.ok) return one;
      found.push(one.value);
    }
    return succeed(found);
  };
  const write = <T>(work: () => T): T => {
    const value = inTransaction(connection, work);
    noteChange();
    return value;
  };
  /** Only what a merge left is still there; what was written into it since would be lost. */
  const wasChangedSince = ([keep, ...others]: readonly Contact[]): boolean => {
    const now = keep === undefined ? null : read.byId(noProfile, keep.id);
    if (keep === undefined || now === null) return false;
    const { changedAtMs } = now.contact;
    return !isDeepStrictEqual(now.contact, { ...mergeContacts(keep, others), changedAtMs });
  };
  return {
    noteChange,
    search: (profile, query) => search(keyOf(profile), query),
    list: (profile, query) => read.page(keyOf(profile), query),
    listBefore: (profile, query) => read.pageBefore(keyOf(profile), query),
    get: (profile, id) => read.byId(keyOf(profile), id)?.contact ?? null,
    tags: (profile) => read.tags(keyOf(profile)),
    names: (profile, numbers) => numbers.map((number) => names.name(keyOf(profile), number)),
    findByNumbers(profile, numbers) {
      const keys = names.ownersOf(keyOf(profile), numbers);
      return keys.length === 0 ? [] : read.byKeys(keys).map(({ contact }) => contact);
    },
    findByTitles: (titles) => read.byTitles(titles).map(({ contact }) => contact),
    save(id, typed) {
      const draft = tidy(typed);
      const problem = problemOf(draft);
      if (problem !== null) return fail(problem);
      const before = id === null ? null : own(id);
      if (before !== null && !before.ok) return before;
      const contact: Contact = { ...draft, id: id ?? randomUUID(), source: 'own', changedAtMs: clock() };
      write(() => {
        if (before === null) return rows.add([contact], ownPlace);
        traces.keep(contact.id);
        rows.replace(before.value.key, contact);
      });
      return succeed(contact);
    },
    delete(ids) {
      const found = allOwn(ids);
      if (!found.ok) return found;
      const token = randomUUID();
      write(() => {
        undo.keep(
          token,
          found.value.map(({ contact }) => contact),
        );
        for (const { contact } of found.value) {
          traces.keep(contact.id);
          rows.removeAll(contact.id);
        }
      });
      return succeed({ undo: token });
    },
    merge(keepId, otherIds) {
      const found = allOwn([keepId, ...otherIds]);
      if (!found.ok) return found;
      const [keep, ...others] = found.value;
      if (keep === undefined) return fail({ code: 'contact-gone' });
      const merged = mergeContacts(
        keep.contact,
        others.map(({ contact }) => contact),
      );
      const contact = { ...merged, changedAtMs: clock() };
      if (!contactSchema.safeParse(contact).success) return fail({ code: 'contact-too-large' });
      const token = randomUUID();
      write(() => {
        undo.keep(
          token,
          found.value.map((one) => one.contact),
        );
        for (const { contact: other } of others) {
          traces.keep(other.id);
          traces.handOn(other.id, contact.id);
          rows.removeAll(other.id);
        }
        traces.keep(contact.id);
        rows.replace(keep.key, contact);
      });
      return succeed({ contact, undo: token });
    },
    restore(token) {
      const restored = inTransaction(connection, () => {
        const kept = undo.take(token);
        if (kept === null || wasChangedSince(kept)) return false;
        for (const { id } of kept) {
          traces.keep(id);
          rows.removeAll(id);
        }
        rows.add(kept, ownPlace);
        return true;
      });
      if (!restored) return fail({ code: 'contact-undo-gone' });
      noteChange();
      return succeed(null);
    },
    async duplicates() {
      const keys = await findShared(noProfile);
      const alike = read.byKeys(keys).map(({ contact }) => contact);
      const kept = apart.all();
      return { groups: groupDuplicates(alike, kept), apart: countApart(alike, kept) };
    },
    keepApart: (ids) => write(() => apart.add(ids)),
    proposeAgain: () => write(() => apart.clear()),
  };
}

function tidy(draft: ContactDraft): ContactDraft {
  const tags = draft.tags.map(visibleText).filter((tag) => tag !== '');
  return {
    name: visibleText(draft.name),
    company: visibleText(draft.company),
    numbers: distinctNumbers(
      draft.numbers
        .map(({ label, written }) => ({ label, written: visibleText(written) }))
        .filter(({ written }) => written !== ''),
    ),
    favourite: draft.favourite,
    tags: [...new Set(tags)],
    note: draft.note,
    trunkName: draft.trunkName,
    doNotCall: draft.doNotCall,
  };
}

function problemOf({ name, company, numbers }: ContactDraft): ContactError | null {
  if (name === '' && company === '' && numbers.length === 0) return { code: 'contact-empty' };
  const bad = numbers.find(({ written }) => writtenNumberKey(written) === null);
  return bad === undefined ? null : { code: 'contact-number-invalid', written: bad.written };
}
