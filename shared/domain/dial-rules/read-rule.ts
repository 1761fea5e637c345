import { fail, type Result, succeed } from '../../result.ts';
import { toLatinDigits } from '../digits.ts';
import { hasVisible, visibleText } from '../neutral-text.ts';
import { type DialRule, dialRuleLimits as limits, patternKinds } from './dial-rule.ts';
import { compilePattern } from './pattern.ts';
import type { PatternProblem } from './pattern-tree.ts';

export const ruleFields = [
  'rule',
  'name',
  'enabled',
  'alsoExtensions',
  'pattern',
  'action',
  'strip',
  'prepend',
  'trunkName',
  'callerId',
  'dialplanContext',
  'callLimitSeconds',
  'reason',
] as const;
export type RuleField = (typeof ruleFields)[number];

/** What is wrong with a rule, and where. */
export interface RuleProblem {
  readonly field: RuleField;
  readonly reason:
    | 'not-an-object'
    | 'unknown-field'
    | 'missing'
    | 'wrong-kind'
    | 'too-long'
    | 'not-dialable'
    | 'range'
    | 'same-name'
    | 'pattern';
  /** What stands there, or the limit that is passed. */
  readonly what: string;
  readonly pattern?: PatternProblem;
}

type Fields = Readonly<Record<string, unknown>>;

/** Makes a rule of what a file or a form holds: one whose number fits can be applied without a further look. Tells all that is wrong at once. */
export function readDialRule(value: unknown): Result<DialRule, readonly RuleProblem[]> {
  const problems: RuleProblem[] = [];
  const complain = (field: RuleField, reason: RuleProblem['reason'], what = '') => {
    problems.push({ field, reason, what });
  };
  if (!isObject(value)) return fail([{ field: 'rule', reason: 'not-an-object', what: '' }]);
  refuseUnknown(value, ['name', 'enabled', 'alsoExtensions', 'pattern', 'action'], complain);

  const name = readText(value, 'name', limits.name, complain);
  const enabled = readSwitch(value, 'enabled', true, complain);
  const alsoExtensions = readSwitch(value, 'alsoExtensions', false, complain);
  const pattern = readPattern(value['pattern'], problems);
  const action = readAction(value['action'], complain);
  if (problems.length > 0 || name === null || pattern === null || action === null) return fail(problems);
  return succeed({ name, enabled, alsoExtensions, pattern, action });
}

/** A list of rules: each by itself, and no name twice. `index` counts from 0. */
export function readDialRules(
  values: readonly unknown[],
): Result<readonly DialRule[], readonly (RuleProblem & { readonly index: number })[]> {
  const problems: (RuleProblem & { readonly index: number })[] = [];
  const rules: DialRule[] = [];
  const names = new Set<string>();
  for (const [index, value] of values.entries()) {
    const read = readDialRule(value);
    if (!read.ok) {
      problems.push(...read.error.map((problem) => ({ ...problem, index })));
      continue;
    }
    const key = read.value.name.toLocaleLowerCase('en');
    if (names.has(key)) problems.push({ index, field: 'name', reason: 'same-name', what: read.value.name });
    names.add(key);
    rules.push(read.value);
  }
  if (values.length > limits.rules)
    problems.push({ index: limits.rules, field: 'rule', reason: 'too-long', what: String(limits.rules) });
  return problems.length === 0 ? succeed(rules) : fail(problems);
}

type Complain = (field: RuleField, reason: RuleProblem['reason'], what?: string) => void;

function readPattern(value: unknown, problems: RuleProblem[]): DialRule['pattern'] | null {
  const kind = isObject(value) ? patternKinds.find((one) => one === value['kind']) : undefined;
  const text = isObject(value) ? value['text'] : undefined;
  if (kind === undefined || typeof text !== 'string') {
    problems.push({ field: 'pattern', reason: value === undefined ? 'missing' : 'wrong-kind', what: shown(value) });
    return null;
  }
  const pattern = { kind, text: text.trim() };
  const compiled = compilePattern(pattern);
  if (compiled.ok) return pattern;
  problems.push({ field: 'pattern', reason: 'pattern', what: text, pattern: compiled.error });
  return null;
}

