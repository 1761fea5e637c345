import { expect, it } from 'vitest';
import { contactDraft } from '../../electron/directory/exchange/contact-draft.ts';
import { rowContact } from '../../electron/directory/exchange/row-contact.ts';
import { cardContact } from '../../electron/directory/exchange/vcard-contact.ts';
import { parseProperty } from '../../electron/directory/exchange/vcard-values.ts';

const rules = { countryCode: '98' };
const read = (written: string) =>
  contactDraft(
    1,
    {
      name: 'Ali',
      company: '',
      numbers: [{ label: null, written }],
      favourite: false,
      tags: [],
      note: '',
      trunkName: '',
      doNotCall: false,
    },
    rules,
  );
const numbers = (written: string) => read(written).draft?.numbers.map((number) => number.written);

it.each([
  '09121110000;02188776655',
  '09121110000 ; 02188776655',
  '09121110000,   02188776655',
  '09121110000 ، 02188776655 ;',
  '09121110000   -   02188776655',
  '\n09121110000 \r\n  02188776655\n',
  '09121110000 |/ 02188776655',
])('two numbers in one cell are two: %j', (written) => {
  expect(numbers(written)).toEqual(['09121110000', '02188776655']);
});

it.each([
  ['09121110011 09121110012', ['09121110011', '09121110012']],
  ['0912 111 0011', ['0912 111 0011']],
  ['0912-111-0004 (office)', ['0912-111-0004']],
  ['۰۹۱۲۱۱۱۰۰۰۴ (منزل)', ['۰۹۱۲۱۱۱۰۰۰۴']],
  ['(021) 88776655', ['(021) 88776655']],
])('%j is read as %j', (written, expected) => {
  expect(numbers(written)).toEqual(expected);
  expect(read(written).problems).toEqual([]);
});

it('what is written behind a number in parentheses is its label', () => {
  expect(read('02188776655 (office)').draft?.numbers[0]?.label).toBe('work');
});

it('two halves of a number are not taken for two', () => {
  expect(numbers('0912111 0011 0912111 0012')).toEqual([]);
});

it('a text that is too long is told by its field', () => {
  const long = 'x'.repeat(5000);
  const raw = { name: long, company: long, numbers: [], favourite: false, tags: [long], note: long };
  const { problems } = contactDraft(1, { ...raw, trunkName: long, doNotCall: false }, rules);
  expect(problems.map((problem) => ('field' in problem ? problem.field : problem.code))).toEqual(
    expect.arrayContaining(['company', 'name', 'note', 'tag', 'trunk']),
  );
});

const doNotCall = (cell: string) => {
  const { draft, problems } = contactDraft(1, rowContact(['Ali', cell], ['name', 'doNotCall']), rules);
  return [draft?.doNotCall, problems];
};

it.each(['✓', '✔️', 'x', '*', 'on', 'ON', 'yes', '1', 'بله', 'آری'])('%j in do not call is a yes', (cell) => {
  expect(doNotCall(cell)).toEqual([true, []]);
});

it.each(['', ' ', 'no', '0', 'false', 'off', 'خیر', '-'])('%j in do not call is a no', (cell) => {
  expect(doNotCall(cell)).toEqual([false, []]);
});

it('what is neither is told', () => {
  expect(doNotCall('maybe')).toEqual([false, [{ line: 1, code: 'do-not-call-unclear', text: 'maybe' }]]);
});

const card = (...lines: readonly string[]) => {
  const properties = lines.flatMap((line) => parseProperty(line) ?? []);
  return contactDraft(1, cardContact(properties), rules).draft;
};

it('a card keeps the extension of a number', () => {
  expect(card('FN:Ali', 'TEL;VALUE=uri:tel:+98-21-8800-1008;ext=12')?.numbers[0]?.written).toBe(
    '+98-21-8800-1008 ext 12',
  );
});

it('a card of a company alone is a company', () => {
  expect(card('ORG:Pars Steel', 'TEL:02188776655')).toMatchObject({ name: '', company: 'Pars Steel' });
});

it('a cell of nothing but spaces between two words takes no time', () => {
  const written = `a${' '.repeat(100_000)}b`;
  const beganMs = performance.now();
  expect(read(written).problems).toMatchObject([{ code: 'number-invalid' }]);
  expect(performance.now() - beganMs).toBeLessThan(1000);
});
