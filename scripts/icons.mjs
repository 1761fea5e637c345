// Draws every icon of the program from assets/icons/source: pictures for packages, windows and trays, and the sheet in docs/.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { needsVirtualDisplay } from './bootstrap/display.mjs';
import { inRoot } from './bootstrap/paths.mjs';
import { prepareRuntime } from './bootstrap/prepare.mjs';
import { main, say } from './bootstrap/run.mjs';
import { appDrawing, macDrawing, trayDrawing, trayStates } from './icons/drawings.mjs';
import { icnsTypes, packIcns } from './icons/icns.mjs';
import { packIco } from './icons/ico.mjs';
import { describeIcons, manifestFile } from './icons/manifest.mjs';
import { renderPngs } from './icons/render.mjs';
import { sheetDrawing } from './icons/sheet.mjs';

const appSizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const panels = /** @type {const} */ (['light', 'dark']);

/** Names as Electron looks for them: the file for twofold screens beside the plain one. */
function trayDrawings() {
  return [1, 2].flatMap((scale) => {
    const end = scale === 1 ? '.png' : '@2x.png';
    return trayStates.flatMap((state) => [
      ...panels.flatMap((panel) =>
        [16, 22, 24, 32].map((size) =>
          entry(`tray/${state}-on-${panel}-${size}${end}`, trayDrawing(state, panel, size, scale)),
        ),
      ),
      entry(`tray/${state}Template${end}`, trayDrawing(state, 'template', 16, scale)),
    ]);
  });
}

/**
 * @param {string} file
 * @param {import('./icons/drawings.mjs').Drawing} drawing
 */
const entry = (file, drawing) => ({ file, drawing });

/**
 * @param {Map<string, Buffer>} pictures
 * @returns {(file: string) => Buffer}
 */
const reader = (pictures) => (file) => {
  const picture = pictures.get(file);
  if (picture === undefined) throw new Error(`${file} was not drawn`);
  return picture;
};

await main(async () => {
  const { launcher } = await prepareRuntime(needsVirtualDisplay() ? ['libraries', 'display'] : ['libraries']);
  const plain = [...appSizes.map((size) => entry(`app/${size}x${size}.png`, appDrawing(size))), ...trayDrawings()];
  const macSizes = [...new Set(icnsTypes.map(([, size]) => size))];
  const mac = macSizes.map((size) => entry(`mac-${size}`, macDrawing(size)));
  const drawn = await renderPngs(
    launcher,
    [...plain, ...mac].map(({ drawing }) => drawing),
  );
  const read = reader(new Map([...plain, ...mac].map(({ file }, index) => [file, drawn[index] ?? Buffer.alloc(0)])));
  const ico = (/** @type {number[]} */ sizes, /** @type {(size: number) => string} */ file) =>
    packIco(sizes.map((size) => ({ size, png: read(file(size)) })));

  /** @type {[file: string, content: Buffer][]} */
  const products = [
    ...plain.map(({ file }) => /** @type {[string, Buffer]} */ ([file, read(file)])),
    [
      'app/icon.ico',
      ico(
        appSizes.filter((size) => size <= 256),
        (size) => `app/${size}x${size}.png`,
      ),
    ],
    ['app/icon.icns', packIcns((size) => read(`mac-${size}`))],
    ...trayStates.flatMap((state) =>
      panels.map((panel) => {
        const name = `tray/${state}-on-${panel}`;
        return /** @type {[string, Buffer]} */ ([`${name}.ico`, ico([16, 24, 32], (size) => `${name}-${size}.png`)]);
      }),
    ),
  ];
  const [sheet] = await renderPngs(launcher, [sheetDrawing((file) => read(file === 'app/mac.png' ? 'mac-256' : file))]);

  for (const folder of ['app', 'tray']) rmSync(inRoot('assets', 'icons', folder), { recursive: true, force: true });
  const files = products.map(([file, content]) => write(`assets/icons/${file}`, content));
  if (sheet) files.push(write('docs/icons.png', sheet));
  write(manifestFile, `${JSON.stringify(describeIcons(files), null, 2)}\n`);
  say(`${files.length} pictures drawn, see docs/icons.png.`);
});

/**
 * @param {string} file
 * @param {Buffer | string} content
 */
function write(file, content) {
  mkdirSync(dirname(inRoot(file)), { recursive: true });
  writeFileSync(inRoot(file), content);
  return file;
}
