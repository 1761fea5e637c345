import { ensureBuild } from './bootstrap/app-build.mjs';
import { ensureDependencies } from './bootstrap/dependencies.mjs';
import { inRoot } from './bootstrap/paths.mjs';
import { main, runVisibly } from './bootstrap/run.mjs';

await main(async () => {
  await ensureDependencies();
  await ensureBuild();
  return runVisibly(process.execPath, [inRoot('dist', 'demo-pbx', 'cli.cjs'), ...process.argv.slice(2)]);
});
