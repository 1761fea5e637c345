import {
  anySymbol,
  digitsFrom0,
  isSymbol,
  PatternFault,
  type PatternTree,
  readSet,
  type SymbolSet,
  setOf,
} from './pattern-tree.ts';

/** No number is longer, so nothing is gained by more. */
const mostRepeats = 40;

/**
 * Reads the part of regular expressions that speaks of digits: symbols, `.`, `\d`, sets, groups, `|`, `?`, `*`, `+`, `{2,5}`. It is always
 * the whole number that has to fit, so `^` and `$` may stand at the ends and change nothing. What looks around, goes back or
 * remembers is not there: it could not be tested in a time that depends on the length alone.
 */
export function readRegularExpression(text: string): PatternTree {
  const begin = text.startsWith('^') ? 1 : 0;
  const end = text.endsWith('$') && !text.endsWith('\\$') ? text.length - 1 : text.length;
  let place = begin;

  const choice = (depth: number): PatternTree => {
    const parts = [sequence(depth)];
    while (place < end && text.charAt(place) === '|') {
      place += 1;
      parts.push(sequence(depth));
    }
    const [only] = parts;
    return only !== undefined && parts.length === 1 ? only : { kind: 'choice', parts };
  };

  const sequence = (depth: number): PatternTree => {
    const parts: PatternTree[] = [];
    while (place < end && text.charAt(place) !== '|') {
      if (text.charAt(place) === ')') {
        if (depth === 0) throw new PatternFault('group-close', place, ')');
        break;
      }
      parts.push(repeated(atom(depth)));
    }
    return { kind: 'sequence', parts };
  };

  const atom = (depth: number): PatternTree => {
    const at = place;
    const character = text.charAt(at);
    if (character === '(') return group(depth, at);
    if (character === '[') {
      if (text.charAt(at + 1) === '^') throw new PatternFault('unsupported', at, '[^');
      const read = readSet(text, at);
      place = read.next;
      return { kind: 'one-of', set: read.set };
    }
    if (/[?*+{]/.test(character)) throw new PatternFault('nothing-to-repeat', at, character);
    place += character === '\\' ? 2 : 1;
    return { kind: 'one-of', set: symbolAt(at, character) };
  };

  const symbolAt = (at: number, character: string): SymbolSet => {
    if (character === '.') return anySymbol;
    if (character === '\\') {
      const escaped = text.charAt(at + 1);
      if (escaped === 'd') return digitsFrom0;
      if (escaped === '*' || escaped === '#') return setOf(escaped);
      throw new PatternFault('unsupported', at, `\\${escaped}`);
    }
    if (/[\^$]/.test(character)) throw new PatternFault('unsupported', at, character);
    if (!isSymbol(character)) throw new PatternFault('character', at, character);
    return setOf(character);
  };

  const group = (depth: number, at: number): PatternTree => {
    place += text.startsWith('(?:', at) ? 3 : 1;
    if (text.charAt(place) === '?') throw new PatternFault('unsupported', at, text.slice(at, at + 3));
    const inner = choice(depth + 1);
    if (place >= end) throw new PatternFault('group-open', at, '(');
    place += 1;
    return inner;
  };

  const repeated = (part: PatternTree): PatternTree => {
    const at = place;
    const simple = { '?': [0, 1], '*': [0, null], '+': [1, null] } as const;
    const character = text.charAt(at);
    let bounds: readonly [number, number | null];
    if (at >= end) return part;
    if (character === '?' || character === '*' || character === '+') {
      bounds = simple[character];
      place += 1;
    } else if (character === '{') {
      const written = /^\{(\d{1,3})(,(\d{0,3}))?\}/.exec(text.slice(at, end));
      if (written === null) throw new PatternFault('repeat-range', at, text.slice(at, at + 5));
      const [whole, least = '', more, most = ''] = written;
      bounds = [Number(least), more === undefined ? Number(least) : most === '' ? null : Number(most)];
      if (bounds[0] > mostRepeats || (bounds[1] !== null && (bounds[1] < bounds[0] || bounds[1] > mostRepeats)))
        throw new PatternFault('repeat-range', at, whole);
      place += whole.length;
    } else return part;
    if (/[?*+{]/.test(text.charAt(place)) && place < end)
      throw new PatternFault('unsupported', at, text.slice(at, place + 1));
    return { kind: 'repeat', part, least: bounds[0], most: bounds[1] };
  };

  if (begin >= end) throw new PatternFault('empty', 0, '');
  return choice(0);
}
