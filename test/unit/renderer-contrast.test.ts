import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { grounds } from '../../electron/shell/grounds.ts';

const css = readFileSync(join(import.meta.dirname, '../../renderer/ui/tokens.css'), 'utf8');

/** The tokens of the first block that begins with this selector. */
function tokens(selector: string): ReadonlyMap<string, string> {
  const from = css.indexOf(`${selector} {`);
  const block = css.slice(from, css.indexOf('\n}', from));
  return new Map([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((match) => [match[1] ?? '', match[2] ?? '']));
}

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const everywhere = ['canvas', 'surface', 'hover'];
/** Text colours with the grounds they stand on. */
const texts: readonly (readonly [string, readonly string[]])[] = [
  ['text', [...everywhere, 'sunken', 'pressed', 'accent-soft', 'wait-soft', 'bad-soft']],
  ['text-quiet', [...everywhere, 'sunken', 'accent-soft', 'wait-soft', 'bad-soft']],
  ['text-on-accent', ['accent', 'accent-hover', 'accent-pressed']],
  ['accent-text', [...everywhere, 'sunken', 'accent-soft', 'wait-soft', 'bad-soft']],
  ['good', [...everywhere, 'accent-soft']],
  ['wait', [...everywhere, 'wait-soft']],
  ['bad', [...everywhere, 'bad-soft', 'accent-soft']],
  ['unknown', everywhere],
];

test('the window shows the ground of its page before the page is there', () => {
  expect(tokens(':root').get('canvas')).toBe(grounds.light);
  expect(tokens(':root[data-theme="dark"]').get('canvas')).toBe(grounds.dark);
});

describe.each([
  ['light', ':root'],
  ['dark', ':root[data-theme="dark"]'],
])('the %s colours', (_name, selector) => {
  const colours = tokens(selector);
  const of = (name: string) => colours.get(name) ?? '#808080';

  it.each(texts)('let %s be read wherever it stands', (text, grounds) => {
    for (const ground of grounds) {
      expect({ ground, enough: contrast(of(text), of(ground)) >= 4.5 }).toEqual({ ground, enough: true });
    }
  });

  it('let the edge of a control and the ring of the focus be seen', () => {
    for (const ground of everywhere.slice(0, 2)) {
      expect(contrast(of('control-border'), of(ground))).toBeGreaterThanOrEqual(3);
      expect(contrast(of('focus'), of(ground))).toBeGreaterThanOrEqual(3);
    }
  });
});
