import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import Papa from 'papaparse';
import { mostPbxCallIds } from '../../shared/domain/call-ids.ts';
import { contactLimits } from '../../shared/ipc/contact-contract.ts';
import { hostileTexts } from '../support/adversarial/hostile-texts.ts';
import { seed, sized } from '../support/adversarial/size.ts';
import { expectUnharmed } from '../support/adversarial/watched-app.ts';
import { chooses } from '../support/choose-file.ts';
import { type Desk, openDesk } from '../support/desk.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

let desk: Desk;
test.afterEach(() => desk.leave());

const texts = hostileTexts(sized(50, 150), seed);

/** Notes what is stopped from now on, and whether anything ran. */
async function watchPage(page: Page): Promise<() => Promise<unknown>> {
  await page.evaluate(() => {
    const stopped: string[] = [];
    Object.assign(window, { stopped });
    document.addEventListener('securitypolicyviolation', (event) => stopped.push(event.effectiveDirective));
  });
  return () =>
    page.evaluate(() => ({
      stopped: Reflect.get(window, 'stopped'),
      attacked: Reflect.get(window, 'attacked'),
      elements: document.querySelectorAll('img[src="x"], iframe, script:not([src]), svg[onload], [onerror]').length,
    }));
}
const unmoved = { stopped: [], attacked: undefined, elements: 0 };

test(`A14: ${texts.length} hostile names and numbers are text in the lists, on the card, in titles and in files (seed ${seed})`, async () => {
  test.setTimeout(sized(120_000, 300_000));
  desk = await openDesk();
  const { page, pbx, app } = desk;
  const seen = await watchPage(page);
  const startedAtMs = Date.now() - texts.length * 60_000;
  const time = (atMs: number) => new Date(atMs).toISOString().replace('T', ' ').replace('Z', '000');
  for (const [at, text] of texts.entries()) {
    const number = `0912${String(at).padStart(7, '0')}`;
    const saved = await page.evaluate(
      ([name, written]) =>
        window.dialer.request('contact:save', {
          id: null,
          name: name ?? '',
          company: name ?? '',
          numbers: [{ label: 'mobile', written: written ?? '' }],
          favourite: true,
          tags: [],
          note: name ?? '',
          trunkName: null,
          doNotCall: false,
        }),
      [text.slice(0, contactLimits.line), number],
    );
    expect(saved, JSON.stringify(text)).toMatchObject({ ok: true });
    const times = { starttime: time(startedAtMs + at * 60_000), endtime: time(startedAtMs + at * 60_000 + 9000) };
    const call = {
      type: 'incoming',
      disposition: 'ANSWERED',
      duration: '9',
      billsec: 5,
      wait: 4,
      record: text,
      ...times,
    };
    // Once from a number that has such a name, once from a number that is such a text itself.
    for (const [src, id] of [
      [number, `1768.${at}`],
      [text, `1769.${at}`],
    ] as const) {
      const answer = await pbx.sendEvent('Cdr', { ...call, src, dst: '557', poll_lable: text, unique_id: id });
      expect([200, 400]).toContain(answer);
    }
  }
  const calls = await desk.calls();
  expect(calls.length).toBeGreaterThanOrEqual(Math.min(50, texts.length));

  await page.getByRole('tab', { name: 'History' }).click();
  const rows = page.getByLabel('Call history').getByRole('row');
  await expect(rows.first()).toBeVisible();
  // The list is drawn where one looks; so one looks everywhere, and into each row.
  await rows.first().click();
  for (let look = 0; look < texts.length; look += 4) {
    for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowDown');
    expect(await seen()).toEqual(unmoved);
  }
  await page.keyboard.press('Control+2');
  const people = page.getByRole('grid', { name: 'Contact list' });
  await expect(people.getByRole('row').first()).toBeVisible();
  // What is text is read as text.
  await page.getByRole('searchbox', { name: 'Search contacts' }).fill('onerror');
  await expect(people.getByText('<img src=x onerror="window.attacked=1">', { exact: true }).first()).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search contacts' }).fill('');
  await people.getByRole('row').first().click();
  for (let look = 0; look < texts.length; look += 4) {
    for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowDown');
    expect(await seen()).toEqual(unmoved);
  }
  // The card of a call, and what the window is called meanwhile.
  for (const at of [0, 1, 14, 17]) {
    const number = `0912${String(at).padStart(7, '0')}`;
    const state = { exten: '557', participant: number, direction: 'in', unique_id: `1770.${at}` };
    await pbx.sendEvent('NewState', { ...state, state: 'Ringing' });
    await expect(page.getByRole('region', { name: 'Current call' }).or(page.getByRole('alert')).first()).toBeVisible();
    const titles = await app.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => window.getTitle()),
    );
    for (const title of titles) expect(title).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]|^.{200}/u);
    expect(await seen()).toEqual(unmoved);
    await pbx.sendEvent('NewState', { ...state, state: 'Idle' });
    await pbx.sendEvent('Cdr', {
      src: number,
      dst: '557',
      type: 'incoming',
      disposition: 'NO ANSWER',
      duration: '3',
      billsec: 0,
      wait: 3,
      record: '',
      starttime: time(Date.now() - 3000),
      endtime: time(Date.now()),
      unique_id: `1770.${at}`,
    });
  }

  const table = join(temporaryFolder(), 'calls.csv');
  await chooses(app, table);
  const order = { filter: {}, format: 'csv', dates: 'iso', language: 'en', withMark: true } as const;
  const written = await page.evaluate((given) => window.dialer.request('history-export:save', given), order);
  expect(written).toMatchObject({ ok: true });
  const { data } = Papa.parse<string[]>(readFileSync(table, 'utf8').slice(1));
  const cells = data.flat();
  expect(cells.some((cell) => cell.includes('cmd|'))).toBe(true);
  // A number in groups keeps its plus: nobody calculates with it.
  const runs = cells.filter((cell) => /^\s*[=+\-@＝＋－＠]|^[\t\r]/.test(cell) && !/^\+?[\d*# ]+$/.test(cell));
  expect(runs).toEqual([]);
  expect(await seen()).toEqual(unmoved);

  // A PBX that gives all its calls the id of one request: the call says what it does not hold.
  const ofOne = Array.from({ length: mostPbxCallIds + 5 }, (_, at) => ({
    ...{
      src: '557',
      dst: '09125550000',
      type: 'outgoing',
      disposition: 'ANSWERED',
      duration: '9',
      billsec: 5,
      wait: 4,
    },
    ...{ starttime: time(Date.now()), endtime: time(Date.now() + 9000), record: '' },
    ...{ unique_id: `1771.${at}`, originated_call_id: 'orig.call.1771.1' },
  }));
  for (const record of ofOne) expect(await pbx.sendEvent('Cdr', record)).toBe(200);
  await page.keyboard.press('Control+3');
  await expect(page.getByRole('grid', { name: 'Call history' })).toBeFocused();
  await page.keyboard.press('Home');
  await page.getByRole('row').filter({ hasText: '0912 555 0000' }).first().click();
  await page.keyboard.press('Space');
  const details = page.getByRole('article', { name: 'Call details' });
  await expect(details).toContainText(`gave this call ${mostPbxCallIds} ids, and a call takes no more`);
  const copies = details.getByRole('button', { name: 'Copy: Call id of the PBX' });
  await expect(copies).toHaveCount(5);
  await details.getByRole('button', { name: `Show all ${mostPbxCallIds} ids` }).click();
  await expect(copies).toHaveCount(mostPbxCallIds);
  await page.keyboard.press('Escape');
  await expectUnharmed(desk);
});
