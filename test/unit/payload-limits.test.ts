import { describe, expect, test } from 'vitest';
import { fitsLimits } from '../../electron/ipc/payload-limits.ts';

function nested(depth: number, wrap: (inner: unknown) => unknown): unknown {
  return depth === 0 ? 1 : wrap(nested(depth - 1, wrap));
}

function cyclic(): unknown {
  const one: Record<string, unknown> = {};
  one['self'] = one;
  return one;
}

describe('payload limits', () => {
  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['an empty object', {}],
    ['an object without a prototype', Object.create(null)],
    ['the longest text', { text: 'x'.repeat(16 * 1024) }],
    ['the deepest object', nested(8, (inner) => ({ inner }))],
    ['as many values as may be', Array.from({ length: 1999 }, () => 0)],
  ])('let %s pass', (_title, payload) => {
    expect(fitsLimits(payload)).toBe(true);
  });

  test.each<[string, unknown]>([
    ['a text that is too long', { text: 'x'.repeat(16 * 1024 + 1) }],
    ['a key that is too long', { ['k'.repeat(257)]: 1 }],
    ['objects too deep', nested(9, (inner) => ({ inner }))],
    ['lists as deep as a stack', nested(5000, (inner) => [inner])],
    ['a circle', cyclic()],
    ['too many values in one list', Array.from({ length: 2001 }, () => 0)],
    ['too many values in all', Array.from({ length: 50 }, () => Array.from({ length: 50 }, () => 0))],
    ['a list with nothing but a length', new Array(1e9)],
    ['too many fields', Object.fromEntries(Array.from({ length: 2001 }, (_value, at) => [`k${at}`, 1]))],
    ['a map', new Map([['a', 1]])],
    ['a date', { at: new Date() }],
    ['bytes', new Uint8Array(1)],
    ['an error', new Error('a')],
  ])('stop %s', (_title, payload) => {
    expect(fitsLimits(payload)).toBe(false);
  });
});
