import { describe, expect, it } from 'vitest';
import { dialRuleLimits, dialsAsTyped } from '../../shared/domain/dial-rules/dial-rule.ts';
import { readDialRule } from '../../shared/domain/dial-rules/read-rule.ts';
import { readRulesFile, writeRulesFile } from '../../shared/domain/dial-rules/rules-file.ts';

const minimal = { name: 'Mobile', pattern: { kind: 'prefix', text: '09' }, action: { kind: 'dial' } };
const file = (rules: unknown, more: object = {}) =>
  JSON.stringify({ format: 'dialdesk-dial-rules', version: 1, rules, ...more }, null, 1);

describe('readDialRule', () => {
  it('takes what is left out as usual, and trims what people type', () => {
    expect(readDialRule(minimal)).toEqual({
      ok: true,
      value: { ...minimal, enabled: true, alsoExtensions: false, action: dialsAsTyped },
    });
    const action = { kind: 'dial', strip: 1, prepend: ' ۹۰ ', trunkName: ' MCI ', callerId: '', callLimitSeconds: 600 };
    expect(readDialRule({ ...minimal, name: ' Mobile ', action })).toMatchObject({
      ok: true,
      value: {
        name: 'Mobile',
        action: { strip: 1, prepend: '90', trunkName: 'MCI', callerId: null, callLimitSeconds: 600 },
      },
    });
  });

  it.each<[string, unknown, { readonly field: string; readonly reason: string; readonly what?: string }]>([
    ['no object', 7, { field: 'rule', reason: 'not-an-object' }],
    ['a list', [], { field: 'rule', reason: 'not-an-object' }],
    ['a field nobody knows', { ...minimal, trnk: 'MCI' }, { field: 'rule', reason: 'unknown-field', what: 'trnk' }],
    ['no name', { ...minimal, name: undefined }, { field: 'name', reason: 'missing' }],
    ['a name nobody sees', { ...minimal, name: '\u200f\u200b' }, { field: 'name', reason: 'missing' }],
    ['a name of spaces', { ...minimal, name: '  ' }, { field: 'name', reason: 'missing' }],
    ['a number for a name', { ...minimal, name: 7 }, { field: 'name', reason: 'wrong-kind', what: '7' }],
    ['a long name', { ...minimal, name: 'x'.repeat(49) }, { field: 'name', reason: 'too-long', what: '48' }],
    ['a name of two lines', { ...minimal, name: 'a\nb' }, { field: 'name', reason: 'wrong-kind' }],
    ['a word for a switch', { ...minimal, enabled: 'yes' }, { field: 'enabled', reason: 'wrong-kind', what: '"yes"' }],
    ['no pattern', { ...minimal, pattern: undefined }, { field: 'pattern', reason: 'missing' }],
    ['a pattern alone', { ...minimal, pattern: '_0.' }, { field: 'pattern', reason: 'wrong-kind', what: '"_0."' }],
    ['another kind', { ...minimal, pattern: { kind: 'glob', text: '0*' } }, { field: 'pattern', reason: 'wrong-kind' }],
    [
      'a broken pattern',
      { ...minimal, pattern: { kind: 'regex', text: '(' } },
      { field: 'pattern', reason: 'pattern' },
    ],
    ['no action', { ...minimal, action: undefined }, { field: 'action', reason: 'missing' }],
    ['another action', { ...minimal, action: { kind: 'send' } }, { field: 'action', reason: 'wrong-kind' }],
    ['a part of a digit', act({ strip: 1.5 }), { field: 'strip', reason: 'wrong-kind', what: '1.5' }],
    ['less than nothing', act({ strip: -1 }), { field: 'strip', reason: 'range', what: '0–18' }],
    ['letters before', act({ prepend: '9w' }), { field: 'prepend', reason: 'not-dialable', what: '9w' }],
    ['a plus before', act({ prepend: '+98' }), { field: 'prepend', reason: 'not-dialable', what: '+98' }],
    ['a number before', act({ prepend: 9 }), { field: 'prepend', reason: 'wrong-kind', what: '9' }],
    ['much before', act({ prepend: '9'.repeat(19) }), { field: 'prepend', reason: 'too-long', what: '18' }],
    ['a long trunk', act({ trunkName: 'x'.repeat(65) }), { field: 'trunkName', reason: 'too-long', what: '64' }],
    ['a trunk of no text', act({ trunkName: 5 }), { field: 'trunkName', reason: 'wrong-kind', what: '5' }],
    ['a tab in a caller id', act({ callerId: 'a\tb' }), { field: 'callerId', reason: 'wrong-kind' }],
    ['a short call', act({ callLimitSeconds: 5 }), { field: 'callLimitSeconds', reason: 'range', what: '10–86400' }],
    ['no reason', { ...minimal, action: { kind: 'block' } }, { field: 'reason', reason: 'missing' }],
    [
      'a block that also dials',
      { ...minimal, action: { kind: 'block', reason: 'No', strip: 1 } },
      { field: 'rule', reason: 'unknown-field', what: 'strip' },
    ],
  ])('refuses %s', (_what, value, problem) => {
    expect(readDialRule(value)).toMatchObject({ ok: false, error: [problem] });
  });

  it('tells all that is wrong with a rule at once', () => {
    const read = readDialRule({
      name: '',
      pattern: { kind: 'asterisk', text: '_q' },
      action: { kind: 'dial', strip: 99 },
    });
    expect(read.ok ? [] : read.error.map(({ field }) => field)).toEqual(['name', 'pattern', 'strip']);
  });
});

