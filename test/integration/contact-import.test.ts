import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DuplicateChoice } from '../../shared/domain/exchange/import-file.ts';
import type { OpenedImport } from '../../shared/ipc/import-contract.ts';
import { aDraft } from '../support/contact-builders.ts';
import { contactFile, readAsGuessed } from '../support/contact-files.ts';
import { exchangeOver } from '../support/exchange-desk.ts';
import { type TemporaryDatabase, temporaryDatabase } from '../support/temporary-database.ts';

let database: TemporaryDatabase;
let exchange: ReturnType<typeof exchangeOver>;

beforeEach(() => {
  database = temporaryDatabase();
  exchange = exchangeOver(database);
});
afterEach(() => database.remove());

function must<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: { readonly code: string } },
): T {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

async function opened(path: string): Promise<OpenedImport> {
  exchange.files.open = path;
  const file = must(await exchange.desk.choose());
  if (file === null) throw new Error('No file was chosen');
  return file;
}

function written(name: string, text: string): string {
  const path = join(database.folder, name);
  writeFileSync(path, text);
  return path;
}

async function imported(path: string, duplicates: DuplicateChoice = 'merge') {
  const { id, reading } = await opened(path);
  const finished = must(await exchange.desk.run(id, reading, duplicates));
  if (finished === null) throw new Error('It was cancelled');
  return finished;
}

const names = () =>
  exchange.book
    .list('office', { after: null, limit: 200, source: 'own', favourites: false, tag: null })
    .contacts.map(({ name }) => name);
const named = (name: string) =>
  exchange.book
    .list('office', { after: null, limit: 200, source: 'own', favourites: false, tag: null })
    .contacts.find((contact) => contact.name === name);

const many = (rows: number) =>
  `Name,Mobile\n${Array.from({ length: rows }, (_, at) => `Person ${at},0912${1_000_000 + at}`).join('\n')}\n`;

describe('an import', () => {
  it('does what its check said, and the check changes nothing', async () => {
    exchange.book.save(null, aDraft('Old Friend', ['0912 000 0001']));
    const path = written(
      'a.csv',
      'Name,Mobile\nNew One,09120000002\nOld,+989120000001\nNew One,0912 000 0002\nNo Number,\nBad,abc\n,\n,x\n',
    );
    const { id, reading } = await opened(path);
    const checked = must(await exchange.desk.check(id, reading));
    expect(checked?.counts).toEqual({
      fresh: 3,
      known: 1,
      shared: 0,
      repeated: 1,
      withoutNumber: 2,
      leftOut: 1,
      problems: 3,
    });
    expect(checked?.problems.map(({ line, code }) => `${line} ${code}`)).toEqual([
      '6 number-invalid',
      '8 number-invalid',
      '8 nothing-to-keep',
    ]);
    expect(names()).toEqual(['Old Friend']);
    const finished = must(await exchange.desk.run(id, reading, 'skip'));
    expect(finished).toMatchObject({ added: 3, merged: 0, skipped: 2 });
    expect(names()).toEqual(['Bad', 'New One', 'No Number', 'Old Friend']);
  });

  it('merges what only the file has into the contact with the number, from several lines, and takes all of it back', async () => {
    exchange.book.save(null, aDraft('Sara', ['0912 000 0001'], { company: 'Pars', note: 'mine' }));
    const path = written(
      'merge.csv',
      'Name,Company,Mobile,Phone,Notes,Labels\nSara A,Other,09120000001,02188776655,theirs,vip\nSara B,,09120000001,02188776656,,press\n',
    );
    const finished = await imported(path);
    expect(finished).toMatchObject({ added: 0, merged: 1, skipped: 0 });
    expect(named('Sara')).toMatchObject({ company: 'Pars', note: 'mine\ntheirs', tags: ['vip', 'press'] });
    expect(named('Sara')?.numbers.map(({ written: number }) => number)).toEqual([
      '0912 000 0001',
      '02188776655',
      '02188776656',
    ]);
    expect(await imported(path)).toMatchObject({ added: 0, merged: 0, skipped: 2 });
    await exchange.intake.dropImport(finished.importId);
    expect(named('Sara')).toMatchObject({ company: 'Pars', note: 'mine', tags: [] });
    expect(named('Sara')?.numbers).toHaveLength(1);
  });

  it('finds who has no number by name and company, so that the same file brings nobody twice', async () => {
    const path = written(
      'names.csv',
      'Name,Company,Mobile,Notes\nعلي كريمي,,,first\nSara Ahmadi,Blue,,\nSara Ahmadi,Red,,\nSara Ahmadi,,09120000001,\n',
    );
    const finished = await imported(path);
    expect(finished).toMatchObject({ added: 4, merged: 0, skipped: 0 });
    expect(await imported(path)).toMatchObject({ added: 0, merged: 0, skipped: 4 });
    // In another writing, and with something that is new.
    const other = written(
      'other.csv',
      'Name,Company,Mobile,Labels\nعلی  کریمی,,,vip\nsara ahmadi,BLUE,,press\nSara Ahmadi,Green,,\n',
    );
    const { id, reading } = await opened(other);
    expect(must(await exchange.desk.check(id, reading))?.counts).toMatchObject({ fresh: 1, known: 2 });
    expect(await imported(other)).toMatchObject({ added: 1, merged: 2, skipped: 0 });
    expect(named('علي كريمي')).toMatchObject({ tags: ['vip'], note: 'first' });
  });

  it('takes nobody who has a number for somebody who has none, unless they are of the same company', async () => {
    exchange.book.save(null, aDraft('Ali', ['0912 000 0001']));
    exchange.book.save(null, aDraft('Reza', ['0912 000 0002'], { company: 'Pars' }));
    const path = written('ali.csv', 'Name,Company,Mobile,Notes\nAli,,,another one\nReza,Pars,,the same\n');
    expect(await imported(path)).toMatchObject({ added: 1, merged: 1, skipped: 0 });
    expect(named('Reza')).toMatchObject({ note: 'the same' });
    expect(names()).toEqual(['Ali', 'Ali', 'Reza']);
  });

  it('adds beside each other who shares a number, when that is wanted', async () => {
    exchange.book.save(null, aDraft('Sara', ['0912 000 0001']));
    const path = written('add.csv', 'Name,Mobile\nReza,09120000001\n');
    expect(await imported(path, 'add')).toMatchObject({ added: 1, merged: 0, skipped: 0 });
    expect(names()).toEqual(['Reza', 'Sara']);
  });

  it('counts who has a number of somebody of another name, there or in the file, and leaves them out when that is chosen', async () => {
    exchange.book.save(null, aDraft('علی قدیمی', ['0912 123 4567']));
    const path = written(
      'shared.csv',
      'Name,Mobile\nAli,09121234567\nOne,09120000001\nTwo,0912 000 0001\nThree,+989120000001\nFour,09120000004\n',
    );
    const { id, reading } = await opened(path);
    expect(must(await exchange.desk.check(id, reading))?.counts).toMatchObject({ fresh: 5, known: 0, shared: 3 });
    const merged = await imported(path, 'merge');
    expect(merged).toMatchObject({ added: 5, merged: 0, skipped: 0 });
    await exchange.intake.dropImport(merged.importId);
    expect(await imported(path, 'skip')).toMatchObject({ added: 2, merged: 0, skipped: 3 });
    expect([...names()].sort()).toEqual(['Four', 'One', 'علی قدیمی']);
  });

  it('is seen whole or not at all: cancelled, it leaves nothing, and a later one works', async () => {
    const path = written('many.csv', many(5000));
    const { id, reading } = await opened(path);
    let seenMeanwhile = 0;
    exchange.onProgress(({ contacts }) => {
      seenMeanwhile += names().length;
      if (contacts > 1000) exchange.desk.cancel();
    });
    expect(await exchange.desk.run(id, reading, 'merge')).toEqual({ ok: true, value: null });
    expect(seenMeanwhile).toBe(0);
    expect(names()).toEqual([]);
    expect(exchange.imports.list()).toEqual([]);
    exchange.onProgress(() => undefined);
    expect(must(await exchange.desk.run(id, reading, 'merge'))).toMatchObject({ added: 5000 });
  });

  it('waits for the disk again once it is done', async () => {
    await imported(written('a.csv', 'Name,Mobile\nAli,09120000001\n'));
    expect(database.connection.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 });
  });

  it('is listed with its date and count until it is taken back', async () => {
    const first = await imported(written('first.csv', 'Name,Mobile\nAli,09120000001\n'));
    await imported(written('second: file.csv', 'Name,Mobile\nSara,09120000002\nReza,09120000003\n'));
    expect(exchange.imports.list().map(({ fileName, contacts }) => `${fileName} ${contacts}`)).toEqual([
      'second: file.csv 2',
      'first.csv 1',
    ]);
    await exchange.intake.dropImport(first.importId);
    expect(exchange.imports.list().map(({ fileName }) => fileName)).toEqual(['second: file.csv']);
    expect(names()).toEqual(['Reza', 'Sara']);
  });

  it('is refused when the file is another one by now, or none', async () => {
    const path = written('a.csv', 'Name,Mobile\nAli,09120000001\n');
    const { id, reading } = await opened(path);
    writeFileSync(path, 'Name,Mobile\nSomebody,09129999999\nElse,09129999998\n');
    for (const file of [id, 'other']) {
      expect(await exchange.desk.run(file, reading, 'merge')).toEqual({
        ok: false,
        error: { code: 'import-file', reason: 'changed' },
      });
    }
    expect(names()).toEqual([]);
  });

  it('tells how far it is, and does one thing at a time', async () => {
    const { id, reading, bytes } = await opened(written('many.csv', many(3000)));
    const running = exchange.desk.check(id, reading);
    expect(await exchange.desk.run(id, reading, 'merge')).toEqual({ ok: false, error: { code: 'exchange-busy' } });
    must(await running);
    expect(exchange.progress.at(-1)).toEqual({ work: 'check', done: bytes, total: bytes, contacts: 3000 });
  });

  it('reads a table anew in the form that was chosen', async () => {
    const { id, reading } = await opened(contactFile('excel-windows-1256.csv'));
    expect(reading).toMatchObject({ kind: 'table', form: { encoding: 'windows-1256', delimiter: ';', headed: true } });
    const other = must(exchange.desk.preview(id, { encoding: 'windows-1252', delimiter: ',', headed: false }));
    expect(other.reading).toMatchObject({ form: { encoding: 'windows-1252', delimiter: ',', headed: false } });
    expect(other.rows[0]?.[0]).toMatch(/^äÇã;/);
  });
});

