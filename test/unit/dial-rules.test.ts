import { describe, expect, it } from 'vitest';
import { destinationKind } from '../../shared/domain/destination.ts';
import { applyRules } from '../../shared/domain/dial-rules/apply-rules.ts';
import {
  type BlockAction,
  type DialAction,
  type DialPattern,
  type DialRule,
  dialsAsTyped,
} from '../../shared/domain/dial-rules/dial-rule.ts';
import { compilePattern, fitsPattern } from '../../shared/domain/dial-rules/pattern.ts';
import { readDialRules } from '../../shared/domain/dial-rules/read-rule.ts';
import { iranStarter, iranStarterRules } from '../../shared/domain/dial-rules/starters.ts';

const asterisk = (text: string): DialPattern => ({ kind: 'asterisk', text });
const prefix = (text: string): DialPattern => ({ kind: 'prefix', text });
const regex = (text: string): DialPattern => ({ kind: 'regex', text });

describe('compilePattern', () => {
  it.each<[DialPattern, string, boolean]>([
    [asterisk('_09XXXXXXXXX'), '09123456789', true],
    [asterisk('09XXXXXXXXX'), '09123456789', true],
    [asterisk('_09xxxxxxxxx'), '09123456789', true],
    [asterisk('_۰۹XXXXXXXXX'), '09123456789', true],
    [asterisk(' _09XX-XXX XXXX '), '09123456789', true],
    [asterisk('_09XXXXXXXXX'), '0912345678', false],
    [asterisk('_09XXXXXXXXX'), '091234567890', false],
    [asterisk('_09XXXXXXXXX'), '08123456789', false],
    [asterisk('_09XXXXXXXXX'), '', false],
    [asterisk('_09X*'), '091*', true],
    [asterisk('_09X*'), '0911', false],
    [asterisk('_X'), '0', true],
    [asterisk('_X'), '*', false],
    [asterisk('_X'), '#', false],
    [asterisk('_Z'), '0', false],
    [asterisk('_Z'), '1', true],
    [asterisk('_Z'), '9', true],
    [asterisk('_N'), '1', false],
    [asterisk('_N'), '2', true],
    [asterisk('_n'), '9', true],
    [asterisk('_0[1-8]X.'), '0211', true],
    [asterisk('_0[1-8]X.'), '021', false],
    [asterisk('_0[1-8]X.'), '0911', false],
    [asterisk('_[135]'), '3', true],
    [asterisk('_[135]'), '4', false],
    [asterisk('_[0-39]'), '9', true],
    [asterisk('_[0-39]'), '4', false],
    [asterisk('_[*#]1'), '#1', true],
    [asterisk('_[0-2*]1'), '*1', true],
    [asterisk('_00.'), '00', false],
    [asterisk('_00.'), '004', true],
    [asterisk('_00.'), '00#', true],
    [asterisk('_00!'), '00', true],
    [asterisk('_00!'), '0049', true],
    [asterisk('_.'), '1', true],
    [asterisk('_!'), '', true],
    [asterisk('_X.'), '12', true],
    [asterisk('_X.'), '1', false],
    [asterisk('*72.'), '*72557', true],
    [asterisk('110'), '110', true],
    [asterisk('110'), '1100', false],
    [prefix('021'), '02188776655', true],
    [prefix('021'), '021', true],
    [prefix('021'), '0311', false],
    [prefix('021'), '02', false],
    [prefix('۰۲۱'), '0211', true],
    [prefix('*9'), '*91', true],
    [prefix('*9'), '91', false],
    [regex('09\\d{9}'), '09123456789', true],
    [regex('^09\\d{9}$'), '09123456789', true],
    [regex('09\\d{9}'), '509123456789', false],
    [regex('09\\d{9}'), '091234567891', false],
    [regex('09(1[0-9]|3[3-9])\\d{7}'), '09123456789', true],
    [regex('09(1[0-9]|3[3-9])\\d{7}'), '09313456789', false],
    [regex('(?:98)?912\\d*'), '98912', true],
    [regex('(?:98)?912\\d*'), '912', true],
    [regex('(?:98)?912\\d*'), '97912', false],
    [regex('1{2,3}'), '1', false],
    [regex('1{2,3}'), '11', true],
    [regex('1{2,3}'), '1111', false],
    [regex('1{2,}'), '11111', true],
    [regex('1{0}2'), '2', true],
    [regex('1{0}2'), '12', false],
    [regex('\\*7\\d+'), '*72', true],
    [regex('\\*7\\d+'), '*7', false],
    [regex('1.3'), '1#3', true],
    [regex('1|2|33'), '33', true],
    [regex('1|2|33'), '3', false],
    [regex('(1|)2'), '2', true],
    [regex('(1|)2'), '12', true],
    [regex('(1*)*2'), '1112', true],
    [regex('(\\d+)+#'), '11111111111111111111111111111111', false],
    [regex('(\\d|\\d\\d)*\\*'), '11111111111111111111111111111111', false],
    [regex('((1|12)(3|23))?'), '123', true],
    [regex('((1|12)(3|23))?'), '', true],
  ])('%o and %s: %s', (pattern, digits, fits) => {
    expect(compilePattern(pattern)).toMatchObject({ ok: true });
    expect(fitsPattern(pattern, digits)).toBe(fits);
  });

  it.each<[DialPattern, string, number, string]>([
    [asterisk(''), 'empty', 0, ''],
    [asterisk('_'), 'empty', 0, ''],
    [asterisk('  '), 'empty', 0, ''],
    [asterisk('_09L'), 'character', 3, 'L'],
    [asterisk('_+98X.'), 'character', 1, '+'],
    [asterisk('_0[1-8'), 'set-open', 2, '['],
    [asterisk('_0[]'), 'set-empty', 2, '[]'],
    [asterisk('_0[8-1]'), 'set-range', 3, '8-1'],
    [asterisk('_0[1-*]'), 'set-range', 3, '1-*'],
    [asterisk('_0[a]'), 'character', 3, 'a'],
    [asterisk('_0[^1]'), 'character', 3, '^'],
    [asterisk('_0.1'), 'after-wildcard', 3, '1'],
    [asterisk('_0!.'), 'after-wildcard', 3, '.'],
    [asterisk(`_${'X'.repeat(100)}`), 'too-long', 96, '96'],
    [prefix('02x'), 'character', 2, 'x'],
    [prefix('+98'), 'character', 0, '+'],
    [prefix('0'.repeat(33)), 'too-long', 32, '32'],
    [regex('^$'), 'empty', 0, ''],
    [regex('(09'), 'group-open', 0, '('],
    [regex('09)'), 'group-close', 2, ')'],
    [regex('*09'), 'nothing-to-repeat', 0, '*'],
    [regex('(|+)'), 'nothing-to-repeat', 2, '+'],
    [regex('0{5,2}'), 'repeat-range', 1, '{5,2}'],
    [regex('0{99}'), 'repeat-range', 1, '{99}'],
    [regex('0{a}'), 'repeat-range', 1, '{a}'],
    [regex('0{'), 'repeat-range', 1, '{'],
    [regex('0++'), 'unsupported', 1, '++'],
    [regex('0+?'), 'unsupported', 1, '+?'],
    [regex('(?=0)1'), 'unsupported', 0, '(?='],
    [regex('(?<n>0)'), 'unsupported', 0, '(?<'],
    [regex('(0)\\1'), 'unsupported', 3, '\\1'],
    [regex('0\\w'), 'unsupported', 1, '\\w'],
    [regex('0\\'), 'unsupported', 1, '\\'],
    [regex('0^1'), 'unsupported', 1, '^'],
    [regex('0$1'), 'unsupported', 1, '$'],
    [regex('[^0]1'), 'unsupported', 0, '[^'],
    [regex('[\\d]'), 'character', 1, '\\'],
    [regex('0 9'), 'character', 1, ' '],
    [regex('(((\\d{40}){40}){40}){40}'), 'too-complex', 0, ''],
  ])('%o: %s', (pattern, reason, at, what) => {
    expect(compilePattern(pattern)).toEqual({ ok: false, error: { reason, at, what } });
    expect(fitsPattern(pattern, '09')).toBe(false);
  });
});

