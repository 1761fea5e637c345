import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCallRepository } from '../../electron/storage/calls/call-repository.ts';
import { type ContactBook, createContactBook } from '../../electron/storage/contacts/contact-book.ts';
import { type ContactIntake, createContactIntake } from '../../electron/storage/contacts/contact-intake.ts';
import type { Contact, ContactDraft } from '../../shared/domain/contact/contact.ts';
import { markedDoNotCall } from '../../shared/domain/contact/do-not-call.ts';
import { visibleText } from '../../shared/domain/neutral-text.ts';
import type { ContactFilter } from '../../shared/ipc/contact-contract.ts';
import { appendDrafts } from '../support/append-drafts.ts';
import { aMinimalCall, anOriginatedCall, morningMs } from '../support/call-builders.ts';
import { aDraft } from '../support/contact-builders.ts';
import { mustOpen, type TemporaryDatabase, temporaryDatabase } from '../support/temporary-database.ts';

let database: TemporaryDatabase;
let book: ContactBook;
let intake: ContactIntake;
let changes = 0;

const parts = (connection: TemporaryDatabase['connection']) => {
  const clock = () => morningMs;
  const onChange = () => {
    changes += 1;
  };
  const { noteChange, ...rest } = createContactBook({
    connection,
    clock,
    onChange,
    reportUnreadableRow: database.reportUnreadableRow,
  });
  return { book: rest, intake: createContactIntake({ connection, clock, onChange: noteChange }) };
};

beforeEach(() => {
  changes = 0;
  database = temporaryDatabase();
  ({ book, intake } = parts(database.connection));
});
afterEach(() => database.remove());

const everything: ContactFilter = { source: 'all', favourites: false, tag: null };
const found = (text: string, filter: Partial<ContactFilter> = {}, limit = 50) =>
  book.search('office', { ...everything, ...filter, text, limit }).map(({ contact }) => contact.name);
const listed = (filter: Partial<ContactFilter> = {}) =>
  book.list('office', { ...everything, ...filter, after: null, limit: 200 }).contacts.map(({ name }) => name);
const nameOf = (number: string) => book.names('office', [number])[0]?.name ?? null;

function saved(draft: ContactDraft, id: string | null = null): Contact {
  const answer = book.save(id, draft);
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
}

describe('a contact', () => {
  it('comes back as it was saved, and as it was changed', () => {
    const all = aDraft('Ali Karimi', ['0912 345 6789', '۰۲۱-۸۸۷۷۶۶۵۵ داخلی ۱۲'], {
      company: 'Asiatech',
      tags: ['VIP', 'تهران'],
      note: 'after 15:00\nnever on Thursdays',
      trunkName: 'MCI',
      favourite: true,
      doNotCall: true,
    });
    const { id, changedAtMs } = saved(all);
    expect(book.get('office', id)).toEqual({ ...all, id, source: 'own', changedAtMs });
    saved(aDraft('Ali K.', ['021 1234 5678']), id);
    expect(book.get('office', id)).toMatchObject({ name: 'Ali K.', tags: [], note: '' });
    expect([found('karimi'), found('ali k'), nameOf('09123456789'), nameOf('02112345678')]).toEqual([
      [],
      ['Ali K.'],
      null,
      'Ali K.',
    ]);
    expect(listed()).toEqual(['Ali K.']);
  });

  it('needs something to be found by, and numbers with digits', () => {
    expect(book.save(null, aDraft('  ', ['  ']))).toEqual({ ok: false, error: { code: 'contact-empty' } });
    expect(book.save(null, aDraft('Ali', ['office']))).toEqual({
      ok: false,
      error: { code: 'contact-number-invalid', written: 'office' },
    });
    expect(book.save('gone', aDraft('Ali', []))).toEqual({ ok: false, error: { code: 'contact-gone' } });
    expect(changes).toBe(0);
  });

  it('of hostile texts comes back as well', () => {
    const texts = ['"', "'; DROP TABLE contacts; --", '%_*', '\0\ud800\ufffd', 'a\nb', '\u202e\u2066', '👩‍👩‍👧'];
    for (const text of texts) {
      const { id } = saved(aDraft(`x${text}`, ['1'], { note: text, tags: [`t${text}`], company: text }));
      expect(book.get('office', id)).toMatchObject({
        name: visibleText(`x${text}`),
        note: text,
        tags: [visibleText(`t${text}`)],
      });
      expect(() => found(text)).not.toThrow();
      expect(() => found(`${text} ${text}`)).not.toThrow();
    }
    expect(listed()).toHaveLength(texts.length);
    expect(database.unreadable).toEqual([]);
  });

  it('that cannot be read is passed over, reported and kept', () => {
    const { id } = saved(aDraft('Ali', ['0912 345 6789']));
    saved(aDraft('Alia', []));
    database.connection.exec(`UPDATE contacts SET tags = 'torn' WHERE id = '${id}'`);
    expect([found('ali'), listed()]).toEqual([['Alia'], ['Alia']]);
    expect(database.unreadable).toMatchObject([{ table: 'contacts', id }]);
  });
});

