import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Contact, ContactDraft } from '../../shared/domain/contact/contact.ts';
import { aDraft } from '../support/contact-builders.ts';
import { exchangeOver } from '../support/exchange-desk.ts';
import { type TemporaryDatabase, temporaryDatabase } from '../support/temporary-database.ts';

let database: TemporaryDatabase;
let exchange: ReturnType<typeof exchangeOver>;

beforeEach(() => {
  database = temporaryDatabase();
  exchange = exchangeOver(database);
});
afterEach(() => database.remove());

async function imported(rows: string): Promise<string> {
  const path = join(database.folder, 'people.csv');
  writeFileSync(path, `Name,Company,Mobile,Phone,Labels,Notes,Starred\n${rows}\n`);
  exchange.files.open = path;
  const file = await exchange.desk.choose();
  if (!file.ok || file.value === null) throw new Error('The file was not opened');
  const finished = await exchange.desk.run(file.value.id, file.value.reading, 'merge');
  if (!finished.ok || finished.value === null) throw new Error('It was not imported');
  return finished.value.importId;
}

function saved(draft: ContactDraft, id: string | null = null): Contact {
  const answer = exchange.book.save(id, draft);
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
}

async function undone(importId: string) {
  const counts = await exchange.intake.releaseImport(importId);
  await exchange.intake.dropImport(importId);
  return counts;
}

const own = () =>
  exchange.book.list('office', { after: null, limit: 200, source: 'own', favourites: false, tag: null }).contacts;
const ali = () => saved(aDraft('Ali Old', ['09121234567'], { note: 'mine', tags: ['own'] }));
const now = (id: string) => {
  const contact = exchange.book.get('office', id);
  if (contact === null) throw new Error('It is gone');
  return contact;
};
const past = () => exchange.imports.list().map(({ contacts }) => contacts);
const numbers = (id: string) => now(id).numbers.map(({ written }) => written);
const merging = 'Ali Old,Pars,09121234567,02188776655,vip,theirs,';

it('what an import added goes, also from a contact that was changed since; what was done by hand stays', async () => {
  const before = ali();
  const importId = await imported(merging);
  const merged = now(before.id);
  expect(merged).toMatchObject({ company: 'Pars', tags: ['own', 'vip'], note: 'mine\ntheirs' });
  saved({ ...merged, favourite: true, tags: [...merged.tags, 'by hand'], note: 'mine\ntheirs\nlater' }, before.id);
  saved({ ...now(before.id), numbers: [...merged.numbers, { label: 'home', written: '557' }] }, before.id);
  expect(past()).toEqual([1]);
  expect(await undone(importId)).toEqual({ taken: 1, stayed: 0 });
  expect(now(before.id)).toMatchObject({ company: '', favourite: true, tags: ['own', 'by hand'], note: 'mine\nlater' });
  expect(numbers(before.id)).toEqual(['09121234567', '557']);
  expect(past()).toEqual([]);
});

it('a contact that came by the import and was changed since stays as it is, and is counted', async () => {
  const importId = await imported('New,,09120000001,,,,\nOther,,09120000002,,,,');
  const [one] = own();
  if (one === undefined) throw new Error('Nobody came');
  saved({ ...one, favourite: true }, one.id);
  expect(past()).toEqual([1]);
  expect(await undone(importId)).toEqual({ taken: 1, stayed: 1 });
  expect(own().map(({ name }) => name)).toEqual(['New']);
});

it('an import of which nothing is left says so, and takes nothing back', async () => {
  const importId = await imported('New,,09120000001,,,,');
  const [one] = own();
  if (one === undefined) throw new Error('Nobody came');
  saved({ ...one, note: 'by hand' }, one.id);
  expect(past()).toEqual([0]);
  expect(await undone(importId)).toEqual({ taken: 0, stayed: 1 });
});

it('what was deleted and brought back by hand can still be taken back', async () => {
  const before = ali();
  const importId = await imported(merging);
  const deleted = exchange.book.delete([before.id]);
  if (!deleted.ok) throw new Error(deleted.error.code);
  expect(past()).toEqual([0]);
  exchange.book.restore(deleted.value.undo);
  expect(past()).toEqual([1]);
  expect(await undone(importId)).toEqual({ taken: 1, stayed: 0 });
  expect(numbers(before.id)).toEqual(['09121234567']);
});

it('what was put into another contact by hand stays there, and is counted', async () => {
  const before = ali();
  const importId = await imported('Somebody Else,,09121234567,,,,');
  const other = own().find(({ name }) => name === 'Somebody Else');
  exchange.book.merge(before.id, [other?.id ?? '']);
  expect(await undone(importId)).toEqual({ taken: 0, stayed: 1 });
  expect(own()).toHaveLength(1);
});

it('of two imports that added to one contact either can be taken back first, before and after a change by hand', async () => {
  for (const isChanged of [false, true]) {
    for (const isSecondFirst of [false, true]) {
      const before = ali();
      const first = await imported('Ali Old,,09121234567,02188776655,vip,one,');
      const second = await imported('Ali Old,,09121234567,02188776656,press,two,');
      if (isChanged) saved({ ...now(before.id), favourite: true }, before.id);
      const [sooner, later] = isSecondFirst ? [second, first] : [first, second];
      expect(await undone(sooner)).toEqual({ taken: 1, stayed: 0 });
      expect(now(before.id)).toMatchObject({
        tags: ['own', isSecondFirst ? 'vip' : 'press'],
        note: isSecondFirst ? 'mine\none' : 'mine\ntwo',
      });
      expect(await undone(later)).toEqual({ taken: 1, stayed: 0 });
      expect(now(before.id)).toMatchObject({ tags: ['own'], note: 'mine', favourite: isChanged });
      expect(numbers(before.id)).toEqual(['09121234567']);
      exchange.book.delete([before.id]);
    }
  }
});

it('a contact of which nothing would be left stays as it is, and is counted', async () => {
  const before = saved(aDraft('', ['09121234567']));
  const importId = await imported(',,09121234567,02188776655,,,');
  saved({ ...now(before.id), numbers: [{ label: 'work', written: '02188776655' }] }, before.id);
  expect(await undone(importId)).toEqual({ taken: 0, stayed: 1 });
  expect(numbers(before.id)).toEqual(['02188776655']);
});

it('many changed contacts go in steps, and the search finds them as they are then', async () => {
  const people = Array.from({ length: 250 }, (_, at) => saved(aDraft(`P${at}`, [`0912${1_000_000 + at}`])));
  const importId = await imported(people.map((_, at) => `P${at},,0912${1_000_000 + at},,vip,from file,`).join('\n'));
  for (const { id } of people) saved({ ...now(id), favourite: true }, id);
  expect(await undone(importId)).toEqual({ taken: 250, stayed: 0 });
  const hits = (text: string) =>
    exchange.book.search('office', { text, limit: 50, source: 'all', favourites: false, tag: null }).length;
  expect([hits('from file'), hits('p24')]).toEqual([0, 11]);
  expect(own().every(({ favourite, tags }) => favourite && tags.length === 0)).toBe(true);
});
