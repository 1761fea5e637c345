import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import react from '@vitejs/plugin-react';
import { type BuildEnvironmentOptions, defineConfig, type EnvironmentOptions, type Plugin } from 'vite';
import { notices } from './scripts/build/notices.mjs';

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
    rollupOptions: {
      input,
      external,
      // What is imported when it is needed stays in a file of its own, which costs the start nothing.
      output: { format: 'cjs', comments: false, entryFileNames: file, chunkFileNames: '[name].cjs' },
    },
  };
  return { consumer: 'server', build, resolve: { noExternal: true } };
}

const root = import.meta.dirname;

/** Shipped without being bundled as modules: the native package with what finds its build, and the fonts. */
const asTheyAre = [
  '@photostructure/sqlite',
  'node-gyp-build',
  '@fontsource-variable/inter',
  '@fontsource-variable/vazirmatn',
];

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

/** The words of the library of controls in languages that we have none of our own in; English and Persian are given to it by the page. */
const otherLanguages: Plugin = {
  name: 'other-languages',
  enforce: 'pre',
  applyToEnvironment: ({ name }) => name === 'client',
  load: (id) =>
    /\/react-(aria|stately)\/.*\/intl\/.*\/[a-z]{2}-[A-Z]{2}\.mjs$/.test(id) && !id.endsWith('/en-US.mjs')
      ? 'export default {};'
      : null,
};

/**
 * electron-store can check its files by JSON Schemas, with a library that is a sixth of what every start would read. Ours are checked by
 * zod; who gives the store a schema is told at once.
 */
const noSchemaLibrary: Plugin = {
  name: 'no-schema-library',
  enforce: 'pre',
  applyToEnvironment: ({ name }) => name === 'main',
  resolveId: (id) => (/^ajv(-formats)?(\/|$)/.test(id) ? '\0no-schema-library' : null),
  load: (id) =>
    id === '\0no-schema-library'
      ? "export class Ajv2020 { constructor() { throw new Error('The build leaves out the check by JSON Schemas'); } } export default {};"
      : null,
};

/** The views that are windows: what all of them need, what some share, and what is the main window's alone, are a file each. */
const mainView = '/renderer/main-window.tsx';
const smallViews = ['/renderer/features/quick-dial/quick-dial.tsx', '/renderer/features/compact-call/compact-call.tsx'];
/** By module, for those that the main window imports; what is imported when it is needed stays in files of its own. */
const partOf = new Map<string, 'shared-views' | 'main-window'>();

/**
 * A file that is asked for costs more of the start than what is in it: what the main window is made of comes in three of them, asked for
 * with the page, not round after round when its first file has been read and run.
 */
const firstFiles: Plugin = {
  name: 'first-files',
  applyToEnvironment: ({ name }) => name === 'client',
  buildEnd() {
    const importedBy = (views: readonly string[]) => {
      const reached = new Set([...this.getModuleIds()].filter((id) => views.some((view) => id.endsWith(view))));
      for (const id of reached) for (const imported of this.getModuleInfo(id)?.importedIds ?? []) reached.add(imported);
      return reached;
    };
    const small = importedBy(smallViews);
    for (const id of importedBy([mainView])) partOf.set(id, small.has(id) ? 'shared-views' : 'main-window');
  },
  transformIndexHtml: {
    order: 'post',
    handler(_html, { bundle = {} }) {
      const wanted = new Set<string>();
      const want = (fileName: string) => {
        const chunk = bundle[fileName];
        if (chunk?.type !== 'chunk' || wanted.has(fileName)) return;
        wanted.add(fileName);
        for (const imported of chunk.imports) want(imported);
      };
      for (const chunk of Object.values(bundle)) if (chunk.name === 'main-window') want(chunk.fileName);
      return [...wanted].map((fileName) => ({
        tag: 'link',
        attrs: { rel: 'modulepreload', crossorigin: true, href: `./${fileName}` },
        injectTo: 'head',
      }));
    },
  },
};

/**
 * V8 keeps a script's text, with two bytes a letter as soon as one of them is beyond Latin-1: Persian words would double all of it, for the
 * memory and for who reads it at the start. They stand in strings, templates and patterns alone, which read the escape as the letter.
 */
const asciiOnly: Plugin = {
  name: 'ascii-only',
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue;
      const [unfit] = /String\.raw`[^`]*[\u0080-\uffff]|\\[\u0080-\uffff]/.exec(chunk.code) ?? [];
      if (unfit !== undefined) this.error(`Write this of ${chunk.fileName} in ASCII: ${unfit}`);
      chunk.code = chunk.code.replace(
        /[\u0080-\uffff]/g,
        (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
      );
    }
  },
};

export default defineConfig({
  root: `${root}/renderer`,
  base: './',
  plugins: [
    react(),
    icons,
    otherLanguages,
    noSchemaLibrary,
    firstFiles,
    asciiOnly,
    notices({ root, file: `${root}/dist/app/notices.json`, besides: asTheyAre }),
  ],
  builder: {},
  environments: {
    client: {
      build: {
        target: 'chrome114',
        outDir: `${root}/dist/app/renderer`,
        emptyOutDir: true,
        // Assets stay files: the content security policy has no place for inlined fonts.
        assetsInlineLimit: 0,
        // All of it at once: what is read later must not move what is seen already.
        cssCodeSplit: false,
        modulePreload: false,
        rollupOptions: {
          output: {
            codeSplitting: {
              groups: [
                { name: 'index', tags: ['$initial'], priority: 2 },
                { name: 'shared-views', test: (id) => partOf.get(id) === 'shared-views', priority: 1 },
                { name: 'main-window', test: (id) => partOf.get(id) === 'main-window' },
              ],
            },
          },
        },
      },
    },
    main: commonJs(`${root}/electron/main.ts`, `${root}/dist/app`, 'main.cjs'),
    importWorker: commonJs(`${root}/electron/import-worker.ts`, `${root}/dist/app`, 'import-worker.cjs'),
    keepingWorker: commonJs(`${root}/electron/keeping-worker.ts`, `${root}/dist/app`, 'keeping-worker.cjs'),
    preload: commonJs(`${root}/electron/preload.ts`, `${root}/dist/app`, 'preload.cjs'),
    demoPbx: commonJs(`${root}/electron/demo-pbx/cli.ts`, `${root}/dist/demo-pbx`, 'cli.cjs'),
  },
});
