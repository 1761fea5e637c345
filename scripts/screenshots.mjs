// node scripts/screenshots.mjs [--docs] [arguments for Playwright, such as -g settings]
import { rmSync } from 'node:fs';
import { ensureDependencies } from './bootstrap/dependencies.mjs';
import { inRoot } from './bootstrap/paths.mjs';
import { main, say } from './bootstrap/run.mjs';
import { writeContactSheet } from './screenshots/contact-sheet.mjs';
import { runPlaywright } from './test/playwright.mjs';

/** Twice the pixels, on a screen that has room for them. */
const forReadme = { environment: { DIALDESK_DOCS: '1' }, screen: '2560x1800' };

await main(async () => {
  const args = process.argv.slice(2);
  const docs = args.includes('--docs');
  const extra = args.filter((arg) => arg !== '--docs');
  await ensureDependencies();
  const folder = inRoot('out', 'screenshots');
  // Pictures of a screen that is gone would stand there for ever; a part of the screens is added to what there is.
  if (!docs && extra.length === 0) rmSync(folder, { recursive: true, force: true });
  const { code } = await runPlaywright('screenshots', ['--reporter=list', ...extra], docs ? forReadme : {});
  if (docs) say(`The pictures of the README are in ${inRoot('docs', 'screenshots')}.`);
  else process.stdout.write(`${writeContactSheet(folder)}\n`);
  return code;
});
