import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { expect, test } from '@playwright/test';
import { z } from 'zod';
import { demoAccount } from '../../electron/demo-pbx/demo-pbx.ts';
import { requestChannels } from '../../shared/ipc/channels.ts';
import { hostileRequests, largeRecipes, revive } from '../support/adversarial/clone-recipes.ts';
import { seed, sized } from '../support/adversarial/size.ts';
import { canaries, expectNothingLeaked, expectUnharmed, watchLag } from '../support/adversarial/watched-app.ts';
import { type Desk, openDesk } from '../support/desk.ts';
import { type Keyring, startKeyring } from '../support/keyring.ts';

/** Of the rows A12, A13 and A21: what a page can do that somebody else writes the script of. */

let keyring: Keyring;
let desk: Desk;

test.beforeAll(async () => {
  keyring = await startKeyring();
  desk = await openDesk({
    pbx: { accounts: [{ ...demoAccount, ...canaries }], directory: 'full' },
    pbxSettings: canaries,
    launch: { env: keyring.env, args: keyring.args },
  });
  await expect.poll(async () => (await desk.app.state()).pbx.state).toBe('reached');
  expect((await desk.app.state()).credentials).toMatchObject({ protection: 'keychain', hasPassword: true });
});

test.afterAll(() => keyring.stop());

/** What no request that was refused may change. */
async function standing() {
  const { settings, credentials, listener } = await desk.app.state();
  const { state, address } = listener;
  return JSON.stringify({ settings, credentials, state, address, calls: await desk.calls() });
}

const count = sized(1000, 10_000);
/** A page that hung for ever would hang the test, and one evaluation for each request takes longer than what it asks. */
const atOnce = 50;

test(`A12: ${count} requests of hostile values are refused in words, each soon, and change nothing (seed ${seed})`, async () => {
  test.setTimeout(sized(120_000, 1_800_000));
  const { page } = desk;
  const before = await standing();
  await page.evaluate(`globalThis.revive = ${revive}`);
  const requests = hostileRequests(count, seed);
  expect(new Set(requests.map(({ channel }) => channel)).size).toBe(requestChannels.length);
  const lag = await watchLag(desk);
  for (let at = 0; at < requests.length; at += atOnce) {
    const some = requests.slice(at, at + atOnce);
    const answers = await page.evaluate(async (batch) => {
      const make = Reflect.get(globalThis, 'revive') as typeof revive;
      const ask = window.dialer.request as (channel: string, input: unknown) => Promise<unknown>;
      const told: unknown[] = [];
      for (const { channel, recipe } of JSON.parse(batch) as { channel: string; recipe: unknown }[]) {
        try {
          told.push(await ask(channel, make(recipe)));
        } catch (problem) {
          told.push({ thrown: String(problem) });
        }
      }
      return told;
    }, JSON.stringify(some));
    expect(answers).toHaveLength(some.length);
    // Looked at together: an expectation for each would take longer than its request.
    const odd = answers.flatMap((answer, index) =>
      isRefusal(answer) && !/ at .*\.(c?js|ts)/.test(JSON.stringify(answer))
        ? []
        : [{ asked: JSON.stringify(some[index]).slice(0, 300), answer }],
    );
    expect(odd).toEqual([]);
  }
  const { p99Ms, maxMs } = await lag();
  expect(p99Ms).toBeLessThan(50);
  expect(maxMs).toBeLessThan(250);
  expect(await standing()).toBe(before);
  await expectUnharmed(desk);
});

/** What cannot be copied does not leave the page; Electron says so there, in words without a stack. */
const refusal = z.union([
  z.object({ ok: z.literal(false), error: z.object({ code: z.literal('input-invalid') }) }),
  z.object({ thrown: z.string().regex(/clone|recursion depth/i) }),
]);
const isRefusal = (answer: unknown) => refusal.safeParse(answer).success;

test('A12: fifty megabytes and a million values are refused as anything else', async () => {
  const { page } = desk;
  const before = await standing();
  await page.evaluate(`globalThis.revive = ${revive}`);
  for (const recipe of largeRecipes) {
    const answer = await page.evaluate((given) => {
      const make = Reflect.get(globalThis, 'revive') as typeof revive;
      const ask = window.dialer.request as (channel: string, input: unknown) => Promise<unknown>;
      return ask('call:originate', make(JSON.parse(given)));
    }, JSON.stringify(recipe));
    expect(answer).toMatchObject({ ok: false, error: { code: 'input-invalid' } });
  }
  expect(await standing()).toBe(before);
});

