import { readFileSync } from 'node:fs';
import { inRoot } from '../bootstrap/paths.mjs';

/** @typedef {{ svg: string, width: number, height: number }} Drawing */
/** @typedef {typeof trayStates[number]} TrayState */
/** @typedef {'light' | 'dark' | 'template'} Panel */

export const trayStates = /** @type {const} */ (['idle', 'ringing', 'talking', 'missed', 'offline', 'paused']);

/** Sizes with a drawing of their own, because a smaller master would be a blur. */
const tunedSizes = [16, 24, 32];

/** The colours of the tokens in renderer/ui/tokens.css: text, wait, good, bad, unknown. */
export const trayColours = {
  light: { glyph: '#14191c', ringing: '#7a4f00', talking: '#0b5f42', missed: '#ac2118', offline: '#525c64' },
  dark: { glyph: '#e9edef', ringing: '#e0b04b', talking: '#56c596', missed: '#f2897f', offline: '#a0abb2' },
  // macOS takes the shape alone and colours it like its menu bar.
  template: { glyph: '#000' },
};

/** @param {string} name */
const source = (name) => readFileSync(inRoot('assets', 'icons', 'source', `${name}.svg`), 'utf8');

/** @param {string} svg */
const contentOf = (svg) => svg.replace(/^\s*<svg[^>]*>|<\/svg>\s*$/g, '');

/**
 * @param {string} viewBox
 * @param {string} content
 * @param {number} size
 * @param {string} [colour]
 * @returns {Drawing}
 */
function draw(viewBox, content, size, colour = '#000') {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="${viewBox}" color="${colour}">${content}</svg>`;
  return { svg, width: size, height: size };
}

/**
 * The form for Linux and Windows: the plate fills the square.
 *
 * @param {number} size
 */
export function appDrawing(size) {
  const tuned = tunedSizes.includes(size);
  const grid = tuned ? size : 1024;
  return draw(`0 0 ${grid} ${grid}`, contentOf(source(tuned ? `app-${size}` : 'app')), size);
}

/**
 * The form for macOS: the plate on Apple's grid, 824 of 1024, with the shadow that icons cast there.
 *
 * @param {number} size
 */
export function macDrawing(size) {
  const shadow = '<filter id="shadow"><feDropShadow dx="0" dy="10" stdDeviation="10" flood-opacity="0.3" /></filter>';
  const plate = `<g transform="translate(100 100) scale(${824 / 1024})">${contentOf(source('app'))}</g>`;
  return draw('0 0 1024 1024', `${shadow}<g filter="url(#shadow)">${plate}</g>`, size);
}

/**
 * @param {TrayState} state
 * @param {Panel} panel
 * @param {number} size
 * @param {number} scale pixels for each of `size`
 */
export function trayDrawing(state, panel, size, scale) {
  const grid = size % 16 === 0 ? 16 : 22;
  // At 24 the drawing for 22 keeps its pixels, with one more around it.
  const margin = size === 24 ? 1 : 0;
  const box = grid + 2 * margin;
  /** @type {{ glyph: string } & Partial<Record<TrayState, string>>} */
  const colours = trayColours[panel];
  const mark = colours[state] ?? colours.glyph;
  const glyph = state === 'offline' ? mark : colours.glyph;
  const content = `${contentOf(source(`tray-${grid}`))}<style>.mark{color:${mark}}</style><use href="#${state}" />`;
  return draw(`${-margin} ${-margin} ${box} ${box}`, content, size * scale, glyph);
}
