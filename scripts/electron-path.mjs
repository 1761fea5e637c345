// Prints the path of an Electron that is ready to be started with the root of this repository as its app. All else goes to standard error.
import { needsVirtualDisplay } from './bootstrap/display.mjs';
import { prepareElectron } from './bootstrap/prepare.mjs';
import { main } from './bootstrap/run.mjs';

await main(async () => {
  // A caller without a display will need Xvfb, but may bring its own: only root, who can install it at once, is made to.
  const isRootWithoutDisplay = needsVirtualDisplay() && process.getuid?.() === 0;
  const { launcher } = await prepareElectron(isRootWithoutDisplay ? ['libraries', 'display'] : ['libraries']);
  process.stdout.write(`${launcher}\n`);
});