const dial = (change: Partial<DialAction> = {}): DialAction => ({ ...dialsAsTyped, ...change });
const block = (reason: string): BlockAction => ({ kind: 'block', reason });
const rule = (name: string, pattern: string, action: DialRule['action'], more: Partial<DialRule> = {}): DialRule => ({
  name,
  enabled: true,
  alsoExtensions: false,
  pattern: asterisk(pattern),
  action,
  ...more,
});

const isExtension = (digits: string) => destinationKind(digits) === 'extension';
const apply = (rules: readonly DialRule[], digits: string, literal = false) =>
  applyRules(rules, { digits, isExtension, literal });

const usual = [
  rule('Off', '_X.', block('never'), { enabled: false }),
  rule('Premium', '_0909.', block('Costs by the minute')),
  rule('Mobile', '_09XXXXXXXXX', dial({ prepend: '9', trunkName: 'MCI' })),
  rule('Police', '110', dial({ prepend: '0' }), { alsoExtensions: true }),
  rule('Abroad', '_00.', dial({ strip: 2, prepend: '810' })),
  rule('All', '_X.', dial({ prepend: '0' })),
];

describe('applyRules', () => {
  it.each([
    ['09123456789', '909123456789', 'Mobile'],
    ['00491234567', '810491234567', 'Abroad'],
    ['02188776655', '002188776655', 'All'],
    ['110', '0110', 'Police'],
  ])('%s is dialled as %s by rule %s', (digits, dialled, name) => {
    expect(apply(usual, digits)).toMatchObject({ kind: 'dial', digits: dialled, rule: { name } });
  });

  it('leaves extensions alone, as far as the rule does not ask for them', () => {
    expect(apply(usual, '557')).toEqual({ kind: 'none' });
    expect(applyRules(usual, { digits: '557', isExtension: () => false, literal: false })).toMatchObject({
      kind: 'dial',
      digits: '0557',
    });
    expect(
      applyRules(usual, { digits: '09123456789', isExtension: (digits) => digits === '09123456789', literal: false }),
    ).toEqual({ kind: 'none' });
  });

  it('takes the first that fits, and nothing from those below it', () => {
    const both = [rule('One', '_09.', dial({ trunkName: 'A' })), rule('Two', '_09.', dial({ prepend: '9' }))];
    expect(apply(both, '0912')).toMatchObject({ digits: '0912', rule: { name: 'One' }, action: { trunkName: 'A' } });
    expect(apply([...both].reverse(), '0912')).toMatchObject({ digits: '90912', action: { trunkName: null } });
  });

  it('blocks with the words of the rule', () => {
    expect(apply(usual, '0909123')).toMatchObject({ kind: 'blocked', action: { reason: 'Costs by the minute' } });
  });

  it('changes nothing when asked to dial literally, and lets what is blocked be blocked', () => {
    expect(apply(usual, '09123456789', true)).toEqual({ kind: 'none' });
    expect(apply(usual, '0909123', true)).toMatchObject({ kind: 'blocked' });
  });

  it.each([
    [dial({ strip: 11 }), ''],
    [dial({ strip: 18 }), ''],
    [dial({ prepend: '12345678' }), '1234567809123456789'],
  ])('says which rule makes no number of it: %o', (action, digits) => {
    expect(apply([rule('Broken', '_09.', action)], '09123456789')).toMatchObject({
      kind: 'undialable',
      digits,
      rule: { name: 'Broken' },
    });
  });
});

