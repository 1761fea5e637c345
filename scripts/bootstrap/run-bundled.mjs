import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDependencies } from './dependencies.mjs';
import { inRoot } from './paths.mjs';
import { runVisibly } from './run.mjs';

/**
 * Runs a TypeScript file of the project with this Node, which may be too old to read it by itself.
 * @param {string} source its path in the project
 * @param {readonly string[]} argv
 */
export async function runBundled(source, argv) {
  await ensureDependencies();
  // Below node_modules, so that the native module that stays outside of the bundle is found from there.
  mkdirSync(inRoot('node_modules', '.cache'), { recursive: true });
  const folder = mkdtempSync(inRoot('node_modules', '.cache', 'bundled-'));
  try {
    const { build } = await import('vite');
    await build({
      configFile: false,
      logLevel: 'error',
      build: {
        ssr: inRoot(source),
        outDir: folder,
        emptyOutDir: false,
        target: 'node18',
        rolldownOptions: { external: ['@photostructure/sqlite'], output: { entryFileNames: 'bundled.mjs' } },
      },
      ssr: { noExternal: true, external: ['@photostructure/sqlite'] },
    });
    return await runVisibly(process.execPath, [join(folder, 'bundled.mjs'), ...argv]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
