// node scripts/package.mjs [target ...]
import { ensureBuild } from './bootstrap/app-build.mjs';
import { ensureDependencies } from './bootstrap/dependencies.mjs';
import { main } from './bootstrap/run.mjs';

await main(async () => {
  await ensureDependencies();
  await ensureBuild();
  // Only now: what it needs may just have been installed.
  const { makePackages } = await import('./package/make-packages.mjs');
  const made = await makePackages(process.argv.slice(2));
  process.stdout.write(`${made.join('\n')}\n`);
});
