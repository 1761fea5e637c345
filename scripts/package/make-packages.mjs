import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, Platform } from 'electron-builder';
import { describeRuntime, ensureElectron } from '../bootstrap/electron-runtime.mjs';
import { inRoot, root } from '../bootstrap/paths.mjs';
import { say } from '../bootstrap/run.mjs';

/**
 * Packages for this system, as electron-builder.yml describes them. Without the pinned Electron they are made with the runtime for
 * tests, to be tried and never to be handed out; then only an unpacked folder is made, unless a target is named.
 *
 * @param {string[]} targets of electron-builder; none: those of its configuration
 * @returns {Promise<string[]>} the files, or the folder of the unpacked program
 */
export async function makePackages(targets) {
  const runtime = await ensureElectron();
  const official = runtime.kind === 'official';
  if (!official) say(`Packed with ${describeRuntime(runtime)}: for trying out, not for desks.`);
  const output = inRoot('out', 'packages');
  rmSync(output, { recursive: true, force: true });
  const chosen = targets.length > 0 ? targets : official ? [] : ['dir'];
  const files = await build({
    projectDir: root,
    publish: 'never',
    targets: Platform.current().createTarget(chosen),
    config: {
      ...(official ? {} : { electronDist: runtime.folder, electronVersion: runtime.version }),
    },
  });
  return files.length > 0 ? files : unpackedFolders(output);
}

/** @param {string} output */
function unpackedFolders(output) {
  const isFolder = (/** @type {import('node:fs').Dirent} */ entry) => entry.isDirectory();
  return readdirSync(output, { withFileTypes: true })
    .filter(isFolder)
    .map(({ name }) => join(output, name));
}
