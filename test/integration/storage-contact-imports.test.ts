import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appendDrafts } from '../support/append-drafts.ts';
import { aDraft } from '../support/contact-builders.ts';
import { type ContactDesk, everything, openContacts } from '../support/contact-desk.ts';
import { mustOpen, type TemporaryDatabase, temporaryDatabase } from '../support/temporary-database.ts';

let database: TemporaryDatabase;
let desk: ContactDesk;
let book: ContactDesk['book'];
let intake: ContactDesk['intake'];

beforeEach(() => {
  database = temporaryDatabase();
  desk = openContacts(database);
  ({ book, intake } = desk);
});
afterEach(() => database.remove());

const found: ContactDesk['found'] = (...asked) => desk.found(...asked);
const listed: ContactDesk['listed'] = (...asked) => desk.listed(...asked);
const nameOf: ContactDesk['nameOf'] = (...asked) => desk.nameOf(...asked);
const saved: ContactDesk['saved'] = (...asked) => desk.saved(...asked);

describe('an import', () => {
  it('is seen by nobody until it is finished, and then whole', async () => {
    const id = intake.beginImport({ fileName: 'a.csv', profile: 'office' });
    appendDrafts(intake, id, [aDraft('Ali', ['09123456789'], { tags: ['VIP'] }), aDraft('Sara', ['557'])]);
    expect([
      listed(),
      found('ali'),
      found('557'),
      nameOf('557'),
      book.tags('office'),
      (await book.duplicates()).groups,
    ]).toEqual([[], [], [], null, [], []]);
    expect(intake.finishImport(id)).toBe(true);
    expect([listed(), found('ali'), found('557'), nameOf('557')]).toEqual([['Ali', 'Sara'], ['Ali'], ['Sara'], 'Sara']);
    expect(intake.finishImport(id)).toBe(false);
  });

  it('that was cancelled or cut off by a crash leaves nothing', async () => {
    const cancelled = intake.beginImport({ fileName: 'a.csv', profile: 'office' });
    appendDrafts(
      intake,
      cancelled,
      Array.from({ length: 450 }, (_, index) => aDraft(`Ali ${index}`, [`0912${index}`])),
    );
    await intake.dropImport(cancelled);
    const cutOff = intake.beginImport({ fileName: 'b.csv', profile: 'office' });
    appendDrafts(intake, cutOff, [aDraft('Sara', ['557'])]);
    database.close();
    const again = mustOpen(database.file);
    const later = openContacts({ ...database, connection: again.connection });
    await later.intake.dropUnfinished();
    const left = again.connection.prepare('SELECT count(*) AS n FROM contacts').get();
    expect(left).toEqual({ n: 0 });
    expect(again.connection.prepare('SELECT count(*) AS n FROM contact_imports').get()).toEqual({ n: 0 });
    again.close();
  });

  it('changes contacts that are there, and everything comes back when it is taken back', async () => {
    const ali = saved(aDraft('Ali', ['09123456789']));
    const sara = saved(aDraft('Sara', ['09350000000']));
    const id = intake.beginImport({ fileName: 'a.csv', profile: 'office' });
    intake.replaceImported(id, [
      { id: ali.id, draft: aDraft('Ali', ['09123456789', '557']) },
      { id: sara.id, draft: aDraft('Sara Ahmadi', ['09350000000']) },
    ]);
    expect([listed(), nameOf('557')]).toEqual([['Ali', 'Sara'], null]);
    intake.finishImport(id);
    expect([listed(), nameOf('557'), book.get('office', ali.id)?.numbers.length]).toEqual([
      ['Ali', 'Sara Ahmadi'],
      'Ali',
      2,
    ]);
    // What is changed by hand stays as it was changed.
    saved(aDraft('Sara A.', ['09350000000']), sara.id);
    await intake.dropImport(id);
    expect([listed(), nameOf('557')]).toEqual([['Ali', 'Sara A.'], null]);
    expect(book.get('office', ali.id)).toEqual(ali);
  });

  it('may change what an earlier one changed, and each can be taken back first', async () => {
    const ali = saved(aDraft('Ali', ['1']));
    const change = (name: string) => {
      const id = intake.beginImport({ fileName: `${name}.csv`, profile: 'office' });
      intake.replaceImported(id, [{ id: ali.id, draft: aDraft(name, ['1']) }]);
      intake.finishImport(id);
      return id;
    };
    const [first, second] = [change('Ali 1'), change('Ali 2')];
    expect(listed()).toEqual(['Ali 2']);
    await intake.dropImport(first);
    expect(listed()).toEqual(['Ali 2']);
    await intake.dropImport(second);
    expect(listed()).toEqual(['Ali']);
  });

  it('with a deleted contact does not bring it back', async () => {
    const ali = saved(aDraft('Ali', ['1']));
    const id = intake.beginImport({ fileName: 'a.csv', profile: 'office' });
    intake.replaceImported(id, [{ id: ali.id, draft: aDraft('Ali 1', ['1']) }]);
    intake.finishImport(id);
    book.delete([ali.id]);
    await intake.dropImport(id);
    expect(listed()).toEqual([]);
  });
});

describe('the directory of the PBX', () => {
  const entry = (key: string, name: string) => ({ key, draft: aDraft(name, [key]) });

  it('is replaced as a whole, belongs to its profile and is read only', async () => {
    await intake.replaceDirectory('office', 'pbx-user', [entry('557', 'Ali'), entry('558', 'Sara')]);
    await intake.replaceDirectory('demo', 'pbx-user', [entry('557', 'Demo')]);
    const [ali] = book.search('office', { ...everything, text: '557', limit: 1 });
    expect(ali?.contact).toMatchObject({ name: 'Ali', source: 'pbx-user' });
    await intake.replaceDirectory('office', 'pbx-user', [entry('557', 'Ali Karimi'), entry('559', 'Nima')]);
    expect([listed(), nameOf('557'), nameOf('558')]).toEqual([['Ali Karimi', 'Nima'], 'Ali Karimi', null]);
    const id = ali?.contact.id ?? '';
    expect(book.get('office', id)?.name).toBe('Ali Karimi');
    expect(book.get('demo', id)).toBeNull();
    expect(book.save(id, aDraft('Mine', ['557']))).toEqual({ ok: false, error: { code: 'contact-read-only' } });
    expect(book.delete([id])).toEqual({ ok: false, error: { code: 'contact-read-only' } });
    const rows = database.connection.prepare('SELECT count(*) AS n FROM contacts').get();
    expect(rows).toEqual({ n: 3 });
  });
});
