import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Page, test } from '@playwright/test';
import { startKeyring } from '../support/keyring.ts';
import { type Look, looks, type SizeName } from '../support/looks.ts';
import { acts } from '../support/screens.ts';
import { chosen } from './chosen.ts';
import { shrinkPng } from './shrink-png.ts';

const root = join(import.meta.dirname, '..', '..');
const forReadme = process.env['DIALDESK_DOCS'] === '1';

test.describe.configure({ mode: 'parallel', timeout: 10 * 60_000 });

const folders = { every: join(root, 'out', 'screenshots'), readme: join(root, 'docs', 'screenshots') };

async function picture(page: Page): Promise<Buffer> {
  // No key lights up under a pointer that was left there.
  await page.mouse.move(0, 0);
  return page.screenshot({ animations: 'disabled', caret: 'hide' });
}

function write(path: string, png: Buffer): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, png);
}

for (const act of acts) {
  const wanted = chosen.filter(({ screen }) => act.screens.some(({ name }) => name === screen));
  if (!forReadme) {
    test(act.name, async () => {
      await act.walk({ visits: () => looks }, async ({ page, screen, size, look: { language, theme } }) => {
        write(join(folders.every, screen, `${language}-${theme}-${size}.png`), await picture(page));
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
      await act.walk({ launch, visits }, async ({ page, screen, size, look }) => {
        const picked = at(screen, size).find((one) => one.look === look);
        if (picked !== undefined) write(join(folders.readme, `${picked.file}.png`), shrinkPng(await picture(page)));
      });
      await keyring.stop();
    });
  }
}
