import { afterEach, beforeEach, expect, it } from 'vitest';
import { type ContactBook, createContactBook } from '../../electron/storage/contacts/contact-book.ts';
import { createContactImports } from '../../electron/storage/contacts/contact-imports.ts';
import { type ContactIntake, createContactIntake } from '../../electron/storage/contacts/contact-intake.ts';
import { createContactRows } from '../../electron/storage/contacts/contact-rows.ts';
import { createPastImports } from '../../electron/storage/contacts/past-imports.ts';
import type { Contact, ContactDraft } from '../../shared/domain/contact/contact.ts';
import { appendDrafts } from '../support/append-drafts.ts';
import { morningMs } from '../support/call-builders.ts';
import { aDraft } from '../support/contact-builders.ts';
import { type TemporaryDatabase, temporaryDatabase } from '../support/temporary-database.ts';

let database: TemporaryDatabase;
let book: ContactBook;
let intake: ContactIntake;
const clock = () => morningMs;

beforeEach(() => {
  database = temporaryDatabase();
  const { connection, reportUnreadableRow } = database;
  const { noteChange, ...rest } = createContactBook({ connection, clock, reportUnreadableRow, onChange: () => {} });
  book = rest;
  intake = createContactIntake({ connection, clock, onChange: noteChange });
});
afterEach(() => database.remove());

const everything = { source: 'all', favourites: false, tag: null } as const;
const listed = (profile = 'office') =>
  book.list(profile, { ...everything, after: null, limit: 200 }).contacts.map(({ name }) => name);
const found = (text: string) =>
  book.search('office', { ...everything, text, limit: 50 }).map(({ contact }) => contact.name);
const begun = (profile = 'office') => intake.beginImport({ fileName: 'a.csv', profile });
const rowsOf = (where: string) => {
  const row: unknown = database.connection.prepare(`SELECT count(*) AS rows FROM ${where}`).get();
  return (row as { rows: number }).rows;
};

function saved(draft: ContactDraft, id: string | null = null): Contact {
  const answer = book.save(id, draft);
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
}

function merged(keep: Contact, other: Contact) {
  const answer = book.merge(keep.id, [other.id]);
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
}

it('a contact that is changed or merged by hand while an import that changes it goes on stays as it was made', () => {
  const ali = saved(aDraft('Ali', ['1']));
  const [sara, twin] = [saved(aDraft('Sara', ['2'])), saved(aDraft('Sara', ['2', '3']))];
  const id = begun();
  intake.replaceImported(id, [
    { id: ali.id, draft: aDraft('Ali of the file', ['1']) },
    { id: sara.id, draft: aDraft('Sara of the file', ['2']) },
  ]);
  saved(aDraft('Ali by hand', ['1']), ali.id);
  merged(sara, twin);
  intake.finishImport(id);
  expect(listed()).toEqual(['Ali by hand', 'Sara']);
});

it('a merge is not undone over what was changed since', () => {
  const pair = () => [saved(aDraft('Ali', ['0912 345 6789'])), saved(aDraft('A.', ['09123456789']))] as const;
  const [ali, other] = pair();
  const { undo } = merged(ali, other);
  saved(aDraft('Ali Karimi', ['0912 345 6789']), ali.id);
  expect(book.restore(undo)).toEqual({ ok: false, error: { code: 'contact-undo-gone' } });
  expect(listed()).toEqual(['Ali Karimi']);
});

it('duplicates are looked for among own contacts alone, however many a directory or an unfinished import has', async () => {
  const numbers = Array.from({ length: 250 }, (_, at) => `0912${1_000_000 + at}`);
  await intake.replaceDirectory(
    'office',
    'pbx-contact',
    numbers.flatMap((number) =>
      ['a', 'b'].map((name) => ({ key: number + name, draft: aDraft(`${name}${number}`, [number]) })),
    ),
  );
  saved(aDraft('Alone', ['0912 1000 000', '0912 1000 000']));
  appendDrafts(intake, begun(), [aDraft('Not yet', ['09121000000'])]);
  saved(aDraft('Ali', ['0935 999 9999']));
  saved(aDraft('A. Karimi', ['+98 935 999 9999']));
  expect((await book.duplicates()).groups.map((group) => group.map(({ name }) => name).sort())).toEqual([
    ['A. Karimi', 'Ali'],
  ]);
});

