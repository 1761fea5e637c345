import { buildApp } from './bootstrap/app-build.mjs';
import { ensureDependencies } from './bootstrap/dependencies.mjs';
import { main } from './bootstrap/run.mjs';

await main(async () => {
  await ensureDependencies();
  process.stdout.write(await buildApp());
});
