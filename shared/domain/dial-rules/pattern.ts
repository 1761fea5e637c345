import { fail, type Result, succeed } from '../../result.ts';
import { toLatinDigits } from '../digits.ts';
import { readAsteriskPattern } from './asterisk-pattern.ts';
import { createMatcher } from './automaton.ts';
import type { DialPattern, PatternKind } from './dial-rule.ts';
import { anySymbol, isSymbol, PatternFault, type PatternProblem, type PatternTree, setOf } from './pattern-tree.ts';
import { readRegularExpression } from './regular-expression.ts';

export type Matcher = (digits: string) => boolean;

const longestPattern: Readonly<Record<PatternKind, number>> = { asterisk: 96, prefix: 32, regex: 200 };

const readers: Readonly<Record<PatternKind, (text: string) => PatternTree>> = {
  asterisk: readAsteriskPattern,
  prefix: readPrefix,
  regex: readRegularExpression,
};

/** Reads a pattern, or says what is wrong with it and where. */
export function compilePattern({ kind, text }: DialPattern): Result<Matcher, PatternProblem> {
  const written = toLatinDigits(text.trim());
  try {
    if (written === '') throw new PatternFault('empty', 0, '');
    if (written.length > longestPattern[kind])
      throw new PatternFault('too-long', longestPattern[kind], String(longestPattern[kind]));
    return succeed(createMatcher(readers[kind](written)));
  } catch (problem) {
    if (problem instanceof PatternFault) return fail(problem.problem);
    throw problem;
  }
}

const compiled = new WeakMap<DialPattern, Matcher>();

/** False as well for a pattern that cannot be read: it fits nothing. */
export function fitsPattern(pattern: DialPattern, digits: string): boolean {
  let matcher = compiled.get(pattern);
  if (matcher === undefined) {
    const read = compilePattern(pattern);
    matcher = read.ok ? read.value : () => false;
    compiled.set(pattern, matcher);
  }
  return matcher(digits);
}

function readPrefix(text: string): PatternTree {
  const parts = Array.from(text, (character, at): PatternTree => {
    if (!isSymbol(character)) throw new PatternFault('character', at, character);
    return { kind: 'one-of', set: setOf(character) };
  });
  const rest: PatternTree = { kind: 'repeat', part: { kind: 'one-of', set: anySymbol }, least: 0, most: null };
  return { kind: 'sequence', parts: [...parts, rest] };
}
