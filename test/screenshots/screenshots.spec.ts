import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from '@playwright/test';
import { startKeyring } from '../support/keyring.ts';
import { type Look, looks, type SizeName, sizes } from '../support/looks.ts';
import { acts } from '../support/screens.ts';
import type { Seen } from '../support/walk-screens.ts';
import { chosen } from './chosen.ts';
import { shrinkPng } from './shrink-png.ts';

const root = join(import.meta.dirname, '..', '..');
const forReadme = process.env['DIALDESK_DOCS'] === '1';

test.describe.configure({ mode: 'parallel', timeout: 10 * 60_000 });

const folders = { every: join(root, 'out', 'screenshots'), readme: join(root, 'docs', 'screenshots') };

async function picture({ app, page, size }: Seen): Promise<Buffer> {
  // No key lights up under a pointer that was left there.
  await page.mouse.move(0, 0);
  if (sizes[size].zoomPercent === 100) return page.screenshot({ animations: 'disabled', caret: 'hide' });
  // Playwright measures in the units of the page, and of one that is zoomed it would take a corner.
  const shell = await app.electron.browserWindow(page);
  const base64 = await shell.evaluate(async (window) => (await window.capturePage()).toPNG().toString('base64'));
  return Buffer.from(base64, 'base64');
}

function write(path: string, png: Buffer): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, png);
}

for (const act of acts) {
  const wanted = chosen.filter(({ screen }) => act.screens.some(({ name }) => name === screen));
  if (!forReadme) {
    test(act.name, async () => {
      await act.walk({ visits: () => looks }, async (seen) => {
        const { language, theme } = seen.look;
        write(join(folders.every, seen.screen, `${language}-${theme}-${seen.size}.png`), await picture(seen));
      });
    });
  } else if (wanted.length > 0) {
    test(`${act.name}, for the README`, async () => {
      const at = (screen: string, size: SizeName) =>
        wanted.filter((picked) => picked.screen === screen && picked.size === size);
      const visits = (screen: string, size: SizeName): readonly Look[] => at(screen, size).map(({ look }) => look);
      // As on a usual desktop, which has a key store, and sharp on the screens that people read it on.
      const keyring = await startKeyring();
      const launch = { args: [...keyring.args, '--force-device-scale-factor=2'], env: keyring.env };
      await act.walk({ launch, visits }, async (seen) => {
        const picked = at(seen.screen, seen.size).find(({ look }) => look === seen.look);
        if (picked !== undefined) write(join(folders.readme, `${picked.file}.png`), shrinkPng(await picture(seen)));
      });
      await keyring.stop();
    });
  }
}
