import { anySymbol, digitsFrom0, isSymbol, PatternFault, type PatternTree, readSet, setOf } from './pattern-tree.ts';

const classes: Readonly<Record<string, number>> = { X: digitsFrom0, Z: setOf('123456789'), N: setOf('23456789') };

/**
 * `_09XXXXXXXXX`, `_0[1-8]X.`, as extensions are written in Asterisk: X is a digit, Z one from 1, N one from 2, `.` one or more of
 * anything, `!` anything or nothing, brackets one of a set; dashes and spaces between are for reading. The mark `_` before it may be left out:
 * without it such a text would mean itself alone there, which nobody writes here.
 */
export function readAsteriskPattern(text: string): PatternTree {
  const parts: PatternTree[] = [];
  let place = text.startsWith('_') ? 1 : 0;
  while (place < text.length) {
    const character = text.charAt(place);
    const set = classes[character.toUpperCase()];
    if (character === '[') {
      const read = readSet(text, place);
      parts.push({ kind: 'one-of', set: read.set });
      place = read.next;
      continue;
    }
    if (character === '.' || character === '!') {
      const rest = text.slice(place + 1).trim();
      if (rest !== '') throw new PatternFault('after-wildcard', place + 1, rest);
      const part: PatternTree = { kind: 'one-of', set: anySymbol };
      parts.push({ kind: 'repeat', part, least: character === '.' ? 1 : 0, most: null });
    } else if (set !== undefined) parts.push({ kind: 'one-of', set });
    else if (isSymbol(character)) parts.push({ kind: 'one-of', set: setOf(character) });
    else if (!/[-\s]/.test(character)) throw new PatternFault('character', place, character);
    place += 1;
  }
  if (parts.length === 0) throw new PatternFault('empty', 0, '');
  return { kind: 'sequence', parts };
}