describe('a deletion', () => {
  it('takes everything of the contacts, and gives it back once', () => {
    const ali = saved(aDraft('Ali', ['09123456789'], { tags: ['VIP'] }));
    const sara = saved(aDraft('Sara', ['02188776655']));
    const deleted = book.delete([ali.id, sara.id]);
    expect([listed(), found('ali'), found('887766'), nameOf('09123456789'), book.tags('office')]).toEqual([
      [],
      [],
      [],
      null,
      [],
    ]);
    const undo = deleted.ok ? deleted.value.undo : '';
    expect(book.restore(undo)).toMatchObject({ ok: true });
    expect(book.get('office', ali.id)).toEqual(ali);
    expect([found('887766'), nameOf('+98 21 8877 6655')]).toEqual([['Sara'], 'Sara']);
    expect(book.restore(undo)).toEqual({ ok: false, error: { code: 'contact-undo-gone' } });
    expect(book.delete(['nobody'])).toEqual({ ok: false, error: { code: 'contact-gone' } });
  });
});

describe('what is typed into one contact', () => {
  it('is kept without what turns it around or cannot be seen, but with what joins letters and signs', () => {
    const sara = saved(
      aDraft('Sara \u202eidamhA\u202c', ['\u202a+98 912 111 2233\u202c'], {
        company: '\u2067شرکت\u2069 خانه\u200cها\ufeff\u0000',
        tags: ['VIP\u200f', '\u200e', '👩\u200d💼'],
      }),
    );
    expect(sara).toMatchObject({
      name: 'Sara idamhA',
      company: 'شرکت خانه\u200cها',
      numbers: [{ written: '+98 912 111 2233' }],
      tags: ['VIP', '👩\u200d💼'],
    });
    expect(book.get('office', sara.id)).toEqual(sara);
    expect(book.save(null, aDraft('\u202e', []))).toEqual({ ok: false, error: { code: 'contact-empty' } });
  });

  it('is one number where it is the same in other writings, as it was written first', () => {
    const sara = saved(aDraft('Sara', ['0912 111 2233', '+98 912 111 2233', '۰۹۱۲۱۱۱۲۲۳۳', '558']));
    expect(sara.numbers.map(({ written }) => written)).toEqual(['0912 111 2233', '558']);
  });
});

