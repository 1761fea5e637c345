import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { demoAccount } from '../../electron/demo-pbx/demo-pbx.ts';
import type { Call } from '../../shared/domain/call.ts';
import { recordingFiles } from '../../shared/domain/call-view.ts';
import { type Desk, type DeskOptions, dial, historyRows, openDesk } from '../support/desk.ts';
import { ringIn } from '../support/incoming-call.ts';
import { findLayoutFaults, findViolations } from '../support/page-checks.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const download = 'reports/audio/download';

let desk: Desk;

test.afterEach(async () => {
  await desk.leave();
});

/** A desk with one call that was recorded, as the newest of the history. */
async function withRecordedCall(number: string, options: DeskOptions = {}): Promise<string> {
  desk = await openDesk({ ...options, pbx: { speed: 300, ...options.pbx } });
  await dial(desk.page, number);
  await expect.poll(async () => recordingOfNewest()).not.toBeNull();
  await desk.page.getByRole('tab', { name: 'History' }).click();
  return (await desk.calls()).at(0)?.id ?? '';
}

async function recordingOfNewest(): Promise<string | null> {
  const call = (await desk.calls()).at(0);
  return call === undefined ? null : (recordingFiles(call)[0] ?? null);
}

const dock = (page: Page) => page.getByRole('region', { name: 'Recording of a call' });
const downloads = () => desk.pbx.requests.filter(({ path }) => path.endsWith(download)).length;

/** Of the real element: what it says of itself. */
const audio = (page: Page) =>
  page.evaluate(() => {
    const element = document.querySelector('audio');
    return element === null
      ? null
      : {
          time: element.currentTime,
          paused: element.paused,
          rate: element.playbackRate,
          duration: element.duration,
        };
  });

test('a recording is fetched and played by keyboard, seeks, changes its speed, is saved, and stops when the phone rings', async () => {
  await withRecordedCall('09120000016');
  const { page } = desk;
  await page.getByLabel('Call history').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await expect(historyRows(page).first().getByRole('button', { name: 'Play recording' })).toBeFocused();
  await page.keyboard.press('Enter');
  const play = dock(page).getByRole('button', { name: 'Play recording' });
  await expect(play).toBeFocused();
  // Opening it fetches nothing.
  expect(downloads()).toBe(0);
  await page.keyboard.press('Enter');
  await expect(dock(page).getByRole('button', { name: 'Pause recording' })).toBeFocused();
  await expect.poll(async () => (await audio(page))?.time ?? 0).toBeGreaterThan(0.5);
  expect((await audio(page))?.duration).toBeCloseTo(120, 0);

  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(async () => (await audio(page))?.time ?? 0).toBeGreaterThan(30);
  await page.keyboard.press('End');
  // At its end it stops; taken back before that, it would go on.
  await expect.poll(async () => (await audio(page))?.paused).toBe(true);
  await page.keyboard.press('Shift+ArrowLeft');
  await expect.poll(async () => (await audio(page))?.time).toBeCloseTo(90, 0);
  await page.keyboard.press(' ');
  await expect.poll(async () => (await audio(page))?.time ?? 0).toBeGreaterThan(90.5);
  const position = dock(page).getByRole('slider', { name: 'Position' });
  await expect(position).toHaveAttribute('aria-valuetext', /^1:3\d of 2:00$/);
  await page.keyboard.press('>');
  await page.keyboard.press('>');
  await expect.poll(async () => (await audio(page))?.rate).toBe(1.5);
  await expect(dock(page).getByRole('button', { name: /Speed/ })).toContainText('1.5×');
  await page.keyboard.press('Home');
  await page.keyboard.press(' ');
  await expect.poll(async () => (await audio(page))?.paused).toBe(true);
  await position.focus();
  await page.keyboard.press(' ');
  await expect.poll(async () => (await audio(page))?.paused).toBe(false);
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await audio(page))?.time ?? 0).toBeGreaterThan(5);
  expect(downloads()).toBe(1);

  const place = join(temporaryFolder(), 'saved.wav');
  await desk.app.electron.evaluate(({ dialog }, filePath) => {
    Reflect.set(dialog, 'showSaveDialog', async (...given: readonly unknown[]) => {
      Reflect.set(globalThis, 'offered', Reflect.get(given.at(-1) as object, 'defaultPath'));
      return { canceled: false, filePath };
    });
  }, place);
  await dock(page).getByRole('button', { name: 'Save recording as…' }).click();
  await expect(dock(page)).toContainText('Saved as');
  expect(readFileSync(place).subarray(0, 4).toString()).toBe('RIFF');
  const offered = await desk.app.electron.evaluate(() => String(Reflect.get(globalThis, 'offered')));
  expect(offered).toMatch(/\d{4}-\d\d-\d\d \d\d-\d\d 09120000016\.wav$/);

  // The whole of it while it plays.
  expect(await findViolations(page)).toEqual([]);
  expect(await findLayoutFaults(page)).toEqual([]);
  expect((await audio(page))?.paused).toBe(false);
  const rings = await ringIn(desk.pbx, '09121112233');
  await expect(dock(page)).toContainText('Paused, since a call rings.');
  expect((await audio(page))?.paused).toBe(true);
  await rings.hangUp();
  await rings.account({ dst: '557', disposition: 'NO ANSWER' });
  await expect(historyRows(page)).toHaveCount(2);
  expect((await audio(page))?.paused).toBe(true);
  await dock(page).getByRole('button', { name: 'Close the recording' }).focus();
  await page.keyboard.press('Escape');
  await expect(dock(page)).toHaveCount(0);

  // A further account of the same call names another recording: both are offered, each by itself.
  const call = (await desk.calls()).find(({ callee }) => callee === '09120000016');
  await desk.pbx.sendEvent('Cdr', { ...fieldsOf(call), record: 'z-of-the-queue.wav' });
  await expect.poll(async () => (await desk.calls()).flatMap(recordingFiles)).toHaveLength(2);
  await historyRows(page).last().getByRole('button', { name: 'Play recording' }).click();
  const second = dock(page).getByRole('group', { name: 'Recording 2 of 2' });
  await expect(dock(page).getByRole('group', { name: 'Recording 1 of 2' })).toContainText('/ 2:00');
  await second.getByRole('button', { name: 'Play recording' }).click();
  await expect(second.getByRole('alert')).toContainText('does not have this recording any more');
  expect(await findLayoutFaults(page)).toEqual([]);
  expect(desk.app.complaints).toEqual([]);
});

