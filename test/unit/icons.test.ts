import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { trayColours, trayStates } from '../../scripts/icons/drawings.mjs';
import { packIcns } from '../../scripts/icons/icns.mjs';
import { packIco } from '../../scripts/icons/ico.mjs';
import { describeIcons, manifestFile } from '../../scripts/icons/manifest.mjs';
import { encodePng } from '../../scripts/icons/png.mjs';
import { readIcns, readIco, readPng } from '../support/icon-readers.ts';

const root = join(import.meta.dirname, '..', '..');
const icons = join(root, 'assets', 'icons');
const read = (file: string) => readFileSync(join(icons, file));

/** As Apple defines them. */
const pixelsOf: Readonly<Record<string, number>> = {
  ic07: 128,
  ic08: 256,
  ic09: 512,
  ic10: 1024,
  ic11: 32,
  ic12: 64,
  ic13: 256,
  ic14: 512,
};

/** The writers of icons do not look into the pictures. */
const picture = (size: number) => Buffer.from(`picture of ${size}`);

describe('the writers', () => {
  test('a PNG gives back its pixels', () => {
    const rgba = Buffer.from(Array.from({ length: 5 * 3 * 4 }, (_, index) => index * 4));
    const png = readPng(encodePng(rgba, 5, 3));
    expect(png).toMatchObject({ width: 5, height: 3, bitDepth: 8, colourType: 6, intact: true });
    const rows = inflateSync(png.body);
    const withoutFilters = Buffer.concat([0, 1, 2].map((row) => rows.subarray(row * 21 + 1, row * 21 + 21)));
    expect(withoutFilters.equals(rgba)).toBe(true);
  });

  test('a broken PNG is noticed', () => {
    const png = encodePng(Buffer.alloc(16, 7), 2, 2);
    png.writeUInt8(png.readUInt8(45) ^ 1, 45);
    expect(readPng(png).intact).toBe(false);
  });

  test('a Windows icon gives back its pictures, 256 as 0', () => {
    const pictures = [16, 48, 256].map((size) => ({ size, png: picture(size) }));
    const entries = readIco(packIco(pictures));
    expect(entries.map(({ width, height }) => [width, height])).toEqual([16, 48, 0].map((side) => [side, side]));
    expect(entries.map(({ png }) => png.toString())).toEqual(pictures.map(({ png }) => png.toString()));
  });

  test('a macOS icon gives back its pictures under their types', () => {
    const entries = readIcns(packIcns(picture));
    const read = entries.map(({ type, png }) => [type, png.toString()]);
    expect(Object.fromEntries(read)).toEqual(
      Object.fromEntries(Object.entries(pixelsOf).map(([type, size]) => [type, picture(size).toString()])),
    );
  });
});

describe('the icons in the repository', () => {
  const pngs = readdirSync(icons, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.png'));

  test('are drawn from what is in assets/icons/source now: otherwise `npm run icons` is due', () => {
    const manifest: ReturnType<typeof describeIcons> = JSON.parse(readFileSync(join(root, manifestFile), 'utf8'));
    expect(describeIcons(Object.keys(manifest.pictures))).toEqual(manifest);
    const listed = new Set(Object.keys(manifest.pictures));
    expect(pngs.filter((file) => !listed.has(join('assets', 'icons', file)))).toEqual([]);
  });

  test('have the size that their name says, and something to see', () => {
    expect(pngs.length).toBeGreaterThan(100);
    for (const file of pngs) {
      const { width, height, intact, body } = readPng(read(file));
      const pixels = /(\d+)x\d+\.png$/.exec(file)?.[1] ?? /-(\d+)(?:@2x)?\.png$/.exec(file)?.[1] ?? '16';
      const size = Number(pixels) * (file.endsWith('@2x.png') ? 2 : 1);
      expect([file, width, height, intact]).toEqual([file, size, size, true]);
      expect(new Set(inflateSync(body)).size, file).toBeGreaterThan(4);
    }
  });

  test('come in every size for Windows and macOS', () => {
    expect(readIco(read('app/icon.ico')).map(({ png }) => readPng(png).width)).toEqual([16, 24, 32, 48, 64, 128, 256]);
    for (const { type, png } of readIcns(read('app/icon.icns'))) expect(readPng(png).width, type).toBe(pixelsOf[type]);
  });

  test.each([
    ['light', ':root {'],
    ['dark', ':root[data-theme="dark"] {'],
  ] as const)('in the tray of a %s panel have the colours that states have in the window', (panel, selector) => {
    const css = readFileSync(join(root, 'renderer', 'ui', 'tokens.css'), 'utf8');
    const block = css.slice(css.indexOf(selector)).split('}')[0];
    const { glyph, ringing, talking, missed, offline } = trayColours[panel];
    const tokens = { text: glyph, wait: ringing, good: talking, bad: missed, unknown: offline };
    for (const [token, colour] of Object.entries(tokens)) expect(block).toContain(`--${token}: ${colour};`);
  });

  test.each(trayStates)('in the tray %s has every form, and a shape of its own', (state) => {
    const forms = ['Template.png', 'Template@2x.png', '-on-light.ico', '-on-dark.ico'];
    for (const size of [16, 22, 24, 32]) {
      for (const panel of ['light', 'dark']) forms.push(`-on-${panel}-${size}.png`, `-on-${panel}-${size}@2x.png`);
    }
    expect(forms.filter((form) => !existsSync(join(icons, 'tray', `${state}${form}`)))).toEqual([]);
    const shape = alphaOf(`tray/${state}Template.png`);
    for (const other of trayStates.filter((name) => name !== state)) {
      const differing = alphaOf(`tray/${other}Template.png`).filter(
        (alpha, at) => Math.abs(alpha - (shape[at] ?? 0)) > 128,
      );
      expect(differing.length, `${state} and ${other}`).toBeGreaterThan(8);
    }
  });
});

/** How much of each pixel is covered: what is left of an icon without its colours. */
function alphaOf(file: string): readonly number[] {
  const { width, height, body } = readPng(read(file));
  const rows = inflateSync(body);
  return Array.from(
    { length: width * height },
    (_, at) => rows[Math.floor(at / width) * (width * 4 + 1) + 4 + (at % width) * 4] ?? 0,
  );
}