describe('duplicates', () => {
  it('are contacts that share a number in any writing, and become one that can be taken apart again', async () => {
    const ali = saved(aDraft('Ali', ['0912 345 6789']));
    const karimi = saved(
      aDraft('A. Karimi', ['+98 912 345 67 89', '021 8877 6655'], { tags: ['VIP'], doNotCall: true }),
    );
    saved(aDraft('Office', ['0098 21 8877 6655'], { note: 'front desk' }));
    saved(aDraft('Somebody', ['0935 345 6789']));
    const groups = (await book.duplicates()).groups.map((group) => group.map(({ name }) => name).sort());
    expect(groups).toEqual([['A. Karimi', 'Ali', 'Office']]);
    const merged = book.merge(ali.id, [karimi.id]);
    if (!merged.ok) throw new Error(merged.error.code);
    expect(merged.value.contact).toMatchObject({
      id: ali.id,
      name: 'Ali',
      numbers: [{ written: '0912 345 6789' }, { written: '021 8877 6655' }],
      tags: ['VIP'],
      doNotCall: true,
    });
    expect(listed()).toEqual(['Ali', 'Office', 'Somebody']);
    expect(book.restore(merged.value.undo)).toMatchObject({ ok: true });
    expect(book.get('office', ali.id)).toEqual(ali);
    expect(book.get('office', karimi.id)).toEqual(karimi);
  });

  it('are proposed no more once they are kept apart: who joins them is, with one of them, until all are proposed again', async () => {
    const [ali, sara] = [saved(aDraft('Ali', ['02188776655'])), saved(aDraft('Sara', ['+98 21 8877 6655']))];
    book.keepApart([sara.id, ali.id]);
    book.keepApart([ali.id, sara.id]);
    expect(await book.duplicates()).toEqual({ groups: [], apart: 1 });
    const reza = saved(aDraft('Reza', ['021 8877 6655']));
    expect(await book.duplicates()).toMatchObject({ groups: [[{}, { id: reza.id }]], apart: 1 });
    book.delete([reza.id]);
    expect(await book.duplicates()).toEqual({ groups: [], apart: 1 });
    book.proposeAgain();
    expect(await book.duplicates()).toMatchObject({ groups: [[{}, {}]], apart: 0 });
  });

  it('are kept apart in part: of three the others are still proposed', async () => {
    const ali = saved(aDraft('Ali', ['02188776655', '09121112233']));
    const sara = saved(aDraft('Sara', ['+98 21 8877 6655']));
    const reza = saved(aDraft('Reza', ['0912 111 2233']));
    const groups = async () => (await book.duplicates()).groups.map((group) => group.map(({ name }) => name).sort());
    expect(await groups()).toEqual([['Ali', 'Reza', 'Sara']]);
    book.keepApart([ali.id, sara.id]);
    expect(await groups()).toEqual([['Ali', 'Reza']]);
    book.keepApart([ali.id, reza.id]);
    expect(await groups()).toEqual([]);
    expect(await book.duplicates()).toMatchObject({ apart: 1 });
  });

  it('that are too much for one contact stay apart', () => {
    const full = (start: string) =>
      saved(
        aDraft(
          start,
          Array.from({ length: 20 }, (_, index) => `${start}${String(10_000_000 + index)}`),
        ),
      );
    const [one, other] = [full('0912'), full('0935')];
    expect(book.merge(one.id, [other.id])).toEqual({ ok: false, error: { code: 'contact-too-large' } });
    expect(listed()).toHaveLength(2);
  });
});

describe('the list', () => {
  it('is in the order of the Persian alphabet, page by page', () => {
    const names = ['آرش', 'بهرام', 'پری', 'تینا', 'چنگیز', 'رضا', 'ژاله', 'کاوه', 'گلی', 'لاله', 'یاسمن'];
    for (const name of ['Zed', 'alice', ...[...names].reverse(), 'Bob']) saved(aDraft(name, []));
    const pages: string[][] = [];
    let after = null;
    do {
      const page = book.list('office', { ...everything, after, limit: 4 });
      expect(page.total).toBe(14);
      pages.push(page.contacts.map(({ name }) => name));
      after = page.next;
    } while (after !== null);
    expect(pages.flat()).toEqual(['alice', 'Bob', 'Zed', ...names]);
    expect(pages.map(({ length }) => length)).toEqual([4, 4, 4, 2]);
  });

  it('is read backwards from any place, which says how far down it is', () => {
    for (const name of ['e', 'd', 'c', 'b', 'a']) saved(aDraft(name, [], { favourite: name !== 'b' }));
    const at = (sortKey: string, limit: number, filter: Partial<ContactFilter> = {}) => {
      const page = book.listBefore('office', { ...everything, ...filter, before: { sortKey, id: '' }, limit });
      const { contacts, previous, skipped } = page;
      return [contacts.map(({ name }) => name).join(''), previous?.sortKey ?? null, skipped];
    };
    expect(at('e', 2)).toEqual(['cd', 'b', 2]);
    expect(at('e', 4)).toEqual(['abcd', null, 0]);
    expect(at('e', 3, { favourites: true })).toEqual(['acd', null, 0]);
    expect(at('a', 3)).toEqual(['', null, 0]);
    expect(at('zz', 1)).toEqual(['e', 'd', 4]);
  });

  it('can be of favourites, of a tag or of one source', async () => {
    saved(aDraft('Ali', [], { favourite: true }));
    saved(aDraft('Sara', [], { tags: ['VIP'] }));
    await intake.replaceDirectory('office', 'pbx-user', [{ key: '557', draft: aDraft('Front desk', ['557']) }]);
    expect(listed({ favourites: true })).toEqual(['Ali']);
    expect(listed({ tag: 'VIP' })).toEqual(['Sara']);
    expect(listed({ source: 'pbx' })).toEqual(['Front desk']);
    expect(listed({ source: 'own' })).toEqual(['Ali', 'Sara']);
    expect(book.tags('office')).toEqual([{ tag: 'VIP', contacts: 1 }]);
    expect(book.list('office', { ...everything, tag: 'VIP', after: null, limit: 5 }).total).toBe(1);
    expect([found('sa', { tag: 'VIP' }), found('al', { tag: 'VIP' }), found('al', { favourites: true })]).toEqual([
      ['Sara'],
      [],
      ['Ali'],
    ]);
  });
});

