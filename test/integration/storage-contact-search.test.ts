import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCallRepository } from '../../electron/storage/calls/call-repository.ts';
import { createContactBook } from '../../electron/storage/contacts/contact-book.ts';
import { createContactIntake } from '../../electron/storage/contacts/contact-intake.ts';
import { createNameNumbers } from '../../electron/storage/contacts/name-numbers.ts';
import { createReadContacts } from '../../electron/storage/contacts/read-contacts.ts';
import { createSearchContacts } from '../../electron/storage/contacts/search-contacts.ts';
import { matchRanker, readContactQuery } from '../../shared/domain/contact/contact-query.ts';
import { appendDrafts } from '../support/append-drafts.ts';
import { anOriginatedCall, morningMs } from '../support/call-builders.ts';
import { aDraft } from '../support/contact-builders.ts';
import { addManyCalls } from '../support/many-calls.ts';
import { manyContacts } from '../support/many-contacts.ts';
import { type TemporaryDatabase, temporaryDatabase } from '../support/temporary-database.ts';

const limit = 50;
const amount = 3000;
const all = manyContacts(amount);
const everything = { source: 'all', favourites: false, tag: null, limit } as const;

let database: TemporaryDatabase;
let book: ReturnType<typeof createContactBook>;
let intake: ReturnType<typeof createContactIntake>;

beforeAll(() => {
  database = temporaryDatabase();
  const { connection, reportUnreadableRow } = database;
  const deps = { connection, clock: () => morningMs, onChange: () => undefined };
  book = createContactBook({ ...deps, reportUnreadableRow });
  intake = createContactIntake(deps);
  const id = intake.beginImport({ fileName: 'many.csv', profile: 'office' });
  for (let from = 0; from < amount; from += 500) appendDrafts(intake, id, all.slice(from, from + 500));
  intake.finishImport(id);
  addManyCalls(connection, all.slice(0, 600), { calls: 1500, lastMs: morningMs, profile: 'office' });
});
afterAll(() => database.remove());

type Row = { readonly id: string; readonly haystack: string; readonly weight: number };
const rows = () =>
  database.connection.prepare('SELECT id, haystack, weight FROM contacts').all() as unknown as readonly Row[];

/** How well a contact fits and how important it is: those of whom both are the same are in any order. */
type Place = readonly [rank: number | null, weight: number];

/** What every contact looked at one by one gives. */
function bestOf(text: string): readonly Place[] {
  const rank = matchRanker(readContactQuery(text));
  return rows()
    .map(({ haystack, weight }) => [rank(haystack), weight] as const)
    .filter(([fits]) => fits !== null)
    .sort(([a, one], [b, other]) => Number(a) - Number(b) || other - one)
    .slice(0, limit);
}

function found(text: string, search = (asked: string) => book.search('office', { ...everything, text: asked })) {
  const rank = matchRanker(readContactQuery(text));
  const byId = new Map(rows().map((row) => [row.id, row]));
  return search(text).map(({ contact }): Place => {
    const row = byId.get(contact.id);
    return [rank(row?.haystack ?? ''), row?.weight ?? -1];
  });
}

const letters = ['م', 'ع', 'ژ', 'a', 'z', 's'];
const pairs = ['مح', 'لی', 'ان', 'وس', 'گی', 'sa', 'er', 'mm', 'xq'];
const words = ['محم', 'احمدی', 'حمد', 'sara', 'ohn', 'ara', 'mu', 'آسیاتک', 'Acme', 'تهران', 'customer 5'];
const several = ['محمد احمدی', 'علی ر', 'احم مح', 'ar sm', 'لی مد', 'ژ چگ', 'م ر', 'sara 88', 'احم 0912'];
const digits = ['9', '0', '1', '5', '12', '77', '09', '99', '0912', '۹۱۲', '3456', '55555', '010', '001', '00'];
const nobody = ['zzz', 'هیچکس', 'qqxx', 'محمد zzz', '0000000000', 'م qq'];

describe('the search among many', () => {
  it.each([...letters, ...pairs, ...words, ...several, ...digits, ...nobody])(
    'gives for %j what looking at every one would give',
    (text) => {
      expect(found(text)).toEqual(bestOf(text));
    },
  );

  it('finds the last letters and digits of a text as well as those inside', () => {
    const saved = book.save(null, aDraft('Qwx Jvk', ['0700 000 07'], { company: 'Zqf' }));
    const id = saved.ok ? saved.value.id : '';
    for (const text of ['wx', 'vk', 'qf', 'zq', 'qw']) {
      const hits = book.search('office', { ...everything, text });
      expect([text, hits.some(({ contact }) => contact.id === id)]).toEqual([text, true]);
    }
    book.delete([id]);
  });

  it('keeps the order through calls, changes, deletions and imports', () => {
    const same = () => {
      for (const text of ['sara', 'م', 'لی', '912', '9']) expect([text, found(text)]).toEqual([text, bestOf(text)]);
    };
    same();
    addCall('a', all[2999]?.numbers[0]?.written ?? '');
    same();
    const called = rows()
      .filter(({ weight }) => weight > 0)
      .map(({ id }) => id);
    book.save(called[0] ?? '', aDraft('Sara Sara', ['0912 000 0001']));
    same();
    const deleted = book.delete(called.slice(1, 20));
    same();
    expect(book.restore(deleted.ok ? deleted.value.undo : '')).toMatchObject({ ok: true });
    same();
    const id = intake.beginImport({ fileName: 'more.csv', profile: 'office' });
    appendDrafts(intake, id, [aDraft('Sara Imported', [all[0]?.numbers[0]?.written ?? ''])]);
    expect(book.search('office', { ...everything, text: 'sara imported' })).toEqual([]);
    intake.finishImport(id);
    expect(book.search('office', { ...everything, text: 'sara imported' })).toHaveLength(1);
    same();
  });

  it('does not take for changed what was rolled back', () => {
    const before = found('sara');
    database.connection.exec('BEGIN; UPDATE contacts SET weight = weight + 1e12 WHERE weight > 0; ROLLBACK');
    expect(found('sara')).toEqual(before);
  });

  it('weighs also those that are not in memory, where they are not too many', () => {
    const { connection, reportUnreadableRow } = database;
    const read = createReadContacts(connection, reportUnreadableRow);
    const search = createSearchContacts(connection, { read, names: createNameNumbers(connection), mostUsed: 100 });
    for (const text of ['ژاله', 'گلناز', 'zoe', 'yıl', '5555', 'vip', 'زاده', 'xq']) {
      const places = found(text, (asked) => search(1, { ...everything, text: asked }));
      expect([text, places]).toEqual([text, bestOf(text)]);
    }
  });
});

function addCall(id: string, callee: string): void {
  const { name } = database.connection.prepare('SELECT name FROM profiles LIMIT 1').get() as { name: string };
  createCallRepository(database).save(
    anOriginatedCall({ callee, caller: '557' }, { id, profile: name, startedAtMs: morningMs + 60_000 }),
  );
}
