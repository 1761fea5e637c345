import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { prepareApart } from '../../electron/directory/exchange/prepare-apart.ts';
import type { ReadOrder } from '../../electron/directory/exchange/prepare-contacts.ts';
import { type Bundle, bundle } from '../support/bundle.ts';
import { contactRules } from '../support/contact-files.ts';
import { exchangeOver } from '../support/exchange-desk.ts';
import { type TemporaryDatabase, temporaryDatabase } from '../support/temporary-database.ts';

let built: Bundle;
let database: TemporaryDatabase;

beforeAll(async () => {
  built = await bundle(new URL('../../electron/import-worker.ts', import.meta.url));
});
afterAll(() => built.remove());
beforeEach(() => {
  database = temporaryDatabase();
});
afterEach(() => database.remove());

const reading: ReadOrder['reading'] = {
  kind: 'table',
  form: { encoding: 'utf-8', delimiter: ',', headed: true },
  columns: ['name', 'mobile'],
};

function written(name: string, text: string): string {
  const path = join(database.folder, name);
  writeFileSync(path, text);
  return path;
}

const many = (rows: number) =>
  `Name,Mobile\n${Array.from({ length: rows }, (_, at) => `Person ${at},0912${1_000_000 + at}`).join('\n')}\n`;

async function run(text: string, workerFile: string, onBegun: (cancel: () => void) => void = () => undefined) {
  const exchange = exchangeOver(database, prepareApart(workerFile));
  exchange.files.open = written('people.csv', text);
  const file = await exchange.desk.choose();
  if (!file.ok || file.value === null) throw new Error('The file was not opened');
  exchange.onProgress(() => onBegun(exchange.desk.cancel));
  const finished = await exchange.desk.run(file.value.id, file.value.reading, 'merge');
  return finished.ok ? finished.value : finished.error;
}

const rowsSeen = () =>
  exchangeOver(database).book.list('office', { after: null, limit: 1, source: 'own', favourites: false, tag: null })
    .total;
const imports = () => exchangeOver(database).imports.list();

it('a file that a thread of its own reads is imported whole, and a second time brings nobody', async () => {
  expect(await run(many(5000), built.file)).toMatchObject({ added: 5000, merged: 0, skipped: 0 });
  expect(rowsSeen()).toBe(5000);
  expect(await run(many(5000), built.file)).toMatchObject({ added: 0, merged: 0, skipped: 5000 });
});

it('is cancelled while the thread reads, and leaves nothing', async () => {
  expect(await run(many(20_000), built.file, (cancel) => cancel())).toBeNull();
  expect([rowsSeen(), imports()]).toEqual([0, []]);
});

it('a thread that fails or ends too early fails the import, and leaves nothing', async () => {
  const first = JSON.stringify({
    ok: true,
    value: {
      ...{
        bytesRead: 1,
        repeated: 0,
        fresh: 1,
        shared: [],
        withoutNumber: 1,
        leftOut: 0,
        problems: [],
        numbers: [],
        titles: [],
      },
      drafts: '[]',
      rows: { count: 1, contacts: '[]', numbers: '[]', tags: '[]', texts: '[]' },
    },
  });
  const sendsFirst = `const { parentPort } = require('node:worker_threads'); parentPort.postMessage(${first});`;
  const failing = written('failing.cjs', `${sendsFirst} throw new Error('of the thread');`);
  const ending = written('ending.cjs', `${sendsFirst} process.exit(0);`);
  await expect(run(many(10), failing)).rejects.toThrow('of the thread');
  await expect(run(many(10), ending)).rejects.toThrow('ended before the file');
  await expect(run(many(10), join(database.folder, 'none.cjs'))).rejects.toThrow('none.cjs');
  expect([rowsSeen(), imports()]).toEqual([0, []]);
});

it('tells what the system says of the file', async () => {
  const order: ReadOrder = { path: join(database.folder, 'none.csv'), reading, rules: contactRules, withRows: false };
  const told: unknown[] = [];
  for await (const prepared of prepareApart(built.file)(order)) told.push(prepared);
  expect(told).toEqual([{ ok: false, error: { code: 'import-file', reason: 'unreadable' } }]);
});

it('reads no further ahead than a few batches', async () => {
  const path = written('many.csv', many(20_000));
  const bytesRead: number[] = [];
  const order: ReadOrder = { path, reading, rules: contactRules, withRows: false };
  for await (const prepared of prepareApart(built.file)(order)) {
    if (!prepared.ok) throw new Error(prepared.error.code);
    bytesRead.push(prepared.value.bytesRead);
    // What is still to come is read after this: the file is another one by then.
    if (bytesRead.length === 1) writeFileSync(path, '');
  }
  expect(bytesRead.length).toBeLessThan(15);
});