describe('iranStarter', () => {
  const names = Object.fromEntries(iranStarterRules.map((key) => [key, key])) as Record<
    (typeof iranStarterRules)[number],
    string
  >;
  const rules = iranStarter(names, 'Billed by the minute');

  it('is a list that can be saved', () => {
    expect(readDialRules(rules)).toEqual({ ok: true, value: rules });
  });

  it.each([
    ['09123456789', '09123456789', 'mobile'],
    ['9123456789', '09123456789', 'mobileWithoutZero'],
    ['989123456789', '09123456789', 'mobileWithCountryCode'],
    ['02188776655', '02188776655', 'city'],
    ['03131234567', '03131234567', 'city'],
    ['0049301234567', '0049301234567', 'international'],
  ])('%s is dialled as %s by %s', (digits, dialled, name) => {
    expect(apply(rules, digits)).toMatchObject({ kind: 'dial', digits: dialled, rule: { name } });
  });

  it('blocks services billed by the minute, and knows nothing of colleagues', () => {
    expect(apply(rules, '9092301010')).toMatchObject({ kind: 'blocked', action: { reason: 'Billed by the minute' } });
    expect(apply(rules, '110')).toEqual({ kind: 'none' });
    expect(apply(rules, '88776655')).toEqual({ kind: 'none' });
  });

  it('has the rules ready that depend on the place', () => {
    const all = rules.map((one) => ({ ...one, enabled: true }));
    expect(apply(all, '88776655')).toMatchObject({ digits: '02188776655' });
    expect(apply(all, '110')).toMatchObject({ kind: 'dial', rule: { name: 'shortServices' } });
  });
});