function readAction(value: unknown, complain: Complain): DialRule['action'] | null {
  if (!isObject(value)) {
    complain('action', value === undefined ? 'missing' : 'wrong-kind', shown(value));
    return null;
  }
  if (value['kind'] === 'block') {
    refuseUnknown(value, ['kind', 'reason'], complain);
    const reason = readText(value, 'reason', limits.reason, complain);
    return reason === null ? null : { kind: 'block', reason };
  }
  if (value['kind'] !== 'dial') {
    complain('action', 'wrong-kind', shown(value['kind']));
    return null;
  }
  const words = ['trunkName', 'callerId', 'dialplanContext'] as const;
  refuseUnknown(value, ['kind', 'strip', 'prepend', ...words, 'callLimitSeconds'], complain);
  const [trunkName, callerId, dialplanContext] = words.map((field) => readWord(value[field], field, complain));
  return {
    kind: 'dial',
    strip: readCount(value['strip'] ?? 0, 'strip', 0, limits.strip, complain),
    prepend: readPrepend(value['prepend'] ?? '', complain),
    trunkName: trunkName ?? null,
    callerId: callerId ?? null,
    dialplanContext: dialplanContext ?? null,
    callLimitSeconds: isAbsent(value['callLimitSeconds'])
      ? null
      : readCount(
          value['callLimitSeconds'],
          'callLimitSeconds',
          limits.shortestCallSeconds,
          limits.longestCallSeconds,
          complain,
        ),
  };
}

function readText(value: Fields, field: 'name' | 'reason', longest: number, complain: Complain): string | null {
  const text = value[field];
  if (typeof text !== 'string') complain(field, text === undefined ? 'missing' : 'wrong-kind', shown(text));
  else if (text.trim() === '') complain(field, 'missing');
  else if (text.trim().length > longest) complain(field, 'too-long', String(longest));
  else if (/\p{Cc}/u.test(text)) complain(field, 'wrong-kind', text);
  else if (!hasVisible(text)) complain(field, 'missing');
  else return visibleText(text);
  return null;
}

function readSwitch(value: Fields, field: 'enabled' | 'alsoExtensions', usual: boolean, complain: Complain): boolean {
  const on = value[field] ?? usual;
  if (typeof on === 'boolean') return on;
  complain(field, 'wrong-kind', shown(on));
  return usual;
}

/** Empty counts as not given, as in a form. */
function readWord(value: unknown, field: RuleField, complain: Complain): string | null {
  if (isAbsent(value)) return null;
  if (typeof value !== 'string' || /\p{Cc}/u.test(value)) complain(field, 'wrong-kind', shown(value));
  else if (value.trim().length > limits.word) complain(field, 'too-long', String(limits.word));
  else return value.trim() === '' ? null : value.trim();
  return null;
}

function readPrepend(value: unknown, complain: Complain): string {
  const digits = typeof value === 'string' ? toLatinDigits(value.trim()) : null;
  if (digits === null) complain('prepend', 'wrong-kind', shown(value));
  else if (!/^[\d*#]*$/.test(digits)) complain('prepend', 'not-dialable', digits);
  else if (digits.length > limits.prepend) complain('prepend', 'too-long', String(limits.prepend));
  else return digits;
  return '';
}

function readCount(value: unknown, field: RuleField, least: number, most: number, complain: Complain): number {
  if (typeof value !== 'number' || !Number.isInteger(value)) complain(field, 'wrong-kind', shown(value));
  else if (value < least || value > most) complain(field, 'range', `${least}–${most}`);
  else return value;
  return least;
}

function refuseUnknown(value: Fields, known: readonly string[], complain: Complain): void {
  for (const key of Object.keys(value)) if (!known.includes(key)) complain('rule', 'unknown-field', key);
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null;
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  return value === undefined ? '' : (JSON.stringify(value) ?? '').slice(0, 40);
}
