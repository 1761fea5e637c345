import { needsVirtualDisplay, withDisplay } from './bootstrap/display.mjs';
import { root } from './bootstrap/paths.mjs';
import { prepareElectron } from './bootstrap/prepare.mjs';
import { main, runVisibly, say } from './bootstrap/run.mjs';

await main(async () => {
  const { launcher } = await prepareElectron(needsVirtualDisplay() ? ['libraries', 'display'] : ['libraries']);
  return withDisplay((env, display) => {
    say(`Starting Dialdesk on display ${display}.`);
    // Terminals of some editors set this, and Electron would come up as plain Node.
    const { ELECTRON_RUN_AS_NODE: _, ...clean } = env;
    return runVisibly(launcher, [root, ...process.argv.slice(2)], { env: clean });
  });
});
