import { describe, expect, it } from 'vitest';
import { contactFile, readAsGuessed } from '../support/contact-files.ts';

/** File, how it is read, contacts, numbers, and each problem as `line code`. */
const files: readonly (readonly [string, string, number, number, readonly string[]])[] = [
  ['google-new.csv', 'utf-8 ,', 4, 6, []],
  ['google-old.csv', 'utf-8 ,', 3, 3, ['4 number-invalid']],
  ['outlook.csv', 'windows-1252 ,', 2, 5, []],
  ['excel-windows-1256.csv', 'windows-1256 ;', 5, 7, []],
  ['excel-unicode-text.txt', 'utf-16le \t', 2, 3, []],
  ['utf-16-be-without-mark.csv', 'utf-16be ,', 3, 3, []],
  ['excel-sep-line.csv', 'utf-8 ;', 2, 4, []],
  ['tabs-without-headings.tsv', 'utf-8 \t', 3, 3, []],
  ['pipes-persian.csv', 'utf-8 |', 2, 3, []],
  ['uneven-rows.csv', 'utf-8 ,', 5, 3, ['6 cells-left-over', '9 nothing-to-keep']],
  ['unclosed-quote.csv', 'utf-8 ,', 3, 3, ['3 quotes', '6 quotes']],
  ['hostile-names.csv', 'utf-8 ,', 7, 26, ['6 text-cut', '8 too-many-numbers']],
  ['huge-line.csv', 'utf-8 ,', 2, 2, ['3 line-too-long']],
  ['ios.vcf', 'utf-8', 2, 4, []],
  ['android-2.1.vcf', 'utf-8', 3, 4, []],
  ['google.vcf', 'utf-8', 3, 4, []],
  ['outlook.vcf', 'windows-1252', 1, 3, []],
  ['version-4.vcf', 'utf-8', 1, 2, []],
  [
    'broken.vcf',
    'utf-8',
    4,
    4,
    [
      '1 line-unreadable',
      '2 card-unfinished',
      '8 line-unreadable',
      '6 number-invalid',
      '13 nothing-to-keep',
      '21 card-unfinished',
    ],
  ],
];

async function contactsOf(name: string) {
  const read = await readAsGuessed(contactFile(name));
  if (typeof read === 'string') throw new Error(read);
  return read.contacts.flatMap(({ draft }) => (draft === null ? [] : [draft]));
}

describe('files of contacts', () => {
  it.each(files)('reads %s as %j', async (name, form, contacts, numbers, problems) => {
    const read = await readAsGuessed(contactFile(name));
    if (typeof read === 'string') throw new Error(read);
    const { reading } = read;
    expect(reading.kind === 'cards' ? reading.encoding : `${reading.form.encoding} ${reading.form.delimiter}`).toBe(
      form,
    );
    const drafts = read.contacts.flatMap(({ draft }) => (draft === null ? [] : [draft]));
    expect(drafts).toHaveLength(contacts);
    expect(drafts.flatMap((draft) => draft.numbers)).toHaveLength(numbers);
    expect(read.contacts.flatMap((each) => each.problems.map(({ line, code }) => `${line} ${code}`))).toEqual(problems);
  });

  it.each([
    ['empty.csv', 'empty'],
    ['only-blanks.csv', 'empty'],
    ['picture.csv', 'binary'],
    ['workbook.csv', 'workbook'],
    ['no-such-file.csv', 'unreadable'],
  ])('says of %s that it is %s', async (name, problem) => {
    expect(await readAsGuessed(contactFile(name))).toBe(problem);
  });

  it('finds the company in an older export of Google', async () => {
    expect((await contactsOf('google-old.csv'))[0]).toMatchObject({
      name: 'Maryam Rostami',
      company: 'Rostami Trading',
    });
  });

  it('keeps the names of a table in Windows-1256 and in UTF-16 as they were written', async () => {
    expect((await contactsOf('excel-windows-1256.csv')).map(({ name, company }) => `${name}, ${company}`)).toEqual([
      'محمد رضايي, فولاد پارس',
      'زهرا موسوي, ',
      'حسين نوري, بازرگاني نور',
      'فاطمه جعفري, ',
      'پريسا گلزار, چاپ ژرف',
    ]);
    expect((await contactsOf('excel-unicode-text.txt'))[0]).toMatchObject({ name: 'نیلوفر صادقی', company: 'آوا' });
  });

  it('takes labels, groups and stars of Google', async () => {
    const [sara, ali, company] = await contactsOf('google-new.csv');
    expect(sara).toEqual({
      name: 'Sara Ahmadi',
      company: 'Pars Steel',
      numbers: [
        { label: 'mobile', written: '+98 912 345 6789' },
        { label: 'work', written: '021 8877 6655' },
      ],
      favourite: false,
      tags: ['Customers'],
      note: 'Calls back after 15:00,\nprefers mornings',
      trunkName: null,
      doNotCall: false,
    });
    expect(ali).toMatchObject({ name: 'علی کریمی', favourite: true, tags: [] });
    expect(company).toMatchObject({ name: '', company: 'Simorgh Travel' });
    expect(company?.numbers.map(({ label }) => label)).toEqual(['work', 'fax']);
  });

  it('reads cards of telephones: labels of their own, folded notes, quoted-printable in any character set', async () => {
    const [ali] = await contactsOf('ios.vcf');
    expect(ali).toMatchObject({ name: 'Ali Karimi', company: 'Pars Steel, Sales', tags: ['VIP', 'Customers'] });
    expect(ali?.numbers.map(({ label }) => label)).toEqual(['mobile', 'work', 'home']);
    expect(ali?.note).toBe(
      `Prefers mornings, never on Thursdays. ${'A long note that is folded over several lines '.repeat(4)}`.trim(),
    );
    expect((await contactsOf('android-2.1.vcf')).map(({ name }) => name)).toEqual([
      'مهدی حسینی از شرکت بزرگ پخش سراسری',
      'مينا قاسمي',
      'Taxi',
    ]);
    expect((await contactsOf('version-4.vcf'))[0]).toMatchObject({
      company: 'Divan; Poetry, Office',
      note: 'First line\nSecond line',
    });
  });

  it('takes nothing along that hides in a name, and runs nothing', async () => {
    const [formula, markup, hidden] = await contactsOf('hostile-names.csv');
    expect(formula?.name).toBe('=HYPERLINK("http://evil.example","Click")');
    expect(markup?.name).toBe('<img src=x onerror=alert(1)>');
    expect(hidden).toMatchObject({ name: 'gnp.exe Ali', company: 'Bi di', note: 'a b' });
  });
});
