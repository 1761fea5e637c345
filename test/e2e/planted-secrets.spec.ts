import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { demoAccount } from '../../electron/demo-pbx/demo-pbx.ts';
import { type Desk, dial, openDesk } from '../support/desk.ts';
import { filesHolding } from '../support/files-holding.ts';
import { plantedSecrets } from '../support/planted-secrets.ts';

let desk: Desk;
test.afterEach(() => desk.leave());

/** Everything that the window is told of from now on. */
async function listen(page: Page): Promise<() => Promise<string>> {
  await page.evaluate(() => {
    const heard: unknown[] = [];
    Object.assign(globalThis, { heard });
    const hear = (told: unknown) => heard.push(told);
    window.dialer.subscribe('state:changed', hear);
    window.dialer.subscribe('contacts:changed', hear);
    window.dialer.subscribe('directory:changed', hear);
    window.dialer.subscribe('presence:changed', hear);
    window.dialer.subscribe('checks:changed', hear);
    window.dialer.subscribe('call:changed', hear);
    window.dialer.subscribe('event:received', hear);
  });
  return () => page.evaluate(() => JSON.stringify(Reflect.get(globalThis, 'heard')));
}

/** What a page can ask that has to do with the PBX, with all answers in one text. */
function askEverything(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const { request } = window.dialer;
    const everybody = { source: 'all', favourites: false, tag: null } as const;
    const answers: unknown[] = [
      await request('directory:refresh', {}),
      await request('directory:read', {}),
      await request('presence:read', {}),
      await request('presence:pause', { queue: null, paused: true }),
      await request('presence:pause', { queue: null, paused: false }),
      await request('pbx:list-trunks', {}),
      await request('pbx:check', {}),
      await request('checks:start', {}),
      await request('app:snapshot', {}),
      await request('contact:tags', {}),
      await request('contact:names', { numbers: ['553', '09120001001'] }),
      await request('contact:search', { text: '553', limit: 50, ...everybody }),
      await request('call:suggest', { digits: '553', limit: 4 }),
      await request('call:plan', { destination: '553', trunkName: 'MCI', contactTrunk: null, literal: false }),
      await request('call:list', { before: null, limit: 50 }),
      await request('listener:recent-events', { limit: 50 }),
    ];
    let after: { readonly sortKey: string; readonly id: string } | null = null;
    do {
      const answer: Awaited<ReturnType<typeof request<'contact:list'>>> = await request('contact:list', {
        after,
        limit: 200,
        ...everybody,
      });
      answers.push(answer);
      after = answer.ok ? answer.value.next : null;
    } while (after !== null);
    return JSON.stringify(answers);
  });
}

test('nothing that the PBX sends besides reaches an answer, an event, the page, the log or any file', async () => {
  desk = await openDesk({ pbx: { directory: 'full', moreContacts: 450 } });
  const { page, pbx, app } = desk;
  const heard = await listen(page);
  const answers = await askEverything(page);
  // It was sent, and what there is to be kept of it is there, from the first page to the last.
  const pages = pbx.requests.filter(({ path }) => path.endsWith('autodialer/contacts/search'));
  expect(pages.length).toBeGreaterThanOrEqual(3);
  for (const kept of ['Ali Hosseini', 'Amir Tehrani', '09191000000', '09191000449', 'Irancell']) {
    expect(answers).toContain(kept);
  }
  await pbx.sendEvent('TrunkNewState', { trunk_name: 'MCI', trunk_type: 'SIP', state: 'Ok' });
  await dial(page, '553');
  await pbx.whenIdle();
  await page.getByRole('combobox', { name: 'Trunk' }).click();
  await expect(page.getByRole('option', { name: 'Irancell' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+2');
  await page.getByRole('searchbox', { name: 'Search contacts' }).fill('hosseini');
  await expect(page.getByRole('grid', { name: 'Contact list' }).getByRole('row')).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  const seen = [answers, await heard(), await page.content(), await askEverything(page)].join();
  await app.close();

  // The directory is in a file, so one that held more would be found.
  expect(filesHolding(app.userDataDir, ['Ali Hosseini'])).not.toEqual([]);
  for (const planted of plantedSecrets) {
    expect({ planted, seen: seen.includes(planted) }).toEqual({ planted, seen: false });
    expect({ planted, told: app.output().includes(planted) }).toEqual({ planted, told: false });
    expect({ planted, files: filesHolding(app.userDataDir, [planted]) }).toEqual({ planted, files: [] });
  }
});

test('a failure that nobody expected is written down without what is secret, and the program goes on', async () => {
  desk = await openDesk();
  const { app, page } = desk;
  const said = `Authorization: Basic abc, password ${demoAccount.password}, called 09123456789`;
  await app.electron.evaluate((_electron, message) => {
    setImmediate(() => {
      throw new Error(`thrown: ${message}`);
    });
    void Promise.reject(new Error(`rejected: ${message}`));
  }, said);
  const log = join(app.userDataDir, 'logs', 'main.log');
  const written = () => (existsSync(log) ? readFileSync(log, 'utf8') : '');
  await expect.poll(written).toMatch(/nobody expected.*thrown: /);
  await expect.poll(written).toMatch(/nobody waited for.*rejected: /);
  for (const secret of [demoAccount.password, 'Basic abc', '09123456789']) {
    expect(written()).not.toContain(secret);
    expect(app.output()).not.toContain(secret);
  }
  await dial(page, '09120000001');
});
