import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { FuseVersion, flipFuses } from '@electron/fuses';
import { fusesFor } from './fuses.mjs';

/**
 * Called by electron-builder between packing and signing.
 *
 * @param {import('electron-builder').AfterPackContext} context
 */
export async function afterPack({ appOutDir, packager, electronPlatformName }) {
  // Electron's own page for developers, and what a runtime for tests has in its place.
  const resources = packager.getResourcesDir(appOutDir);
  for (const name of ['default_app.asar', 'app']) rmSync(join(resources, name), { recursive: true, force: true });
  const major = Number.parseInt(packager.config.electronVersion ?? packager.info.framework.version, 10);
  const wanted = fusesFor(major);
  /** @type {unknown} checked by the flipping itself: what it requires depends on its own settings */
  const config = {
    version: FuseVersion.V1,
    // A fuse that a later Electron brings has to be decided about; the runtime for tests is too old to have them all.
    strictlyRequireAllFuses: major >= 29,
    resetAdHocDarwinSignature: electronPlatformName === 'darwin',
    ...Object.fromEntries(wanted),
  };
  await flipFuses(join(appOutDir, binaryOf(packager)), /** @type {import('@electron/fuses').FuseConfig} */ (config));
}

/** @param {import('electron-builder').AfterPackContext['packager']} packager */
function binaryOf({ platform, appInfo, platformSpecificBuildOptions }) {
  if (platform.name === 'mac') return `${appInfo.productFilename}.app`;
  if (platform.name === 'windows') return `${appInfo.productFilename}.exe`;
  return platformSpecificBuildOptions.executableName;
}
