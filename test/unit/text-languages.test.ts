import { describe, expect, it } from 'vitest';
import { en } from '../../renderer/text/en/index.ts';
import { fa } from '../../renderer/text/fa/index.ts';

function flatten(tree: object, prefix = ''): ReadonlyMap<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') flat.set(`${prefix}${key}`, value);
    else for (const [inner, text] of flatten(value, `${prefix}${key}.`)) flat.set(inner, text);
  }
  return flat;
}

function placeholders(text: string): readonly string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').sort();
}

const english = flatten(en);
const persian = flatten(fa);

describe('the two languages', () => {
  it('have the same keys', () => {
    expect([...persian.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('fill the same places in every text', () => {
    for (const [key, text] of english) {
      expect({ key, places: placeholders(persian.get(key) ?? '') }).toEqual({ key, places: placeholders(text) });
    }
  });

  it('leave no text empty', () => {
    for (const [key, text] of [...english, ...persian])
      expect({ key, empty: text.trim() === '' }).toEqual({ key, empty: false });
  });

  it('write every Persian text in Persian letters, apart from names', () => {
    const names = /^settings\.versions\./;
    for (const [key, text] of persian) {
      if (!names.test(key)) expect({ key, persian: /\p{Script=Arabic}/u.test(text) }).toEqual({ key, persian: true });
    }
  });

  it('use Persian letters, not their Arabic look-alikes', () => {
    for (const [key, text] of persian) expect({ key, arabic: /[يك]/.test(text) }).toEqual({ key, arabic: false });
  });

  it('hold no web address and no markup', () => {
    for (const [key, text] of [...english, ...persian]) {
      expect({ key, found: /<|https?:\/\//.test(text) }).toEqual({ key, found: false });
    }
  });
});