describe('the search', () => {
  it.each([
    ['علي كاظمي', 'علی کاظمی'],
    ['علی', 'عَلِیّ'],
    ['میرزایی', 'ميرزائي'],
    ['امیرحسین', 'امیر حسین'],
    ['امیر حسین', 'امیر‌حسین'],
    ['فاطمه', 'فاطمة'],
    ['ارش', 'آرش'],
    ['موسی', 'موسى'],
    ['muller', 'Müller'],
    ['duc dang', 'Đặng Văn Đức'],
    ['strasse', 'Straße'],
    ['lodz', 'Łódź'],
    ['obrien', 'O’Brien'],
    ['ISTANBUL', 'İstanbul'],
    ['۱۲', 'Shop 12'],
    ['al ka', 'Ali Karimi'],
    ['ka al', 'Ali Karimi'],
    ['k', 'Ali Karimi'],
  ])('by %j finds %j', (text, name) => {
    saved(aDraft(name, ['0935 111 2233']));
    saved(aDraft('Somebody', ['0935 999 9999']));
    expect(found(text)).toEqual([name]);
  });

  it.each([
    '0912',
    '912',
    '۹۱۲۳',
    '345 67',
    '6789',
    '89',
    '+98 912 345 6789',
    '00989123456789',
    '0912-345-6789',
    '(0912) 345',
  ])('by the number %j finds its contact', (text) => {
    saved(aDraft('Ali', ['0912 345 6789']));
    saved(aDraft('Somebody', ['0935 111 0000']));
    expect(found(text)).toEqual(['Ali']);
  });

  it('says where it found what', () => {
    saved(aDraft('Ali', ['557', '0912 345 6789'], { company: 'Asiatech', tags: ['VIP'], note: 'likes tea' }));
    const matched = (text: string) => book.search('office', { ...everything, text, limit: 5 })[0]?.matched;
    expect(matched('al')).toEqual({ field: 'name', numberIndex: null });
    expect(matched('asia')).toEqual({ field: 'company', numberIndex: null });
    expect(matched('34567')).toEqual({ field: 'number', numberIndex: 1 });
    expect(matched('vip')).toEqual({ field: 'tag', numberIndex: null });
    expect(matched('tea')).toEqual({ field: 'note', numberIndex: null });
  });

  it('ranks exact, then beginnings, then words, and in each what was called last and often', () => {
    const store = createCallRepository(database);
    for (const [name, number] of [
      ['Sara', '09120000001'],
      ['Sara Ahmadi', '09120000002'],
      ['Sara Zamani', '09120000003'],
      ['Nima Sara', '09120000004'],
      ['Masarat', '09120000005'],
    ] as const) {
      saved(aDraft(name, [number]));
    }
    expect(found('sara')).toEqual(['Sara', 'Sara Ahmadi', 'Sara Zamani', 'Nima Sara', 'Masarat']);
    store.save(anOriginatedCall({ callee: '09120000003' }, { id: 'a', startedAtMs: morningMs }));
    expect(found('sara')).toEqual(['Sara', 'Sara Zamani', 'Sara Ahmadi', 'Nima Sara', 'Masarat']);
    store.save(aMinimalCall({ id: 'b', caller: '+98 912 000 0002', startedAtMs: morningMs - 1 }));
    store.save(aMinimalCall({ id: 'c', caller: '9120000002', startedAtMs: morningMs - 1 }));
    expect(found('sara').slice(0, 3)).toEqual(['Sara', 'Sara Zamani', 'Sara Ahmadi']);
    store.save(aMinimalCall({ id: 'd', caller: '9120000002', startedAtMs: morningMs - 1 }));
    expect(found('sara').slice(0, 3)).toEqual(['Sara', 'Sara Ahmadi', 'Sara Zamani']);
    expect(found('').slice(0, 3)).toEqual(['Sara Ahmadi', 'Sara Zamani', 'Masarat']);
  });

  it('knows of calls that were made before the contact existed', () => {
    const store = createCallRepository(database);
    store.save(anOriginatedCall({ callee: '09120000009' }, { id: 'a', startedAtMs: morningMs }));
    saved(aDraft('Ali A', ['0912 000 0001']));
    saved(aDraft('Ali B', ['+98 912 000 0009']));
    expect(found('ali')).toEqual(['Ali B', 'Ali A']);
    // Of a call that comes in the number may be known a little later.
    store.save(aMinimalCall({ id: 'b', caller: '', startedAtMs: morningMs + 1 }));
    store.save(aMinimalCall({ id: 'b', caller: '09120000001', startedAtMs: morningMs + 5 * 86_400_000 }));
    expect(found('ali')).toEqual(['Ali A', 'Ali B']);
  });

  it('without a text begins with the favourites', () => {
    for (const name of ['Bob', 'Alice']) saved(aDraft(name, []));
    saved(aDraft('Zed', [], { favourite: true }));
    expect(found('')).toEqual(['Zed', 'Alice', 'Bob']);
    expect(found('', {}, 2)).toEqual(['Zed', 'Alice']);
  });
});