function fieldsOf(call: Call | undefined) {
  const [unique_id = ''] = call?.pbxCallIds ?? [];
  return { type: 'outgoing', src: '557', dst: '09120000016', disposition: 'ANSWERED', billsec: 120, unique_id };
}

test('a recording without the right to it, and one that is gone, are said in words with the next step', async () => {
  const services = ['setting/ping/act', 'call/originate/act', 'reports/cdr/search'];
  await withRecordedCall('09120000015', { pbx: { accounts: [{ ...demoAccount, services }] } });
  const { page } = desk;
  await historyRows(page).first().getByRole('button', { name: 'Play recording' }).click();
  await dock(page).getByRole('button', { name: 'Play recording' }).click();
  await expect(dock(page).getByRole('alert')).toContainText('The account may not download recordings.');
  await expect(dock(page).getByRole('alert')).toContainText(download);
  services.push(download);
  await dock(page).getByRole('button', { name: 'Try again' }).click();
  await expect(dock(page).getByRole('alert')).toContainText('does not have this recording any more');
  await expect(dock(page).getByRole('alert')).toContainText('Ask your administrator');
  expect(await audio(page)).toBeNull();
  expect(downloads()).toBe(2);
});

test('a recording sounds in our own page alone, by the id of its call, and can be read by nothing', async () => {
  const id = await withRecordedCall('09120000010');
  const { page, app } = desk;
  const listen = (address: string) =>
    `new Promise((resolve) => {
      const audio = new Audio(${JSON.stringify(address)});
      audio.onloadedmetadata = () => resolve('heard');
      audio.onerror = () => resolve('refused');
    })`;
  const address = `app://recordings/${encodeURIComponent(id)}`;
  expect(await page.evaluate(listen(address))).toBe('refused');
  const fetched = await page.evaluate((recordingId) => window.dialer.request('recording:fetch', { recordingId }), id);
  expect(fetched).toMatchObject({ ok: true, value: { state: 'ready' } });
  expect(await page.evaluate(listen(`${address}?1`))).toBe('heard');

  const kept = `app://recordings/${readKept(app.userDataDir)}`;
  for (const other of ['app://recordings/nobody', `${address}/x`, kept, 'app://recordings/..%2f..%2fdialdesk.sqlite']) {
    expect(await page.evaluate(listen(other)), other).toBe('refused');
  }
  expect(await page.evaluate(listen('app://dialdesk/index.html'))).toBe('refused');
  const read = await page.evaluate(
    (url) =>
      fetch(url).then(
        () => 'read',
        () => 'stopped',
      ),
    address,
  );
  expect(read).toBe('stopped');

  // Our page in a window that is not ours, a page of others, and the recording as a page.
  const strangers = await app.electron.evaluate(
    async ({ BrowserWindow }, [script, recording]) => {
      const heard: unknown[] = [];
      for (const url of ['app://dialdesk/index.html', 'data:text/html,<body></body>', recording ?? '']) {
        const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } });
        const loaded = await window.loadURL(url).then(
          () => 'loaded',
          () => 'refused',
        );
        heard.push(url === recording ? loaded : await window.webContents.executeJavaScript(script ?? ''));
        window.destroy();
      }
      return heard;
    },
    [listen(`${address}?2`), address],
  );
  expect(strangers).toEqual(['refused', 'refused', 'refused']);
});

function readKept(userDataDir: string): string {
  const [name = ''] = readdirSync(join(userDataDir, 'recordings'));
  return name;
}
