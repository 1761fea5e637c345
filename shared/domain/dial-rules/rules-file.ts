import { fail, type Result, succeed } from '../../result.ts';
import type { DialRule } from './dial-rule.ts';
import { findJsonFault } from './json-fault.ts';
import { type RuleProblem, readDialRules } from './read-rule.ts';

/** What a file says first, so that another one is not taken for rules. */
const fileFormat = 'dialdesk-dial-rules';
const fileVersion = 1;
/** More than the longest list there can be, written widely. */
const longestFile = 1_000_000;

/** Why a file is not taken over; `line` counts from 1. Nothing of a file with a problem is. */
export type RulesFileProblem =
  | { readonly kind: 'too-long' }
  | { readonly kind: 'not-json'; readonly line: number }
  | { readonly kind: 'not-rules' }
  | { readonly kind: 'version'; readonly version: string }
  /** `number` counts rules from 1. */
  | { readonly kind: 'rule'; readonly number: number; readonly line: number | null; readonly problem: RuleProblem };

export function writeRulesFile(rules: readonly DialRule[]): string {
  return `${JSON.stringify({ format: fileFormat, version: fileVersion, rules }, null, 2)}\n`;
}

/** Reads rules of another installation, or says of each line that cannot be used what is wrong with it. */
export function readRulesFile(text: string): Result<readonly DialRule[], readonly RulesFileProblem[]> {
  if (text.length > longestFile) return fail([{ kind: 'too-long' }]);
  const bare = text.replace(/^\ufeff/, '');
  let value: unknown;
  try {
    value = JSON.parse(bare);
  } catch {
    return fail([{ kind: 'not-json', line: lineAt(bare, findJsonFault(bare) ?? bare.length) }]);
  }
  if (typeof value !== 'object' || value === null) return fail([{ kind: 'not-rules' }]);
  const { format, version, rules } = value as Readonly<Record<string, unknown>>;
  if (format !== fileFormat || !Array.isArray(rules)) return fail([{ kind: 'not-rules' }]);
  if (version !== fileVersion) return fail([{ kind: 'version', version: String(version) }]);
  const read = readDialRules(rules);
  if (read.ok) return succeed(read.value);
  const lines = linesOfRules(bare);
  return fail(
    read.error.map(({ index, ...problem }) => ({
      kind: 'rule',
      number: index + 1,
      line: lines[index] ?? null,
      problem,
    })),
  );
}

/** Where each element of the list named `rules` begins; the text is known to be JSON. */
function linesOfRules(text: string): readonly number[] {
  const lines: number[] = [];
  const open: string[] = [];
  let key = '';
  let expectsElement = false;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],]|[^\s{}[\],:"]+/g)) {
    const inRules = open.length === 2 && open[0] === '{' && open[1] === 'rules';
    if (inRules && expectsElement && token !== ']') lines.push(lineAt(text, index));
    expectsElement = false;
    if (token === '{') open.push('{');
    else if (token === '[') {
      open.push(open.length === 1 && key === '"rules"' ? 'rules' : '[');
      expectsElement = true;
    } else if (token === '}' || token === ']') open.pop();
    else if (token === ',') expectsElement = true;
    else if (open.length === 1) key = token;
  }
  return lines;
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}