/** So many rows like the one of the import that is not done. */
function fillUp(weight: number, rows: number): void {
  database.connection.exec(`
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${rows})
      INSERT INTO contacts (id, source, name, company, note, tags, favourite, do_not_call, changed_at_ms, sort_key, haystack,
        import_key, weight)
      SELECT 'x${weight}-' || i, source, name, company, note, tags, favourite, do_not_call, changed_at_ms, sort_key, haystack,
        import_key, ${weight} FROM n JOIN contacts ON import_key > 0 AND id NOT LIKE 'x%'`);
}

it('rows that are not seen take nobody’s place in a search', () => {
  saved(aDraft('Zz Ali', ['1']));
  const id = begun();
  appendDrafts(intake, id, [aDraft('Zz', ['2'])]);
  fillUp(0, 10_001);
  expect(found('a')).toEqual(['Zz Ali']);
});

it('nor do they among those that are called', () => {
  const id = begun();
  appendDrafts(intake, id, [aDraft('Zz', ['2'])]);
  fillUp(9, 2001);
  for (let at = 0; at < 60; at += 1) saved(aDraft(`Aa Ali ${at}`, ['1']));
  saved(aDraft('Zz Ali', ['1']));
  database.connection.exec("UPDATE contacts SET weight = 5 WHERE name = 'Zz Ali'");
  expect(found('ali')[0]).toBe('Zz Ali');
});

it('an import that is taken back goes in small steps, and gives back in small steps what it replaced', () => {
  const people = Array.from({ length: 600 }, (_, at) => saved(aDraft(`P${at}`, [])));
  const id = begun();
  const become = (name: string) => people.map((one) => ({ id: one.id, draft: aDraft(name, []) }));
  intake.replaceImported(id, become('of the first'));
  intake.finishImport(id);
  const imports = createContactImports(database.connection, createContactRows(database.connection), clock);
  const steps: number[] = [];
  let left = true;
  while (left) {
    const before = rowsOf('contacts WHERE replaced_in > 0 OR import_key > 0');
    left = imports.drop(id);
    steps.push(before - rowsOf('contacts WHERE replaced_in > 0 OR import_key > 0'));
    expect(rowsOf("contacts WHERE name LIKE 'P%'")).toBe(600);
  }
  // So many rows removed, and in the last of these steps as many given back.
  expect(Math.max(...steps)).toBeLessThanOrEqual(500);
  expect(rowsOf('contact_imports')).toBe(0);
  expect(rowsOf('contacts')).toBe(600);
});

it('what replaces a contact while an import that changed it is being taken back is the only one of it in the end', async () => {
  const people = Array.from({ length: 150 }, (_, at) => saved(aDraft(`P${at}`, [])));
  const replaceAll = (name: string) => {
    const id = begun();
    intake.replaceImported(
      id,
      people.map((one) => ({ id: one.id, draft: aDraft(name, []) })),
    );
    intake.finishImport(id);
    return id;
  };
  const first = replaceAll('first');
  const gone = intake.dropImport(first);
  expect(listed().filter((name) => name === 'first')).toEqual([]);
  const second = replaceAll('second');
  expect(listed()).toEqual(people.map(() => 'second'));
  await gone;
  expect(listed()).toEqual(people.map(() => 'second'));
  await intake.dropImport(second);
  expect(listed()).toHaveLength(150);
  expect(rowsOf("contacts WHERE name LIKE 'P%'")).toBe(150);
});

