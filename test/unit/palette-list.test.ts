import { describe, expect, it } from 'vitest';
import {
  chosenIndex,
  digitsToFind,
  entryOfKey,
  isBegun,
  isPicker,
  type PaletteQuery,
  paletteGroups,
  plainDigitsChoose,
} from '../../renderer/features/quick-dial/palette-list.ts';
import { turnTrunk } from '../../renderer/features/quick-dial/trunk-turn.ts';
import type { CalledNumber } from '../../shared/ipc/call-contract.ts';
import type { QuickDialOpening } from '../../shared/ipc/quick-dial-contract.ts';

const called = (number: string): CalledNumber => ({
  number,
  lastAtMs: 1,
  ending: 'answered',
  disposition: 'answered',
  calls: 2,
  triesToday: 0,
});
const opening: QuickDialOpening = {
  serial: 1,
  purpose: 'dial',
  reading: false,
  source: null,
  partly: false,
  numbers: [],
  error: null,
};
const found = (...numbers: string[]): Partial<QuickDialOpening> => ({
  purpose: 'selection',
  source: 'selection',
  partly: false,
  numbers: numbers.map((digits) => ({ digits, extension: null, complete: true })),
});
const query = (text: string, part: Partial<PaletteQuery> = {}): PaletteQuery => ({
  opening,
  text,
  countryCode: '98',
  recent: [],
  contacts: [],
  known: () => null,
  ...part,
});
const shown = (asked: PaletteQuery) =>
  paletteGroups(asked).map(({ title, entries }) => [title, ...entries.map(({ number }) => number)]);

describe('what the palette offers', () => {
  it('is earlier calls while nothing is looked for', () => {
    expect(shown(query('', { recent: [called('09120000001')] }))).toEqual([['recent', '09120000001']]);
    expect(shown(query(''))).toEqual([]);
  });

  it('may change at its head only while the beginning of a number is typed', () => {
    expect(['09', '0912000'].map((text) => isBegun(text, '98'))).toEqual([true, true]);
    const settled = ['', '09120000001', '557', '*45', 'call 02188776655', 'nothing'];
    expect(settled.filter((text) => isBegun(text, '98'))).toEqual([]);
    // As soon as earlier calls are known, one of them takes the place of what was typed.
    expect(shown(query('0912'))).toEqual([['typed', '0912']]);
    expect(shown(query('0912', { recent: [called('09120000001')] }))[0]).toEqual(['recent', '09120000001']);
  });

  it('is what was found in the text first, and none of it twice', () => {
    const opened = { ...opening, ...found('09120000001', '02188776655') };
    const recent = [called('+989120000001'), called('557')];
    expect(shown(query('', { opening: opened, recent }))).toEqual([
      ['selection', '09120000001', '02188776655'],
      ['recent', '557'],
    ]);
    expect(shown(query('', { opening: { ...opened, source: 'clipboard' } }))[0]?.[0]).toBe('clipboard');
  });

  it('is a whole number itself, and for the beginning of one the numbers that begin like it', () => {
    const recent = [called('09120000001')];
    expect(shown(query('0912000', { recent }))).toEqual([
      ['recent', '09120000001'],
      ['typed', '0912000'],
    ]);
    expect(shown(query('0912 000 0009', { recent }))).toEqual([
      ['typed', '09120000009'],
      ['recent', '09120000001'],
    ]);
    // An extension is whole however short it is, and so is a code.
    expect(shown(query('55', { recent }))[0]).toEqual(['typed', '55']);
    expect(shown(query('*21#', { recent }))[0]).toEqual(['typed', '*21#']);
  });

  it('is every number of a pasted text, or the one in it, and nothing for words', () => {
    expect(shown(query('Ali 0912 000 0001, Sara 0912 000 0002'))).toEqual([['inText', '09120000001', '09120000002']]);
    expect(shown(query('Ali 0912 000 0001'))).toEqual([['typed', '09120000001']]);
    expect(shown(query('Ali'))).toEqual([]);
  });

  it('says what is known of each', () => {
    const known = called('09120000001');
    const [group] = paletteGroups(
      query('09120000001', { known: (number) => (number === known.number ? known : null) }),
    );
    expect(group?.entries[0]?.known).toBe(known);
  });
});

