import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvHead, csvRow } from '../../electron/directory/exchange/csv-writer.ts';
import { guessColumns } from '../../electron/directory/exchange/guess-columns.ts';
import { rowContact } from '../../electron/directory/exchange/row-contact.ts';
import { firstRows } from '../../electron/directory/exchange/table-form.ts';
import { createCardReader } from '../../electron/directory/exchange/vcard-cards.ts';
import { cardContact } from '../../electron/directory/exchange/vcard-contact.ts';
import { createLineReader } from '../../electron/directory/exchange/vcard-lines.ts';
import { vcard } from '../../electron/directory/exchange/vcard-writer.ts';
import { type Contact, numberLabels } from '../../shared/domain/contact/contact.ts';

const plain: Contact = {
  id: 'c1',
  source: 'own',
  changedAtMs: 0,
  name: 'Ali Karimi',
  company: '',
  numbers: [{ label: 'mobile', written: '+98 912-345-6789' }],
  favourite: false,
  tags: [],
  note: '',
  trunkName: null,
  doNotCall: false,
};

function readTable(text: string) {
  const rows = firstRows(text.replace(/\r\n/g, '\n'), ',', true).map(({ cells }) => cells);
  const { columns } = guessColumns(rows, '98');
  return rows.slice(1).map((cells) => rowContact(cells, columns));
}

function readCards(text: string) {
  const lines = createLineReader()(text.replace(/\r\n/g, '\n'), true);
  return createCardReader()(lines, true).map(({ properties }) => cardContact(properties));
}

const word = fc.stringMatching(/^[A-Za-zا-ی=+@,;:"'\\(][A-Za-zا-ی=+\-@,;:"'\\() .]{0,40}[A-Za-zا-ی.]$/);
const contacts: fc.Arbitrary<Contact> = fc.record({
  id: fc.constant('c1'),
  source: fc.constant('own' as const),
  changedAtMs: fc.constant(0),
  name: word,
  company: word,
  numbers: fc.array(
    fc.record({ label: fc.constantFrom(...numberLabels), written: fc.stringMatching(/^\+?[1-9][0-9]{6,13}$/) }),
    { maxLength: 4 },
  ),
  favourite: fc.boolean(),
  tags: fc.uniqueArray(fc.stringMatching(/^[a-zا-ی]{1,12}$/), { maxLength: 4 }),
  note: fc.array(word, { maxLength: 3 }).map((lines) => lines.join('\n')),
  trunkName: fc.constantFrom(null, 'MCI', 'Trunk, two'),
  doNotCall: fc.boolean(),
});

const digitsOf = (written: string) => written.replace(/[^\d+]/g, '');
const kept = (contact: Contact) => ({
  ...contact,
  numbers: contact.numbers.map(({ label, written }) => ({ label, written: digitsOf(written) })),
});

describe('contacts in a table', () => {
  it.each(['=1+1', '+cmd|x', '-2+3', '@SUM(1)', '\tx', '\rx', ' =1+1', '\u00a0-1', '＝1+1', '＠SUM(1)'])(
    'lets no spreadsheet run %j',
    (name) => {
      for (const contact of [
        { ...plain, name },
        { ...plain, company: name },
        { ...plain, note: name },
        { ...plain, tags: [name] },
        { ...plain, trunkName: name },
        { ...plain, numbers: [{ label: 'other' as const, written: `+98${name}` }] },
      ]) {
        const cells = firstRows(csvRow(contact).replace(/\r\n/g, '\n'), ',', true)[0]?.cells ?? [];
        expect(cells.filter((cell) => /^\s*[=+\-@＝＋－＠\t\r]/.test(cell) && !/^\+?[\d ]+$/.test(cell))).toEqual([]);
      }
    },
  );

  it.each([
    ['+98 912-345-6789', '+98 912 345 6789'],
    ['+98-21-88', '+98 2188'],
    ['09123456789', '0912 345 6789'],
    ['۰۲۱ ۸۸۷۷ ۶۶۵۵', '021 8877 6655'],
    ['*21#', '*21#'],
    ['101', '101'],
  ])('writes %s as text that stays a number: %s', (written, cell) => {
    expect(csvRow({ ...plain, numbers: [{ label: 'mobile', written }] })).toContain(`mobile,${cell},`);
  });

  it('reads back what it wrote', () => {
    fc.assert(
      fc.property(contacts, (contact) => {
        const [read] = readTable(csvHead + csvRow(contact));
        const numbers = read?.numbers.map(({ label, written }) => ({ label, written: digitsOf(written) }));
        const { name, company, note, favourite, doNotCall, tags } = kept(contact);
        const others = kept(contact).numbers.map(({ label, written }) => ({
          label: label === 'other' ? null : label,
          written,
        }));
        expect({ ...read, numbers }).toEqual({
          name,
          company,
          note,
          favourite,
          doNotCall,
          tags,
          numbers: others,
          trunkName: contact.trunkName ?? '',
        });
      }),
      { numRuns: 300 },
    );
  });
});

describe.each(['3.0', '4.0'] as const)('contacts in cards of version %s', (version) => {
  it('reads back what it wrote, no line longer than the standard allows', () => {
    fc.assert(
      fc.property(contacts, (contact) => {
        const text = vcard(contact, version);
        for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        const [read] = readCards(text);
        const { name, company, note, favourite, doNotCall, tags } = contact;
        const numbers = contact.numbers.map(({ label, written }) => ({
          label: label === 'other' ? null : label,
          written,
        }));
        const trunkName = contact.trunkName ?? '';
        expect(read).toEqual({ name, company, note, favourite, doNotCall, tags, numbers, trunkName });
      }),
      { numRuns: 300 },
    );
  });
});
