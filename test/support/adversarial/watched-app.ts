import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { type Desk, dial, pastSameIntent } from '../desk.ts';
import { filesHolding } from '../files-holding.ts';
import { mustOpen } from '../temporary-database.ts';
import { formsOf } from '../text-forms.ts';
import { type Lag, watchOwnLag } from './own-lag.ts';
import { heapHolding } from './page-heap.ts';

/** What must turn up nowhere: unlike anything else that is in a program or on a computer. */
export const canaries = {
  user: 'canary-user-6f1c',
  password: 'canary+password/Zk83pQ',
  token: 'canary-token-91hXw2',
} as const;
const secrets = [canaries.password, canaries.token];
/** Whom the PBX of the tests lets answer. */
const number = '09120000001';
const neverWritten = /nobody expected|nobody waited for|failed unexpectedly/;

/** From now on it is measured how late the main process comes to what is due. */
export async function watchLag({ app }: Pick<Desk, 'app'>): Promise<() => Promise<Lag>> {
  await app.electron.evaluate(
    (_electron, source) => Object.assign(globalThis, { lagWatch: new Function(`return (${source})()`)() }),
    String(watchOwnLag),
  );
  return () =>
    app.electron.evaluate(() => {
      const watch = Reflect.get(globalThis, 'lagWatch') as ReturnType<typeof watchOwnLag>;
      watch.stop();
      return watch.read();
    });
}

/** What has to hold of the program after whatever was done to it: it runs, nothing broke unseen, and a call goes as any other. */
export async function expectUnharmed(desk: Desk): Promise<void> {
  const { app, page } = desk;
  expect(app.electron.process().exitCode).toBeNull();
  expect(await page.evaluate(() => Reflect.get({}, 'polluted'))).toBeUndefined();
  expect(await app.electron.evaluate(() => Reflect.get({}, 'polluted'))).toBeUndefined();
  expect(linesOf(app.userDataDir).filter((line) => neverWritten.test(line))).toEqual([]);
  expect(app.complaints).toEqual([]);
  const before = desk.originates().length;
  if ((await desk.calls()).length > 0) await pastSameIntent(desk);
  // However the last call ended: this one is meant.
  await dial(page, number, 'Control+Enter');
  const ended = { callee: number, outcome: 'accepted', records: { cdr: { disposition: 'answered' } } };
  await expect.poll(async () => (await desk.calls())[0], { timeout: 20_000 }).toMatchObject(ended);
  expect(desk.originates()).toHaveLength(before + 1);
}

/** Ends the program; then nothing that it leaves, said or kept in its page may hold a secret, and its database is whole. */
export async function expectNothingLeaked({ app, page, leave }: Pick<Desk, 'app' | 'page' | 'leave'>): Promise<void> {
  // The page has the words that lie in it; so a look that finds nothing found nothing because there is nothing.
  const kept = await heapHolding(page, [...secrets, 'Phone number']);
  expect(kept).toEqual(['Phone number']);
  const clipboard = await app.electron.evaluate(async ({ clipboard: board }) => board.readText());
  const crashes = await app.electron.evaluate(({ app: program }) => program.getPath('crashDumps'));
  await leave();
  for (const secret of secrets) {
    for (const form of formsOf(secret)) {
      expect(`${app.output()}${clipboard}`.includes(form), `said: ${form}`).toBe(false);
    }
  }
  expect(filesHolding(app.userDataDir, secrets)).toEqual([]);
  if (existsSync(crashes)) expect(filesHolding(crashes, secrets)).toEqual([]);
  const database = mustOpen(join(app.userDataDir, 'dialdesk.sqlite'));
  expect(database.connection.prepare('PRAGMA quick_check').all()).toEqual([{ quick_check: 'ok' }]);
  database.close();
}

function linesOf(userDataDir: string): readonly string[] {
  const folder = join(userDataDir, 'logs');
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'));
}
