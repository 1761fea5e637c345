import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import react from '@vitejs/plugin-react';
import { type BuildEnvironmentOptions, defineConfig, type EnvironmentOptions, type Plugin } from 'vite';

/** Loaded at run time: Electron itself, Node's own modules, and the one native package. */
const external = ['electron', ...builtinModules, /^node:/, '@photostructure/sqlite'];

/**
 * One CommonJS file for a process without a page. Electron 25 has no ECMAScript-module main entry and a sandboxed preload script is
 * CommonJS in every version; node18 is what Electron 25 brings.
 */
function commonJs(input: string, outDir: string, file: string): EnvironmentOptions {
  const build: BuildEnvironmentOptions = {
    ssr: true,
    target: 'node18',
    outDir,
    emptyOutDir: false,
    minify: false,
    rollupOptions: { input, external, output: { format: 'cjs', entryFileNames: file, codeSplitting: false } },
  };
  return { consumer: 'server', build, resolve: { noExternal: true } };
}

const root = import.meta.dirname;

/** Of the pictures for the tray those that `shell/tray` asks for, and their twins for dense screens. */
const shownInTray = /-24(@2x)?\.png$|Template(@2x)?\.png$|\.ico$/;

/** Beside the main process's file: windows take their icon from a file of the system's own kind, the tray in the size it shows. */
const icons: Plugin = {
  name: 'icons',
  applyToEnvironment: ({ name }) => name === 'main',
  generateBundle() {
    const emit = (fileName: string, drawn: string) =>
      this.emitFile({ type: 'asset', fileName, source: readFileSync(`${root}/assets/icons/${drawn}`) });
    emit('icon.png', 'app/256x256.png');
    emit('icon.ico', 'app/icon.ico');
    for (const name of readdirSync(`${root}/assets/icons/tray`).filter((drawn) => shownInTray.test(drawn))) {
      emit(`tray/${name}`, `tray/${name}`);
    }
  },
};

export default defineConfig({
  root: `${root}/renderer`,
  base: './',
  plugins: [react(), icons],
  builder: {},
  environments: {
    client: {
      build: {
        target: 'chrome114',
        outDir: `${root}/dist/app/renderer`,
        emptyOutDir: true,
        // Assets stay files: the content security policy has no place for inlined fonts.
        assetsInlineLimit: 0,
        modulePreload: false,
      },
    },
    main: commonJs(`${root}/electron/main.ts`, `${root}/dist/app`, 'main.cjs'),
    importWorker: commonJs(`${root}/electron/import-worker.ts`, `${root}/dist/app`, 'import-worker.cjs'),
    keepingWorker: commonJs(`${root}/electron/keeping-worker.ts`, `${root}/dist/app`, 'keeping-worker.cjs'),
    preload: commonJs(`${root}/electron/preload.ts`, `${root}/dist/app`, 'preload.cjs'),
    demoPbx: commonJs(`${root}/electron/demo-pbx/cli.ts`, `${root}/dist/demo-pbx`, 'cli.cjs'),
  },
});
