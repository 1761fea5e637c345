import { expect, it } from 'vitest';
import { contactDraft } from '../../electron/directory/exchange/contact-draft.ts';

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

it('a cell of nothing but spaces between two words takes no time', () => {
  const written = `a${' '.repeat(100_000)}b`;
  const beganMs = performance.now();
  expect(read(written).problems).toMatchObject([{ code: 'number-invalid' }]);
  expect(performance.now() - beganMs).toBeLessThan(1000);
});
