import { describe, expect, it } from 'vitest';
import { readDraft, toDraft } from '../../renderer/features/dial-rules/rule-draft.ts';
import { moved } from '../../renderer/features/sorted-list/use-sorted-list.ts';
import { type DialRule, dialsAsTyped } from '../../shared/domain/dial-rules/dial-rule.ts';
import { provisioningSchema } from '../../shared/settings/provisioning-schema.ts';
import { settingsSchema } from '../../shared/settings/schema.ts';

const mobile: DialRule = {
  name: 'Mobile',
  enabled: false,
  alsoExtensions: true,
  pattern: { kind: 'regex', text: '09\\d{9}' },
  action: {
    kind: 'dial',
    strip: 1,
    prepend: '98',
    trunkName: 'MCI',
    callerId: '021',
    dialplanContext: 'm',
    callLimitSeconds: 600,
  },
};
const blocked: DialRule = { ...mobile, name: 'No', action: { kind: 'block', reason: 'Not from here' } };
const plain: DialRule = { ...mobile, name: 'Plain', action: dialsAsTyped };

describe('the form of a rule', () => {
  it.each([mobile, blocked, plain])('gives back what it was filled with: $name', (rule) => {
    expect(readDraft(toDraft(rule), ['Other'])).toEqual({ ok: true, rule });
  });

  it('takes digits of any script, and says at each field what is wrong', () => {
    const typed = { ...toDraft(plain), strip: '۲', callLimitSeconds: '۶۰۰' };
    expect(readDraft(typed, [])).toMatchObject({ ok: true, rule: { action: { strip: 2, callLimitSeconds: 600 } } });
    const wrong = readDraft({ ...toDraft(null), strip: 'two', callLimitSeconds: '5' }, []);
    expect(wrong.ok ? [] : Object.keys(wrong.problems).sort()).toEqual([
      'callLimitSeconds',
      'name',
      'pattern',
      'strip',
    ]);
  });

  it('refuses the name of another rule, however it is written', () => {
    expect(readDraft(toDraft(mobile), ['MOBILE'])).toMatchObject({
      ok: false,
      problems: { name: { reason: 'same-name' } },
    });
  });
});

it('a rule changes places with its neighbour, and stays at the ends', () => {
  const list = [mobile, blocked, plain];
  expect(moved(list, 0, 1).map(({ name }) => name)).toEqual(['No', 'Mobile', 'Plain']);
  expect(moved(list, 2, -1).map(({ name }) => name)).toEqual(['Mobile', 'Plain', 'No']);
  expect(moved(list, 0, -1)).toBe(list);
  expect(moved(list, 2, 1)).toBe(list);
});

describe('rules in settings and in the file of an administrator', () => {
  const { dialRules } = settingsSchema.shape;

  it('may leave out what is usual', () => {
    const rules = [{ name: 'A', pattern: { kind: 'prefix', text: '0' }, action: { kind: 'dial' } }];
    expect(provisioningSchema.parse({ version: 1, dialRules: { rules } }).dialRules?.rules).toEqual([
      { ...rules[0], enabled: true, alsoExtensions: false, action: dialsAsTyped },
    ]);
  });

  it('name the rule and the field that is wrong', () => {
    const broken = { ...mobile, pattern: { kind: 'regex', text: '(' } };
    const read = dialRules.safeParse({ rules: [mobile, broken] });
    expect(read.error?.issues).toMatchObject([{ path: ['rules', 1, 'pattern'], message: 'group-open (' }]);
    expect(dialRules.safeParse({ rules: [mobile, mobile] }).error?.issues).toMatchObject([
      { path: ['rules', 1, 'name'], message: 'same-name Mobile' },
    ]);
  });
});
