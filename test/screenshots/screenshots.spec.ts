import { join } from 'node:path';
import { test } from '@playwright/test';
import { looks } from '../support/looks.ts';
import { acts } from '../support/screens.ts';

const folder = join(import.meta.dirname, '..', '..', 'out', 'screenshots');

test.describe.configure({ mode: 'parallel' });

for (const act of acts) {
  test(act.name, async () => {
    test.setTimeout(10 * 60_000);
    await act.walk({ visits: () => looks }, async ({ page, screen, size, look }) => {
      const path = join(folder, screen, `${look.language}-${look.theme}-${size}.png`);
      await page.screenshot({ path, animations: 'disabled' });
    });
  });
}