it('an import that is taken back is gone at once, before its rows are', async () => {
  const id = begun();
  appendDrafts(
    intake,
    id,
    Array.from({ length: 450 }, (_, at) => aDraft(`P${at}`, [])),
  );
  intake.finishImport(id);
  const gone = intake.dropImport(id);
  expect(listed()).toEqual([]);
  expect(rowsOf('contacts')).toBeGreaterThan(0);
  await gone;
  expect(rowsOf('contacts')).toBe(0);
});

it('a file is listed by its own name, and its contacts are seen in every profile', () => {
  const id = intake.beginImport({ fileName: 'main: people.csv', profile: 'office' });
  appendDrafts(intake, id, [aDraft('Ali', ['1'])]);
  intake.finishImport(id);
  expect(createPastImports(database.connection).list()).toMatchObject([{ fileName: 'main: people.csv', contacts: 1 }]);
  expect(rowsOf("contact_imports JOIN profiles ON profiles.key = profile_key WHERE name = 'office'")).toBe(1);
  expect([listed('office'), listed('branch')]).toEqual([['Ali'], ['Ali']]);
});

it('the directory of a profile can be forgotten, that of another stays', async () => {
  for (const profile of ['office', 'branch']) {
    await intake.replaceDirectory(profile, 'pbx-user', [{ key: '557', draft: aDraft(`${profile} user`, ['557']) }]);
    await intake.replaceDirectory(profile, 'pbx-contact', [{ key: '9', draft: aDraft(`${profile} contact`, ['9']) }]);
  }
  await intake.dropDirectory('branch');
  await intake.dropDirectory('nobody');
  expect([listed('branch'), listed('office')]).toEqual([[], ['office contact', 'office user']]);
  expect([rowsOf('contacts'), rowsOf('contact_imports')]).toEqual([2, 2]);
});

const indexSetting = () =>
  database.connection.prepare("SELECT v FROM contact_search_config WHERE k = 'automerge'").get() as { v: number };

it('the search finds all of an import at once, also while the pieces of its index are joined', async () => {
  const id = begun();
  for (let from = 0; from < 2400; from += 200) {
    appendDrafts(
      intake,
      id,
      Array.from({ length: 200 }, (_, at) => aDraft(`Person ${from + at}`, [`0912${1_000_000 + from + at}`])),
    );
  }
  intake.finishImport(id);
  for (const at of [0, 999, 1000, 2399]) expect(found(`person ${at}`)).toContain(`Person ${at}`);
  expect(indexSetting()).toEqual({ v: 0 });
  await expect.poll(indexSetting).toEqual({ v: 4 });
  for (const at of [0, 999, 1000, 2399]) expect(found(`person ${at}`)).toContain(`Person ${at}`);
});

it('the search knows nothing of a cancelled import, whose places others take', async () => {
  const id = begun();
  appendDrafts(
    intake,
    id,
    Array.from({ length: 300 }, (_, at) => aDraft(`Cancelled ${at}`, ['1'])),
  );
  await intake.dropImport(id);
  saved(aDraft('Ali', ['2']));
  expect([found('cancelled'), found('ali')]).toEqual([[], ['Ali']]);
  expect(rowsOf('contact_search_docsize')).toBe(1);
  expect(indexSetting()).toEqual({ v: 4 });
});

it('duplicates are found wherever their numbers stand among many', async () => {
  const id = begun();
  const pairs = ['0', '09121000000', '09129999999'];
  const alone = Array.from({ length: 6000 }, (_, at) => aDraft(`Alone ${at}`, [`0935${1_000_001 + at * 7}`]));
  appendDrafts(intake, id, [
    ...alone,
    ...pairs.flatMap((number) => [aDraft('One', [number]), aDraft('Two', [number])]),
  ]);
  intake.finishImport(id);
  const { groups } = await book.duplicates();
  expect(groups.map((group) => group.map(({ numbers }) => numbers[0]?.written))).toEqual(
    pairs.map((number) => [number, number]),
  );
});
