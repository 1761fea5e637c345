import { mkdtempSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

export interface Bundle {
  readonly file: string;
  remove(): void;
}

/** Makes one runnable file of a TypeScript program, for tests that need it as a process of its own. */
export async function bundle(entry: URL): Promise<Bundle> {
  // Below node_modules, so that the native module that stays outside of the bundle is found from there.
  const folder = mkdtempSync(join(fileURLToPath(new URL('../../node_modules/', import.meta.url)), '.test-bundle-'));
  const name = `${basename(entry.pathname, '.ts')}.mjs`;
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: fileURLToPath(entry),
      outDir: folder,
      emptyOutDir: false,
      target: 'node18',
      rolldownOptions: { external: ['@photostructure/sqlite'], output: { entryFileNames: name } },
    },
    ssr: { noExternal: true, external: ['@photostructure/sqlite'] },
  });
  return { file: join(folder, name), remove: () => rmSync(folder, { recursive: true, force: true }) };
}
