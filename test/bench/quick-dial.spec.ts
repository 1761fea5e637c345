import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { _electron, type ElectronApplication, expect, test } from '@playwright/test';
import { openDesk } from '../support/desk.ts';
import { type Desktop, openDesktop } from '../support/desktop.ts';
import { palettePage } from '../support/palette.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const rounds = 40;
const report = join(import.meta.dirname, '..', '..', 'out', 'bench', 'quick-dial.json');

interface Seen {
  focusedMs: number;
  drawnMs: number;
}

/** Notes when the hidden window got the focus of the desktop, and when its page had drawn a frame after that. */
async function observe(electron: ElectronApplication, part: string): Promise<() => Promise<Seen>> {
  await electron.evaluate(({ BrowserWindow }, name) => {
    const seen = { focusedMs: 0, drawnMs: 0 };
    Object.assign(globalThis, { seen });
    const window = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL().includes(name));
    window?.on('focus', () => {
      seen.focusedMs = Date.now();
      const drawn = `new Promise((done) => requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done(null);
        port2.postMessage(null);
      }))`;
      void window.webContents.executeJavaScript(drawn).then(() => {
        seen.drawnMs = Date.now();
      });
    });
    window?.on('hide', () => Object.assign(seen, { focusedMs: 0, drawnMs: 0 }));
  }, part);
  return () => electron.evaluate(() => ({ ...(globalThis as unknown as { seen: Seen }).seen }));
}

/** From just before the keyboard is pressed, by a program that takes some milliseconds itself. */
async function measureOnce(desktop: Desktop, keys: string, seen: () => Promise<Seen>): Promise<number> {
  const startMs = await desktop.press(keys);
  await expect.poll(async () => (await seen()).drawnMs, { intervals: [30] }).toBeGreaterThan(startMs);
  const { drawnMs } = await seen();
  await expect(async () => {
    if ((await seen()).focusedMs !== 0) await desktop.press('Escape');
    await expect.poll(async () => (await seen()).focusedMs, { intervals: [30], timeout: 2000 }).toBe(0);
  }).toPass();
  return drawnMs - startMs;
}

test('from the hotkey to the palette, beside a blank hidden window', async () => {
  test.setTimeout(5 * 60_000);
  const executablePath = process.env['DIALDESK_ELECTRON'];
  if (executablePath === undefined) throw new Error('DIALDESK_ELECTRON is not set: run this by npm run bench');
  const desktop = await openDesktop();
  const env = { ...(process.env as Record<string, string>), ...desktop.env };
  const bareApp = join(import.meta.dirname, 'bare-hotkey.cjs');
  const bare = await _electron.launch({ executablePath, args: [bareApp, `--user-data-dir=${temporaryFolder()}`], env });
  await bare.firstWindow();
  const desk = await openDesk({ hotkeys: {}, launch: { env: desktop.env, graphics: true } });
  await palettePage(desk.app);
  await desktop.openOther();
  const seenBare = await observe(bare, 'data:');
  const seenPalette = await observe(desk.app.electron, '#quick-dial');
  const measured = { what: 'quick dial', lagsMs: [] as number[], bareMs: [] as number[] };
  // By turns, so that whatever else the machine does falls on both.
  for (let round = 0; round < rounds; round += 1) {
    measured.bareMs.push(await measureOnce(desktop, 'ctrl+alt+b', seenBare));
    measured.lagsMs.push(await measureOnce(desktop, 'ctrl+alt+d', seenPalette));
  }
  mkdirSync(join(report, '..'), { recursive: true });
  writeFileSync(report, JSON.stringify([measured]));
  await desk.leave();
  await bare.close();
  await desktop.close();
});
