import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createExchangeHandlers } from '../../electron/ipc/exchange-handlers.ts';
import type { Contact, ContactDraft } from '../../shared/domain/contact/contact.ts';
import type { OpenedImport } from '../../shared/ipc/import-contract.ts';
import { aDraft } from '../support/contact-builders.ts';
import { exchangeOver } from '../support/exchange-desk.ts';
import { type TemporaryDatabase, temporaryDatabase } from '../support/temporary-database.ts';

let database: TemporaryDatabase;
let exchange: ReturnType<typeof exchangeOver>;

beforeEach(() => {
  database = temporaryDatabase();
  exchange = exchangeOver(database);
});
afterEach(() => database.remove());

async function opened(text: string): Promise<OpenedImport> {
  const path = join(database.folder, 'people.csv');
  writeFileSync(path, text);
  exchange.files.open = path;
  const file = await exchange.desk.choose();
  if (!file.ok || file.value === null) throw new Error('The file was not opened');
  return file.value;
}

async function imported(text: string) {
  const { id, reading } = await opened(text);
  const finished = await exchange.desk.run(id, reading, 'merge');
  return finished.ok ? finished.value : null;
}

function saved(draft: ContactDraft, id: string | null = null): Contact {
  const answer = exchange.book.save(id, draft);
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
}

const own = () =>
  exchange.book.list('office', { after: null, limit: 200, source: 'own', favourites: false, tag: null }).contacts;
const many = (rows: number) =>
  `Name,Mobile\n${Array.from({ length: rows }, (_, at) => `Person ${at},0912${1_000_000 + at}`).join('\n')}\n`;

it('what the agent changes or deletes while a file is read is neither lost nor brought back', async () => {
  const ali = saved(aDraft('Ali', ['0935 000 0001']));
  const sara = saved(aDraft('Sara', ['0935 000 0002']));
  let isDone = false;
  exchange.onProgress(({ work }) => {
    if (work !== 'run' || isDone) return;
    isDone = true;
    saved(aDraft('Ali', ['0935 000 0001'], { note: 'by hand' }), ali.id);
    exchange.book.delete([sara.id]);
  });
  const finished = await imported('Name,Mobile,Labels\nAli,09350000001,vip\nSara,09350000002,vip\n');
  expect(isDone).toBe(true);
  expect(finished).toMatchObject({ added: 0, merged: 1, skipped: 1 });
  expect(own()).toMatchObject([{ name: 'Ali', note: 'by hand', tags: ['vip'] }]);
});

it('people of different names who share the number of a company stay apart; another writing of a name is the same', async () => {
  saved(aDraft('Sara Ahmadi', ['021 8877 6655', '0912 000 0001']));
  saved(aDraft('', ['021 1111 1111']));
  const finished = await imported(
    'Name,Mobile,Notes\nReza Karimi,02188776655,a\nNima,02188776655,b\nsara  ahmadi,09120000001,c\nMina,02111111111,d\n,02188776655,e\n',
  );
  expect(finished).toMatchObject({ added: 2, merged: 2 });
  expect(own().map(({ name }) => name)).toEqual(['Mina', 'Nima', 'Reza Karimi', 'Sara Ahmadi']);
});

it('an import that is taken back is answered for when nobody sees it any more, not when the last row is gone', async () => {
  const finished = await imported(many(1500));
  const handlers = createExchangeHandlers({
    desk: exchange.desk,
    imports: exchange.imports,
    async undoImport(id) {
      const taken = await exchange.intake.releaseImport(id);
      void exchange.intake.dropImport(id);
      return taken;
    },
  });
  await handlers['import:undo']({ importId: finished?.importId ?? '' }, { contentsId: 1 });
  expect(own()).toEqual([]);
  const row: unknown = database.connection.prepare('SELECT count(*) AS rows FROM contacts').get();
  expect((row as { rows: number }).rows).toBeGreaterThan(1000);
});

it('at the end of the program an import leaves nothing that is seen, and an export no half of a file', async () => {
  const { id, reading } = await opened(many(5000));
  const running = exchange.desk.run(id, reading, 'merge');
  await exchange.desk.stop();
  expect(await running).toEqual({ ok: true, value: null });
  expect(own()).toEqual([]);

  await imported(many(1500));
  exchange.files.save = join(database.folder, 'out.csv');
  const begun = new Promise<void>((resolve) => exchange.onProgress(({ work }) => work === 'export' && resolve()));
  const saving = exchange.desk.save('csv');
  await begun;
  await exchange.desk.stop();
  expect(readdirSync(database.folder).filter((name) => name.includes('out.csv'))).toEqual([]);
  expect(await saving).toEqual({ ok: true, value: null });
});

it('the end of the program does not wait for a person who is asked where to save', async () => {
  exchange.files.save = new Promise(() => undefined);
  void exchange.desk.save('csv');
  await exchange.desk.stop();
  expect(readdirSync(database.folder)).not.toContain('out.csv');
});
