import { ensureBuild } from './app-build.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { describeRuntime, ensureElectron } from './electron-runtime.mjs';
import { launcherFor } from './launcher.mjs';
import { say } from './run.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

/**
 * Everything a start needs, from a bare clone on: dependencies, Electron, system packages, the built app.
 *
 * @param {Parameters<typeof ensureSystemPackages>[0]} packageGroups
 */
export async function prepareElectron(packageGroups) {
  const runtime = await prepareRuntime(packageGroups);
  await ensureBuild();
  return runtime;
}

/**
 * The same without the app.
 *
 * @param {Parameters<typeof ensureSystemPackages>[0]} packageGroups
 */
export async function prepareRuntime(packageGroups) {
  await ensureDependencies();
  const runtime = await ensureElectron();
  say(describeRuntime(runtime));
  await ensureSystemPackages(packageGroups, runtime.executable);
  return { launcher: launcherFor(runtime), description: describeRuntime(runtime) };
}
