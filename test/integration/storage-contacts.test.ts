import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { visibleText } from '../../shared/domain/neutral-text.ts';
import { aDraft } from '../support/contact-builders.ts';
import { type ContactDesk, openContacts } from '../support/contact-desk.ts';
import { type TemporaryDatabase, temporaryDatabase } from '../support/temporary-database.ts';

let database: TemporaryDatabase;
let desk: ContactDesk;
let book: ContactDesk['book'];

beforeEach(() => {
  database = temporaryDatabase();
  desk = openContacts(database);
  ({ book } = desk);
});
afterEach(() => database.remove());

const found: ContactDesk['found'] = (...asked) => desk.found(...asked);
const listed: ContactDesk['listed'] = (...asked) => desk.listed(...asked);
const nameOf: ContactDesk['nameOf'] = (...asked) => desk.nameOf(...asked);
const saved: ContactDesk['saved'] = (...asked) => desk.saved(...asked);

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
    expect(desk.changes()).toBe(0);
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