const preload = join(import.meta.dirname, '..', '..', 'dist', 'app', 'preload.cjs');

test('A13: a thousand requests of a page that goes meanwhile, a window that closes and strangers harm nobody', async () => {
  const { app, page } = desk;
  const ask = `for (let at = 0; at < 1000; at += 1) void window.dialer.request('call:suggest', { digits: '09', limit: 4 }).catch(() => undefined)`;
  // The page is loaded anew while answers are on their way to it.
  await page.evaluate(`${ask}; location.reload()`);
  await page.getByRole('main').waitFor();
  // A window of ours closes in the middle of its questions.
  await page.evaluate(() => window.dialer.request('window:compact', { open: true }));
  const compactPage = () => app.electron.windows().find((one) => one.url().endsWith('#compact'));
  await expect.poll(() => compactPage() !== undefined).toBe(true);
  const compact = compactPage();
  await compact?.getByRole('main').waitFor();
  const closed = compact?.waitForEvent('close');
  const compactWindow = await app.electron.browserWindow(compact ?? page);
  await compact?.evaluate(
    ask.replaceAll('call:suggest', 'call:list').replace("{ digits: '09', limit: 4 }", '{ before: null, limit: 50 }'),
  );
  await compactWindow.evaluate((one) => one.destroy());
  await closed;
  // Strangers: other contents with our preload script, which go while they ask.
  const answers = await app.electron.evaluate(
    async ({ BrowserWindow }, given) => {
      const told: unknown[] = [];
      for (const url of [
        'about:blank',
        'data:text/html,x',
        'app://dialdesk/index.html',
        'app://dialdesk/index.html#compact',
      ]) {
        const stranger = new BrowserWindow({ show: false, webPreferences: { preload: given.preload, sandbox: true } });
        await stranger.loadURL(url);
        for (const channel of given.channels) {
          const question = `window.dialer.request(${JSON.stringify(channel)}, {})`;
          told.push(await stranger.webContents.executeJavaScript(question));
        }
        void stranger.webContents.executeJavaScript(given.ask).catch(() => undefined);
        await new Promise((resolve) => setImmediate(resolve));
        stranger.destroy();
      }
      return told;
    },
    { preload, ask, channels: requestChannels },
  );
  expect(answers).toHaveLength(4 * requestChannels.length);
  for (const answer of answers)
    expect(answer).toEqual({ ok: false, error: { code: 'input-invalid', field: 'sender' } });
  await expectUnharmed(desk);
});

test('A11: while another program holds the database, events are refused, the window says so, and then all goes on', async () => {
  const { app, page, pbx } = desk;
  const told = async () => (await app.state()).keeping.storage;
  const call = { event_name: 'IncomingCall', number: '09120000031', entry_point: 'MCI' };
  const other = new DatabaseSync(join(app.userDataDir, 'dialdesk.sqlite'));
  other.exec('PRAGMA busy_timeout = 5000; BEGIN EXCLUSIVE');
  expect(await pbx.sendEvent('IncomingCall', { ...call, unique_id: '1911.1' })).toBe(503);
  await expect.poll(told).toBe('busy');
  // Above a call that is shown there is room for their number alone.
  await page.getByRole('button', { name: 'Notices' }).click();
  await expect(page.getByRole('dialog', { name: 'Notices' })).toContainText(/cannot be saved.*tries again by itself/);
  await page.keyboard.press('Escape');
  // A call that could not be written down is not placed.
  const asked = desk.originates().length;
  const answer = await page.evaluate(() =>
    window.dialer.request('call:originate', { destination: '09120000032', trunkName: null }),
  );
  expect(answer).toMatchObject({ ok: false, error: { code: 'storage-failed' } });
  expect(desk.originates()).toHaveLength(asked);
  other.exec('ROLLBACK');
  expect(await pbx.sendEvent('IncomingCall', { ...call, unique_id: '1911.2' })).toBe(200);
  await expect.poll(told).toBe(null);
  const stored = other.prepare("SELECT pbx_call_id AS id FROM inbox WHERE pbx_call_id LIKE '1911.%'").all();
  expect(stored).toEqual([{ id: '1911.2' }]);
  other.close();
  await expectUnharmed(desk);
});

test('A21: nothing of the credentials is in a file, the log, what was said, the clipboard or the memory of the page', async () => {
  await expectNothingLeaked(desk);
});
