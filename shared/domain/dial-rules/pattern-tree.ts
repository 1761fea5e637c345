/** What may stand in a number that is dialled. */
const symbols = '0123456789*#';

/** A set of these symbols, one bit for each. */
export type SymbolSet = number;

export const digitsFrom0: SymbolSet = setOf('0123456789');
export const anySymbol: SymbolSet = setOf(symbols);

export function setOf(members: string): SymbolSet {
  let set = 0;
  for (const member of members) set |= 1 << symbols.indexOf(member);
  return set;
}

export function isSymbol(text: string): boolean {
  return text.length === 1 && symbols.includes(text);
}

/** True when the set has this symbol, given by its place among them. */
export function holds(set: SymbolSet, symbol: string): boolean {
  return (set & (1 << symbols.indexOf(symbol))) !== 0;
}

/** What every kind of pattern is read into. */
export type PatternTree =
  | { readonly kind: 'one-of'; readonly set: SymbolSet }
  | { readonly kind: 'sequence'; readonly parts: readonly PatternTree[] }
  | { readonly kind: 'choice'; readonly parts: readonly PatternTree[] }
  /** `most` null: as often as one likes. */
  | { readonly kind: 'repeat'; readonly part: PatternTree; readonly least: number; readonly most: number | null };

/** Why a pattern cannot be used; `at` counts characters from 0, `what` is what stands there. */
export interface PatternProblem {
  readonly reason:
    | 'empty'
    | 'too-long'
    | 'character'
    | 'set-open'
    | 'set-empty'
    | 'set-range'
    | 'after-wildcard'
    | 'group-open'
    | 'group-close'
    | 'nothing-to-repeat'
    | 'repeat-range'
    | 'unsupported'
    | 'too-complex';
  readonly at: number;
  readonly what: string;
}

/** Thrown by the readers of patterns and caught where they are called: they go many levels deep. */
export class PatternFault extends Error {
  readonly problem: PatternProblem;
  constructor(reason: PatternProblem['reason'], at: number, what: string) {
    super(reason);
    this.problem = { reason, at, what };
  }
}

/** `[1-5]`, `[135]`, `[0-39]`; `at` is the place of its opening bracket. Returns the set and the place after it. */
export function readSet(text: string, at: number): { readonly set: SymbolSet; readonly next: number } {
  const end = text.indexOf(']', at);
  if (end === -1) throw new PatternFault('set-open', at, '[');
  let set = 0;
  let place = at + 1;
  while (place < end) {
    const from = text.charAt(place);
    if (!isSymbol(from)) throw new PatternFault('character', place, from);
    if (text.charAt(place + 1) === '-' && place + 2 < end) {
      const to = text.charAt(place + 2);
      if (!/\d/.test(from) || !/\d/.test(to) || from > to)
        throw new PatternFault('set-range', place, text.slice(place, place + 3));
      for (let digit = Number(from); digit <= Number(to); digit += 1) set |= setOf(String(digit));
      place += 3;
    } else {
      set |= setOf(from);
      place += 1;
    }
  }
  if (set === 0) throw new PatternFault('set-empty', at, '[]');
  return { set, next: end + 1 };
}