describe('readRulesFile', () => {
  it('reads what it wrote', () => {
    const read = readRulesFile(file([minimal]));
    expect(read.ok && readRulesFile(writeRulesFile(read.value))).toEqual(read);
  });

  it.each([
    ['nothing', '', { kind: 'not-json', line: 1 }],
    ['what ends too early', '{\n"format": 1,\n', { kind: 'not-json', line: 2 }],
    ['what is no JSON', '{\n"format" 1}', { kind: 'not-json', line: 2 }],
    ['a bare list', '[]', { kind: 'not-rules' }],
    ['nothing at all', 'null', { kind: 'not-rules' }],
    ['another file', '{"version":1,"rules":[]}', { kind: 'not-rules' }],
    ['rules that are no list', file({}), { kind: 'not-rules' }],
    ['a later version', file([], { version: 2 }), { kind: 'version', version: '2' }],
    ['more than can be', ' '.repeat(1_000_001), { kind: 'too-long' }],
  ])('refuses %s', (_what, text, problem) => {
    expect(readRulesFile(text)).toEqual({ ok: false, error: [problem] });
  });

  it('names the line and the number of each rule that cannot be used', () => {
    const text = [
      '{ "note": {"rules": [1, 2]},',
      '  "format": "dialdesk-dial-rules", "version": 1,',
      '  "rules": [',
      `    ${JSON.stringify(minimal)},`,
      '    { "name": "Br\\"ok{en", "pattern": { "kind": "asterisk",',
      '      "text": "_q" }, "action": { "kind": "dial" } },',
      '    5,',
      `    ${JSON.stringify(minimal)} ]`,
      '}',
    ].join('\n');
    const read = readRulesFile(text);
    expect(read.ok ? [] : read.error).toMatchObject([
      { kind: 'rule', number: 2, line: 5, problem: { field: 'pattern', pattern: { what: 'q', at: 1 } } },
      { kind: 'rule', number: 3, line: 7, problem: { field: 'rule', reason: 'not-an-object' } },
      { kind: 'rule', number: 4, line: 8, problem: { field: 'name', reason: 'same-name', what: 'Mobile' } },
    ]);
  });

  it('takes no more rules than a list has room for', () => {
    const many = Array.from({ length: dialRuleLimits.rules + 1 }, (_, index) => ({
      ...minimal,
      name: `Rule ${index}`,
    }));
    expect(readRulesFile(file(many))).toMatchObject({
      ok: false,
      error: [{ kind: 'rule', number: 101, problem: { field: 'rule', reason: 'too-long', what: '100' } }],
    });
  });
});

function act(change: object): unknown {
  return { ...minimal, action: { kind: 'dial', ...change } };
}

it.each([
  ['a comma that is missing', '{\n"a": 1\n"b": 2\n}', 3],
  ['a comma too many', '[\n1,\n]', 3],
  ['an end that is missing', '{\n"a": [1,\n2\n\n', 3],
  ['a text without its end', '{\n"a": "b\n}', 2],
  ['a word', '[\n\nyes]', 3],
])('says the line of %s', (_what, text, line) => {
  expect(readRulesFile(text)).toEqual({ ok: false, error: [{ kind: 'not-json', line }] });
});
