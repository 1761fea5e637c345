import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readChange, shownPlace, showTyped, typedPlace } from '../../renderer/features/keypad/shown-number.ts';
import { toLatinDigits, toPersianDigits } from '../../shared/domain/digits.ts';
import { groupForReading } from '../../shared/domain/group-for-reading.ts';
import { assertAlways } from '../support/properties.ts';

/** A field with its caret as `|`, or what is selected between two of them. */
function read(picture: string) {
  const [before = '', inside = '', after] = picture.split('|');
  return after === undefined
    ? { text: before + inside, start: before.length, end: before.length }
    : { text: before + inside + after, start: before.length, end: before.length + inside.length };
}

/** What the field shows after a browser edited it as it does: by the text it shows. */
function edit(picture: string, key: string): string {
  const { text: shown, start, end } = read(picture);
  const typed = toLatinDigits(shown).replaceAll(' ', '');
  const [from, to] =
    start !== end
      ? [start, end]
      : key === 'Backspace'
        ? [Math.max(0, start - 1), start]
        : key === 'Delete'
          ? [start, start + 1]
          : [start, start];
  const inserted = key === 'Backspace' || key === 'Delete' ? '' : key;
  const change = readChange(typed, shown, {
    shown: shown.slice(0, from) + inserted + shown.slice(to),
    caret: from + inserted.length,
    forward: key === 'Delete',
  });
  const text = typed.slice(0, change.start) + change.inserted + typed.slice(change.end);
  const after = showTyped(text, 'latin');
  const caret = shownPlace(text, after, change.start + change.inserted.length);
  return `${after.slice(0, caret)}|${after.slice(caret)}`;
}

describe('a number that is being typed', () => {
  it.each([
    ['09123456789', ['0', '09', '091', '0912', '0912 3', '0912 34', '0912 345', '0912 345 6', '0912 345 67']],
    ['02188776655', ['0', '02', '021', '021 8', '021 88', '021 887', '021 8877', '021 8877 6']],
    ['+989123456789', ['+', '+9', '+98', '+98 9', '+98 91', '+98 912', '+98 9123', '+98 912 34']],
    ['+12025550123', ['+', '+1', '+1 2', '+1 20', '+1 202', '+1 2025', '+1 202 55']],
    ['558', ['5', '55', '558']],
    ['*21#', ['*', '*2', '*21', '*21#']],
  ])('%s is grouped as it grows, without moving what stands already', (number, pictures) => {
    expect(pictures.map((_, index) => showTyped(number.slice(0, index + 1), 'latin'))).toEqual(pictures);
  });

  it('is shown in the chosen digits whatever was typed', () => {
    expect(showTyped('۰۹١٢345', 'latin')).toBe('0912 345');
    expect(showTyped('۰۹١٢345', 'persian')).toBe('۰۹۱۲ ۳۴۵');
  });

  it.each(['call me', '0912-345', '0912 345', '(021) 88', '12+34'])('stays as typed when it is “%s”', (text) => {
    expect(showTyped(text, 'latin')).toBe(text);
  });

  it('looks at every moment as it does everywhere else', () => {
    for (const number of ['09123456789', '02188776655', '00491701234567', '2188776', '021887766554', '+989123456789']) {
      for (let length = 1; length <= number.length; length += 1) {
        const typed = number.slice(0, length);
        expect(showTyped(typed, 'latin')).toBe(groupForReading(typed));
      }
    }
  });
});

describe('an edit of the shown number', () => {
  it.each([
    ['0912 345 6789|', '5', '091 234 567 895|'],
    ['0912 345 678|', '9', '0912 345 6789|'],
    ['0912 3|45', '0', '0912 30|4 5'],
    ['0912| 345', '0', '0912 0|34 5'],
    ['0912 |345', '0', '0912 0|34 5'],
    ['|0912 345', '+', '+|091 2345'],
    ['0912 |345', 'Backspace', '091|3 45'],
    ['0912| 345', 'Delete', '0912| 45'],
    ['0912| 345', 'Backspace', '091|3 45'],
    ['0912 |345', 'Delete', '0912| 45'],
    ['0912 3|45 6789|', 'Backspace', '0912 3|'],
    ['0912 3|45 6|789', '0', '0912 30|7 89'],
    ['09|12 345 67|89', 'Delete', '09|89'],
    ['|0912 345 6789|', '5', '5|'],
    ['0912|', ' ', '0912|'],
    ['0912| 345', ' ', '0912| 345'],
    ['|', ' ', '|'],
    ['|0912', 'Backspace', '|0912'],
    ['0912 345|', 'Delete', '0912 345|'],
  ])('%s and %s give %s', (before, key, after) => {
    expect(edit(before, key)).toBe(after);
  });
});

const typedNumbers = fc
  .tuple(
    fc.constantFrom('', '', '+', '09', '0', '00'),
    fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: 20 }),
  )
  .map(([start, digits]) => start + digits);
const anyText = fc.oneof(
  typedNumbers,
  typedNumbers.map(toPersianDigits),
  fc.string({ unit: fc.constantFrom(...'0123456789+*#- a۰۹٣'), maxLength: 20 }),
);
const keys = fc.constantFrom('0', '9', '۵', '٥', '+', '*', '-', 'a', 'Backspace', 'Delete', '912', '0912 345 6789');

describe('whatever is typed', () => {
  it('no digit is changed, lost or moved by showing it', () => {
    assertAlways(
      fc.property(anyText, fc.constantFrom('latin', 'persian'), (text, script) => {
        expect(toLatinDigits(showTyped(text, script)).replaceAll(' ', '')).toBe(
          toLatinDigits(text).replaceAll(' ', ''),
        );
      }),
    );
  });

  it('a place stays behind as many digits, there and back', () => {
    assertAlways(
      fc.property(anyText, fc.nat(), (text, seed) => {
        const place = seed % (text.length + 1);
        const shown = showTyped(text, 'latin');
        expect(typedPlace(text, shown, shownPlace(text, shown, place))).toBe(place);
      }),
    );
  });

  it('an edit does to the typed text what it would do without separators, and the caret stays with it', () => {
    assertAlways(
      fc.property(typedNumbers, fc.nat(), fc.nat(), keys, (typed, a, b, key) => {
        const shown = showTyped(typed, 'latin');
        const [start, end] = [a % (shown.length + 1), b % (shown.length + 1)].toSorted((x, y) => x - y) as [
          number,
          number,
        ];
        const erases = key === 'Backspace' || key === 'Delete';
        const from = erases && start === end && key === 'Backspace' ? Math.max(0, start - 1) : start;
        const to = erases && start === end && key === 'Delete' ? Math.min(shown.length, start + 1) : end;
        const inserted = erases ? '' : key;
        const change = readChange(typed, shown, {
          shown: shown.slice(0, from) + inserted + shown.slice(to),
          caret: from + inserted.length,
          forward: key === 'Delete',
        });
        const result = typed.slice(0, change.start) + change.inserted + typed.slice(change.end);
        // The same edit where nothing is ever shown between the digits.
        const [left, right] = [typedPlace(typed, shown, start), typedPlace(typed, shown, end)];
        const onlySpace = erases && left === right;
        const plainFrom = onlySpace && key === 'Backspace' ? Math.max(0, left - 1) : left;
        const plainTo = onlySpace && key === 'Delete' ? Math.min(typed.length, left + 1) : right;
        expect(result).toBe(typed.slice(0, plainFrom) + inserted + typed.slice(plainTo));
        expect(result.slice(0, change.start + change.inserted.length)).toBe(typed.slice(0, plainFrom) + inserted);
      }),
      { numRuns: 1000 },
    );
  });
});