describe('names of numbers', () => {
  it('are those of whom the agent wrote down, whatever the writing', async () => {
    await intake.replaceDirectory('office', 'pbx-contact', [
      { key: '1', draft: aDraft('ALI (PBX)', ['09123456789']) },
      { key: '2', draft: aDraft('Shop', ['02188776655']) },
    ]);
    saved(aDraft('Ali', ['+98 912 345 6789']));
    saved(aDraft('', ['0935 000 0000'], { company: 'Asiatech', trunkName: 'MCI' }));
    expect(book.names('office', ['09123456789', '8877 6655', '557', '', 'anonymous', '+989350000000'])).toMatchObject([
      { name: 'ALI (PBX)', source: 'pbx-contact' },
      { name: 'Shop', trunkName: null },
      null,
      null,
      null,
      { name: '', company: 'Asiatech', trunkName: 'MCI' },
    ]);
    expect(nameOf('989123456789')).toBe('Ali');
  });

  it('find contacts in one question for a whole batch: in the order of the numbers, the best of each first, each once', async () => {
    await intake.replaceDirectory('office', 'pbx-user', [{ key: '1', draft: aDraft('Desk', ['09121234567']) }]);
    saved(aDraft('Sara', ['0935 000 0000', '021 8877 6655']));
    saved(aDraft('Ali', ['+98 912 123 4567']));
    // The same last digits, which are another number.
    saved(aDraft('Far', ['0939 123 4567']));
    const names = (...numbers: readonly string[]) => book.findByNumbers('office', numbers).map(({ name }) => name);
    expect(names('02188776655', '0912 123 4567', '۰۹۳۵۰۰۰۰۰۰۰', '557', '', '09121234567')).toEqual([
      'Sara',
      'Desk',
      'Ali',
    ]);
    expect(names('+989121234567')).toEqual(['Ali', 'Desk']);
    expect(names()).toEqual([]);
    expect(names('anonymous')).toEqual([]);
  });

  it('do not matter to who is looked for by title: own contacts in any writing', async () => {
    await intake.replaceDirectory('office', 'pbx-user', [{ key: '1', draft: aDraft('Ali', ['557']) }]);
    saved(aDraft('علي كاظمي', ['09121234567']));
    saved(aDraft('', [], { company: 'Asiatech' }));
    saved(aDraft('Ali', []));
    const titles = (...of: readonly string[]) =>
      book.findByTitles(of).map(({ name, company, source }) => `${name || company} ${source}`);
    expect(titles('علی کاظمی', 'ASIATECH')).toEqual(['علي كاظمي own', 'Asiatech own']);
    expect(titles('ali', 'Ali')).toEqual(['Ali own']);
    expect(titles('Al', 'nobody')).toEqual([]);
  });
});

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
    const later = parts(again.connection);
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

describe('who must not be called', () => {
  it('is found whoever else has the number, and is named by the company where there is no name', () => {
    const of = (...numbers: string[]) => markedDoNotCall(book.findByNumbers('office', numbers));
    saved(aDraft('Ali', ['09123456789'], { favourite: true }));
    expect(of('09123456789')).toBeNull();
    const marked = saved(aDraft('', ['+98 912 345 6789'], { company: 'Asiatech', doNotCall: true }));
    expect(nameOf('09123456789')).toBe('Ali');
    expect(of('09123456789')).toEqual({ name: 'Asiatech' });
    expect(of('0935', '9123456789')).toEqual({ name: 'Asiatech' });
    book.delete([marked.id]);
    expect(of('09123456789')).toBeNull();
  });
});