describe('what stands between the columns', () => {
  it.each(['/', '||', '؛', '¦'])('may be %j, as a person says', async (sign) => {
    const path = written('a.csv', `Name${sign}Mobile\nAli${sign}09120000001\n"Sara ${sign} Reza"${sign}09120000002\n`);
    const { id } = await opened(path);
    const { reading } = must(exchange.desk.preview(id, { delimiter: sign }));
    must(await exchange.desk.run(id, reading, 'merge'));
    expect(names()).toEqual(['Ali', `Sara ${sign} Reza`]);
  });

  it('may be any sign that the file itself names', async () => {
    await imported(written('a.csv', 'sep=/\nName/Mobile\nAli/09120000001\n'));
    expect(names()).toEqual(['Ali']);
  });
});

describe('an export', () => {
  it.each([
    ['csv', 'contacts.csv'],
    ['vcard4', 'contacts.vcf'],
    ['vcard3', 'contacts.vcf'],
  ] as const)('as %s reads back as it was', async (format, name) => {
    const sara = aDraft('سارا احمدی', ['+98 912 345 6789', '021-88776655'], {
      company: '=Pars; "Steel"',
      note: 'line one\nline two',
      tags: ['مشتری', 'vip'],
      favourite: true,
      trunkName: 'MCI',
    });
    exchange.book.save(null, sara);
    exchange.book.save(null, aDraft('@Nobody', [], { doNotCall: true }));
    exchange.files.save = join(database.folder, name);
    expect(must(await exchange.desk.save(format))).toEqual({ fileName: name, contacts: 2 });
    const read = await readAsGuessed(exchange.files.save);
    if (typeof read === 'string') throw new Error(read);
    const drafts = read.contacts.flatMap(({ draft }) => draft ?? []);
    expect(read.contacts.flatMap(({ problems }) => problems)).toEqual([]);
    const digits = (text: string) => text.replace(/[^\d+]/g, '');
    const plain = (draft: typeof sara) => ({
      ...draft,
      numbers: draft.numbers.map(({ label, written: number }) => ({ label, written: digits(number) })),
    });
    expect(drafts.map(plain)).toEqual(
      expect.arrayContaining([plain(sara), aDraft('@Nobody', [], { doNotCall: true })]),
    );
  });

  it('begins with the mark by which Excel knows the encoding', async () => {
    exchange.files.save = join(database.folder, 'contacts.csv');
    must(await exchange.desk.save('csv'));
    expect([...readFileSync(exchange.files.save).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  it('leaves what stood there when it is cancelled or cannot be written', async () => {
    for (let at = 0; at < 500; at += 1) exchange.book.save(null, aDraft(`Person ${at}`, [`0912${1_000_000 + at}`]));
    exchange.files.save = written('contacts.csv', 'before');
    exchange.onProgress(() => exchange.desk.cancel());
    expect(await exchange.desk.save('csv')).toEqual({ ok: true, value: null });
    expect(readFileSync(exchange.files.save, 'utf8')).toBe('before');
    expect(readdirSync(database.folder).filter((file) => file.endsWith('.partial'))).toEqual([]);
    exchange.files.save = join(database.folder, 'no-such-folder', 'contacts.csv');
    expect(await exchange.desk.save('csv')).toEqual({
      ok: false,
      error: { code: 'export-not-written', file: 'contacts.csv' },
    });
    expect(existsSync(join(database.folder, 'no-such-folder'))).toBe(false);
  });
});