describe('what is chosen', () => {
  const entriesOf = (asked: PaletteQuery) => paletteGroups(asked).flatMap(({ entries }) => entries);
  const recent = [called('09120000001'), called('09120000002')];

  it('is never an earlier call that nobody looked for', () => {
    for (const purpose of ['dial', 'selection', 'redial', 'no-call'] as const) {
      const asked = query('', { opening: { ...opening, purpose }, recent });
      expect(chosenIndex(asked, entriesOf(asked), null)).toBeNull();
    }
  });

  it('is the best of what was looked for, or what was walked to, wherever it stands now', () => {
    const asked = query('0912', { recent });
    expect(chosenIndex(asked, entriesOf(asked), null)).toBe(0);
    expect(chosenIndex(asked, entriesOf(asked), '09120000002')).toBe(1);
    const later = query('0912', { recent: [...recent].reverse() });
    expect(chosenIndex(later, entriesOf(later), '09120000002')).toBe(0);
    expect(chosenIndex(query('Ali'), [], null)).toBeNull();
  });

  it('is chosen by a digit alone in a picker and behind the letters of a name, elsewhere digits are typed', () => {
    const several = { ...opening, ...found('09120000001', '02188776655') };
    expect(plainDigitsChoose({ opening: several, text: '' })).toBe(true);
    for (const name of ['Ali', 'علی', 'Ali Karimi', 'José', 'अनिता']) {
      expect(plainDigitsChoose({ opening, text: name })).toBe(true);
    }
    for (const text of ['', '0912', '+98', '*', 'Warehouse ', 'Call 0912', 'Hall 2b', '۰۹۱۲']) {
      expect(plainDigitsChoose({ opening, text })).toBe(false);
    }
  });

  it('is chosen by Alt and a digit everywhere, as far as there are entries', () => {
    const key = { code: 'Digit2', altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };
    expect(entryOfKey(key, { plain: true, count: 2 })).toBe(1);
    expect(entryOfKey({ ...key, code: 'Numpad2' }, { plain: true, count: 2 })).toBe(1);
    expect(entryOfKey(key, { plain: true, count: 1 })).toBeNull();
    expect(entryOfKey(key, { plain: false, count: 2 })).toBeNull();
    expect(entryOfKey({ ...key, altKey: true }, { plain: false, count: 2 })).toBe(1);
    expect(entryOfKey({ ...key, altKey: true, ctrlKey: true }, { plain: false, count: 2 })).toBeNull();
    expect(entryOfKey({ ...key, code: 'Digit0', altKey: true }, { plain: true, count: 12 })).toBeNull();
  });

  it('is numbered only in a picker', () => {
    const several = { ...opening, ...found('09120000001', '02188776655') };
    expect(isPicker({ opening: several, text: '' })).toBe(true);
    expect(isPicker({ opening: several, text: '0' })).toBe(false);
    expect(isPicker({ opening: { ...opening, ...found('09120000001') }, text: '' })).toBe(false);
  });
});

describe('earlier calls are looked up', () => {
  it.each([
    ['', ''],
    ['۰۹۱۲', '0912'],
    ['+98912', '98912'],
    ['0912 000 0001', '09120000001'],
    ['Ali', null],
  ])('with %j as %j', (text, digits) => expect(digitsToFind(text, '98')).toBe(digits));
});

describe('the trunk that Tab turns to', () => {
  const trunks = [
    { name: 'MCI', description: '', active: true },
    { name: 'Old', description: '', active: false },
    { name: 'Irancell', description: '', active: true },
  ];
  it('goes round all that are switched on, and the choice of the PBX', () => {
    const round = (present: string) => turnTrunk(present, '', trunks, 1);
    expect([round(''), round('MCI'), round('Irancell')]).toEqual(['MCI', 'Irancell', '']);
    expect(turnTrunk('', '', trunks, -1)).toBe('Irancell');
  });

  it('knows the usual one without a list', () => {
    expect(turnTrunk('MCI', 'MCI', [], 1)).toBe('');
    expect(turnTrunk('', 'MCI', [], 1)).toBe('MCI');
    expect(turnTrunk('', '', [], 1)).toBe('');
  });
});
