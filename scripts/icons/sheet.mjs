import { trayStates } from './drawings.mjs';

/** @typedef {(file: string) => Buffer} ReadPicture */

const width = 1200;
const rowHeight = 320;
const backgrounds = [
  { fill: '#f6f7f8', text: '#14191c' },
  { fill: '#16191c', text: '#e9edef' },
  { fill: 'url(#photo)', text: '#fff' },
];
const panels = [
  { name: 'light', fill: '#eceff1', text: '#14191c' },
  { name: 'dark', fill: '#1f2427', text: '#e9edef' },
];

/** Something restless for an icon to stand on, as desktops are. */
const photo = `<linearGradient id="sky" x2="0" y2="1"><stop stop-color="#3d6ea5" /><stop offset="0.6" stop-color="#d9a679" /><stop offset="1" stop-color="#2d3a2a" /></linearGradient>
<pattern id="photo" width="1200" height="320" patternUnits="userSpaceOnUse" y="640"><path fill="url(#sky)" d="M0 0H1200V320H0Z" /><path fill="#5d7a4d" d="M0 230L180 120L330 240L560 90L760 230L930 150L1200 250V320H0Z" /><path fill="#26402f" d="M0 280L240 220L520 290L800 210L1200 290V320H0Z" /></pattern>`;

/**
 * All icons on one page, small ones also enlarged, so that every pixel can be seen.
 *
 * @param {ReadPicture} read
 * @returns {import('./drawings.mjs').Drawing}
 */
export function sheetDrawing(read) {
  const apps = backgrounds.map(({ fill, text }, index) => {
    const top = index * rowHeight;
    return `<path fill="${fill}" d="M0 ${top}H${width}V${top + rowHeight}H0Z" />${appRow(read, top, text)}`;
  });
  const height = backgrounds.length * rowHeight + panels.length * rowHeight;
  const trays = panels.map((panel, index) => trayRows(read, panel, (backgrounds.length + index) * rowHeight));
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="sans-serif" font-size="12"><defs>${photo}</defs>${apps.join('')}${trays.join('')}</svg>`;
  return { svg, width, height };
}

/**
 * @param {ReadPicture} read
 * @param {number} top
 * @param {string} text
 */
function appRow(read, top, text) {
  const file = (/** @type {number} */ size) => read(`app/${size}x${size}.png`);
  let x = 32;
  const natural = [256, 128, 64, 48, 32, 24, 16].map((size) => {
    const drawn = image(file(size), x, top + 32, size) + label(`${size}`, x, top + 32 + size + 16, text);
    x += size + 16;
    return drawn;
  });
  const enlarged = [16, 24, 32].map((size, index) => image(file(size), 312 + index * 112, top + 192, 96));
  const mac = image(read('app/mac.png'), 912, top + 24, 256) + label('macOS', 938, top + 296, text);
  return [...natural, ...enlarged, mac].join('');
}

/**
 * @param {ReadPicture} read
 * @param {{ name: string, fill: string, text: string }} panel
 * @param {number} top
 */
function trayRows(read, panel, top) {
  const states = trayStates.map((state, index) => {
    const left = 32 + index * 192;
    const file = (/** @type {number} */ size, scale = '') => read(`tray/${state}-on-${panel.name}-${size}${scale}.png`);
    return [
      label(state, left, top + 32, panel.text),
      image(file(16), left, top + 48, 96),
      image(file(22), left, top + 160, 88),
      [16, 22, 24, 32].map((size, at) => image(file(size), left + at * 36, top + 268, size)).join(''),
      image(file(32, '@2x'), left + 104, top + 80, 64),
    ].join('');
  });
  return `<path fill="${panel.fill}" d="M0 ${top}H${width}V${top + rowHeight}H0Z" />${states.join('')}`;
}

/**
 * @param {Buffer} png
 * @param {number} x
 * @param {number} y
 * @param {number} size
 */
const image = (png, x, y, size) =>
  `<image x="${x}" y="${y}" width="${size}" height="${size}" image-rendering="pixelated" href="data:image/png;base64,${png.toString('base64')}" />`;

/**
 * @param {string} words
 * @param {number} x
 * @param {number} y
 * @param {string} colour
 */
const label = (words, x, y, colour) => `<text x="${x}" y="${y}" fill="${colour}">${words}</text>`;
