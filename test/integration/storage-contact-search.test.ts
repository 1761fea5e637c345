import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCallRepository } from '../../electron/storage/calls/call-repository.ts';
import { markedDoNotCall } from '../../shared/domain/contact/do-not-call.ts';
import type { ContactFilter } from '../../shared/ipc/contact-contract.ts';
import { aMinimalCall, anOriginatedCall, morningMs } from '../support/call-builders.ts';
import { aDraft } from '../support/contact-builders.ts';
import { type ContactDesk, everything, openContacts } from '../support/contact-desk.ts';
import { type TemporaryDatabase, temporaryDatabase } from '../support/temporary-database.ts';

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
