import { needsVirtualDisplay, withDisplay } from './bootstrap/display.mjs';
import { inRoot } from './bootstrap/paths.mjs';
import { prepareElectron } from './bootstrap/prepare.mjs';
import { main, runVisibly } from './bootstrap/run.mjs';

await main(async () => {
  const { launcher } = await prepareElectron(needsVirtualDisplay() ? ['libraries', 'display'] : ['libraries']);
  return withDisplay((env) =>
    runVisibly(process.execPath, [inRoot('scripts', 'demo', 'main-job.mjs'), ...process.argv.slice(2)], {
      env: { ...env, DIALDESK_ELECTRON: launcher },
    }),
  );
});
