import { readFileSync } from 'node:fs';
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

/** Beside the main process's file: windows take their icon from a file of the system's own kind. */
const windowIcons: Plugin = {
  name: 'window-icons',
  applyToEnvironment: ({ name }) => name === 'main',
  generateBundle() {
    const icons = { 'icon.png': '256x256.png', 'icon.ico': 'icon.ico' };
    for (const [fileName, drawn] of Object.entries(icons)) {
      this.emitFile({ type: 'asset', fileName, source: readFileSync(`${root}/assets/icons/app/${drawn}`) });
    }
  },
};

export default defineConfig({
  root: `${root}/renderer`,
  base: './',
  plugins: [react(), windowIcons],
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
    preload: commonJs(`${root}/electron/preload.ts`, `${root}/dist/app`, 'preload.cjs'),
    demoPbx: commonJs(`${root}/electron/demo-pbx/cli.ts`, `${root}/dist/demo-pbx`, 'cli.cjs'),
  },
});
