import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDialable } from '../../shared/domain/destination.ts';
import { applyRules } from '../../shared/domain/dial-rules/apply-rules.ts';
import { type DialRule, dialsAsTyped, patternKinds } from '../../shared/domain/dial-rules/dial-rule.ts';
import { compilePattern, fitsPattern } from '../../shared/domain/dial-rules/pattern.ts';
import { readRulesFile, writeRulesFile } from '../../shared/domain/dial-rules/rules-file.ts';
import { visibleText } from '../../shared/domain/neutral-text.ts';
import { assertAlways } from '../support/properties.ts';

const numbers = fc.string({ unit: fc.constantFrom(...'0123456789*#'), maxLength: 8 });

const anyExpressions = fc.letrec<{ choice: string; sequence: string; part: string; atom: string }>((tie) => ({
  choice: fc.array(tie('sequence'), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('|')),
  sequence: fc.array(tie('part'), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('')),
  part: fc
    .tuple(tie('atom'), fc.constantFrom('', '', '', '?', '*', '+', '{2}', '{1,2}', '{0,}'))
    .map(([atom, repeat]) => atom + repeat),
  atom: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    fc.constantFrom('0', '1', '2', '.', '\\d', '\\*', '#', '[12]', '[0-5]', '[3-9*]'),
    tie('choice').map((inner) => `(${inner})`),
  ),
})).choice;

/** Short ones, which the engine of the language understands in the same way and tests in no time. */
const expressions = anyExpressions.filter((text) => text.length <= 32);

const rules = fc.record<DialRule>({
  name: fc
    .string({ unit: fc.constantFrom(...'abc دی'), minLength: 1, maxLength: 20 })
    .map((name) => visibleText(`x${name}x`)),
  enabled: fc.boolean(),
  alsoExtensions: fc.boolean(),
  pattern: fc.oneof(
    expressions.map((text) => ({ kind: 'regex' as const, text })),
    fc.constantFrom('_X.', '_0!', '_09XXXXXXXXX', '_Z[1-3*]N').map((text) => ({ kind: 'asterisk' as const, text })),
    fc.constantFrom('0', '09', '*').map((text) => ({ kind: 'prefix' as const, text })),
  ),
  action: fc.oneof(
    fc
      .record({ strip: fc.nat({ max: 18 }), prepend: fc.string({ unit: fc.constantFrom(...'019*#'), maxLength: 18 }) })
      .map((change) => ({ ...dialsAsTyped, ...change })),
    fc.constant({ kind: 'block' as const, reason: 'Not "today"\\ [{' }),
  ),
});
const differentlyNamed = fc.uniqueArray(rules, { maxLength: 8, selector: ({ name }) => name.trim().toLowerCase() });

describe('patterns', () => {
  it('are regular expressions of the whole number', () => {
    assertAlways(
      fc.property(expressions, numbers, (text, digits) => {
        const read = compilePattern({ kind: 'regex', text });
        fc.pre(read.ok);
        expect(read.ok && read.value(digits)).toBe(new RegExp(`^(?:${text})$`).test(digits));
      }),
      { numRuns: 2000 },
    );
  });

  it('never throw, whatever is typed', () => {
    const typed = fc.string({ unit: fc.constantFrom(...'0129XZN.![]-_()|?*+{},\\d^$#:=<۰٩ab '), maxLength: 30 });
    assertAlways(
      fc.property(fc.constantFrom(...patternKinds), typed, numbers, (kind, text, digits) => {
        expect(typeof fitsPattern({ kind, text }, digits)).toBe('boolean');
      }),
      { numRuns: 3000 },
    );
  });

  it('are tested in a time that the number and the pattern bound, where going back and trying again would take years', () => {
    const number = '1'.repeat(32);
    for (const text of ['(\\d+)+#', '(\\d*)*#', '(1|1|11|111)*#', '((1?){18}){18}#', '(\\d{0,18}){0,18}#']) {
      expect(fitsPattern({ kind: 'regex', text }, number)).toBe(false);
    }
  });
});

describe('rules', () => {
  it('dial what can be dialled, or nothing', () => {
    assertAlways(
      fc.property(fc.array(rules, { maxLength: 6 }), numbers, fc.boolean(), (list, digits, literal) => {
        const verdict = applyRules(list, { digits, isExtension: () => false, literal });
        if (verdict.kind === 'dial') {
          expect(isDialable(verdict.digits)).toBe(true);
          expect(literal).toBe(false);
        }
        const first = list.find((one) => one.enabled && fitsPattern(one.pattern, digits));
        if (verdict.kind !== 'none') expect(verdict.rule).toBe(first);
        else expect(first === undefined || literal).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('come back from a file as they went in', () => {
    assertAlways(
      fc.property(differentlyNamed, (list) => {
        const file = writeRulesFile(list);
        expect(readRulesFile(file)).toEqual({ ok: true, value: list });
        expect(readRulesFile(`\ufeff${JSON.stringify(JSON.parse(file))}`)).toEqual({ ok: true, value: list });
      }),
    );
  });

  it('in a file are never taken from what is none, and never throw', () => {
    assertAlways(
      fc.property(fc.json({ maxDepth: 5 }), fc.nat({ max: 60 }), (text, cut) => {
        expect(readRulesFile(text).ok).toBe(false);
        const broken = writeRulesFile([]).slice(0, cut);
        expect(readRulesFile(broken).ok).toBe(false);
      }),
    );
  });
});
