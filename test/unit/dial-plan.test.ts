import { describe, expect, it } from 'vitest';
import type { DialKnowledge } from '../../electron/calls/dial-plan.ts';
import { StorageFailure } from '../../electron/calls/ports.ts';
import { type DialStop, findBeforeCall, isStop } from '../../shared/domain/dial-findings.ts';
import { type DialWish, planDial, planKnowledge } from '../../shared/domain/dial-plan.ts';
import type { DialRule } from '../../shared/domain/dial-rules/dial-rule.ts';
import { dialsAsTyped } from '../../shared/domain/dial-rules/dial-rule.ts';
import { isBetweenTimes } from '../../shared/domain/time-of-day.ts';
import { defaultSettings } from '../../shared/settings/defaults.ts';
import { aDialPlanner } from '../support/dial-planner.ts';

const mobile: DialRule = {
  name: 'Mobile',
  enabled: true,
  alsoExtensions: false,
  pattern: { kind: 'asterisk', text: '_09XXXXXXXXX' },
  action: {
    ...dialsAsTyped,
    prepend: '9',
    trunkName: 'MCI',
    callerId: '02188776655',
    dialplanContext: 'mobiles',
    callLimitSeconds: 600,
  },
};
const blocked: DialRule = {
  ...mobile,
  name: 'Premium',
  pattern: { kind: 'prefix', text: '0909' },
  action: { kind: 'block', reason: 'Costs by the minute' },
};
const identity = { ...defaultSettings.identity, caller: '557', trunkName: 'Usual', callLimitSeconds: 3600 };
const settings = { identity, dialRules: { rules: [blocked, mobile] } };
const wish: DialWish = { destination: '+98 912 345 6789', trunkName: null, contactTrunk: null, literal: false };

const unread = planKnowledge({ internal: null, trunks: new Set() });

describe('planDial', () => {
  it('reads what was typed, then lets the first rule decide', () => {
    expect(planDial(wish, settings, unread)).toEqual({
      ok: true,
      value: {
        party: { digits: '09123456789', kind: 'outside' },
        digits: '909123456789',
        trunkName: 'MCI',
        trunkFrom: 'rule',
        callerId: '02188776655',
        dialplanContext: 'mobiles',
        callLimitSeconds: 600,
        ruleName: 'Mobile',
        withoutRule: null,
      },
    });
  });

  it('takes what the settings say where no rule does', () => {
    expect(planDial({ ...wish, destination: '02188776655' }, settings, unread)).toMatchObject({
      value: {
        digits: '02188776655',
        trunkName: 'Usual',
        trunkFrom: 'settings',
        callerId: '557',
        dialplanContext: 'main_routing',
        callLimitSeconds: 3600,
        ruleName: null,
      },
    });
  });

  it.each(['Other', ''])('lets a trunk that the agent chose outweigh that of the rule: "%s"', (trunkName) => {
    expect(planDial({ ...wish, trunkName }, settings, unread)).toMatchObject({
      value: { trunkName, trunkFrom: 'chosen', digits: '909123456789', ruleName: 'Mobile' },
    });
  });

  it('dials literally, and says which rule was passed over', () => {
    expect(planDial({ ...wish, literal: true }, settings, unread)).toMatchObject({
      value: { digits: '09123456789', trunkName: 'Usual', ruleName: null, withoutRule: 'Mobile' },
    });
    expect(planDial({ ...wish, destination: '021', literal: true }, settings, unread)).toMatchObject({
      value: { withoutRule: null },
    });
  });

  it('says why nothing is dialled', () => {
    const blockedBy = { code: 'dial-rule-blocked', rule: 'Premium', reason: 'Costs by the minute' };
    expect(planDial({ ...wish, destination: '09091234567' }, settings, unread)).toEqual({
      ok: false,
      error: blockedBy,
    });
    expect(planDial({ ...wish, destination: '09091234567', literal: true }, settings, unread)).toEqual({
      ok: false,
      error: blockedBy,
    });
    const stripped = { ...mobile, action: { ...dialsAsTyped, strip: 18 } };
    expect(planDial(wish, { identity, dialRules: { rules: [stripped] } }, unread)).toEqual({
      ok: false,
      error: { code: 'dial-rule-undialable', rule: 'Mobile', digits: '' },
    });
    expect(planDial({ ...wish, destination: '557' }, settings, unread)).toMatchObject({
      error: { code: 'callee-is-caller' },
    });
    expect(planDial({ ...wish, destination: 'x' }, settings, unread)).toMatchObject({
      error: { code: 'destination-invalid' },
    });
  });

  it('never calls the agent by a rule that makes the own number of another', () => {
    const toSelf = { ...mobile, action: { ...dialsAsTyped, strip: 11, prepend: '557' } };
    expect(planDial(wish, { identity, dialRules: { rules: [toSelf] } }, unread)).toMatchObject({
      error: { code: 'callee-is-caller' },
    });
  });

  it("goes by the contact's own trunk where this PBX has it, unless the agent chose, and not to colleagues", () => {
    const here = planKnowledge({ internal: null, trunks: new Set(['Shatel']) });
    const trunkOf = (more: Partial<DialWish>) => {
      const plan = planDial({ ...wish, ...more }, settings, here);
      return plan.ok ? [plan.value.trunkName, plan.value.trunkFrom] : plan.error;
    };
    expect(trunkOf({ contactTrunk: 'Shatel' })).toEqual(['Shatel', 'contact']);
    expect(trunkOf({ contactTrunk: 'Shatel', trunkName: 'MCI' })).toEqual(['MCI', 'chosen']);
    expect(trunkOf({ contactTrunk: 'Shatel', trunkName: '' })).toEqual(['', 'chosen']);
    // Of another PBX.
    expect(trunkOf({ contactTrunk: 'Elsewhere' })).toEqual(trunkOf({}));
    expect(trunkOf({ contactTrunk: 'Shatel', destination: '558' })).toEqual(trunkOf({ destination: '558' }));
  });

  it('leaves alone what the directory knows as an extension, and only that', () => {
    const all = { ...mobile, pattern: { kind: 'asterisk', text: '_X.' } as const };
    const one = { identity, dialRules: { rules: [all] } };
    expect(planDial({ ...wish, destination: '558' }, one, unread)).toMatchObject({ value: { digits: '558' } });
    expect(
      planDial({ ...wish, destination: '558' }, one, planKnowledge({ internal: new Set(), trunks: new Set() })),
    ).toMatchObject({
      value: { digits: '9558' },
    });
  });
});

const nothing = {
  pbxUnreachable: false,
  ownPhone: null,
  trunkUnavailable: false,
  trunkMissing: false,
  doNotCall: null,
  blacklisted: false,
  notChecked: false,
  quietUntil: null,
  today: null,
  notedToday: null,
} as const;

describe('findBeforeCall', () => {
  it('finds nothing where nothing is known', () => {
    expect(findBeforeCall(nothing, 'outside', 'MCI')).toEqual([]);
    for (const ownPhone of ['idle', 'paused', 'ringing', 'unknown'] as const) {
      expect(findBeforeCall({ ...nothing, ownPhone }, 'outside', 'MCI')).toEqual([]);
    }
  });

  it.each<[Partial<Parameters<typeof findBeforeCall>[0]>, DialStop]>([
    [{ pbxUnreachable: true }, { kind: 'pbx-unreachable' }],
    [{ ownPhone: 'unavailable' }, { kind: 'own-phone-unavailable' }],
    [{ ownPhone: 'in-use' }, { kind: 'own-phone-in-use' }],
    [{ trunkUnavailable: true }, { kind: 'trunk-unavailable', trunkName: 'MCI' }],
    [{ trunkMissing: true }, { kind: 'trunk-missing', trunkName: 'MCI' }],
    [
      { trunkMissing: true, trunkUnavailable: true },
      { kind: 'trunk-missing', trunkName: 'MCI' },
    ],
    [{ doNotCall: { name: 'Ali' } }, { kind: 'do-not-call', name: 'Ali' }],
    [{ blacklisted: true }, { kind: 'blacklisted' }],
    [{ notChecked: true }, { kind: 'not-checked' }],
    [{ quietUntil: '08:00' }, { kind: 'quiet-hours', until: '08:00' }],
  ])('stops for %o', (facts, stop) => {
    const findings = findBeforeCall({ ...nothing, ...facts }, 'outside', 'MCI');
    expect(findings).toEqual([stop]);
    expect(findings.every(isStop)).toBe(true);
  });

  it('calls colleagues at any hour, and blames no trunk where none is used', () => {
    expect(findBeforeCall({ ...nothing, quietUntil: '08:00' }, 'extension', '')).toEqual([]);
    expect(findBeforeCall({ ...nothing, trunkUnavailable: true }, 'extension', '')).toEqual([]);
    expect(findBeforeCall({ ...nothing, trunkMissing: true }, 'extension', '')).toEqual([]);
  });

  it('says the third attempt of the day, which stops nobody', () => {
    const today = { tries: 2, lastAtMs: 5, disposition: 'busy' } as const;
    const [finding] = findBeforeCall({ ...nothing, today }, 'outside', '');
    expect(finding).toEqual({ kind: 'tries-today', ...today });
    expect(finding !== undefined && isStop(finding)).toBe(false);
    expect(findBeforeCall({ ...nothing, today: { ...today, tries: 1 } }, 'outside', '')).toEqual([]);
  });

  it('says what was noted of the number today, which stops nobody', () => {
    const notedToday = { note: 'call after 15', outcome: 'later' };
    const [finding] = findBeforeCall({ ...nothing, notedToday }, 'outside', '');
    expect(finding).toEqual({ kind: 'noted-today', ...notedToday });
    expect(finding !== undefined && isStop(finding)).toBe(false);
  });

  it('begins with what matters most', () => {
    const all = {
      pbxUnreachable: true,
      ownPhone: 'unavailable',
      trunkUnavailable: true,
      trunkMissing: false,
      doNotCall: { name: 'Ali' },
      blacklisted: true,
      notChecked: true,
      quietUntil: '08:00',
      today: { tries: 3, lastAtMs: 5, disposition: null },
      notedToday: { note: 'after 15', outcome: null },
    } as const;
    expect(findBeforeCall(all, 'outside', 'MCI').map(({ kind }) => kind)).toEqual([
      'pbx-unreachable',
      'own-phone-unavailable',
      'trunk-unavailable',
      'do-not-call',
      'blacklisted',
      'not-checked',
      'quiet-hours',
      'tries-today',
      'noted-today',
    ]);
  });
});

describe('the plan with what is known now', () => {
  const findings = (knows: Partial<DialKnowledge>) => {
    const answer = aDialPlanner(() => settings, knows).answer(wish);
    return answer.ok ? answer.value.findings : answer.error;
  };

  it('asks about the trunk that the rule gives, and about the number that was asked for and the one it becomes', () => {
    const asked: string[] = [];
    findings({
      trunkUnavailable: (name) => asked.push(name) === 0,
      blacklisted: (digits) => asked.push(digits) === 0,
      called: (digits) => {
        asked.push(digits);
        return null;
      },
    });
    expect(asked).toEqual(['09123456789', '909123456789', '09123456789', 'MCI']);
  });

  it('says that this PBX lacks the trunk of a rule or of the settings, and asks the PBX for one that was chosen by hand', () => {
    const lacking = (destination: string, trunkName: string | null) => {
      const answer = aDialPlanner(() => settings, { trunkMissing: (name) => name !== '' }).answer({
        ...wish,
        destination,
        trunkName,
      });
      return answer.ok ? answer.value.findings : answer.error;
    };
    expect(lacking('09123456789', null)).toEqual([{ kind: 'trunk-missing', trunkName: 'MCI' }]);
    expect(lacking('02188776655', null)).toEqual([{ kind: 'trunk-missing', trunkName: 'Usual' }]);
    expect(lacking('09123456789', 'Typed')).toEqual([]);
    expect(lacking('09123456789', '')).toEqual([]);
  });

  it('takes the trunk of whose number it is, unless another contact was meant, one was chosen, or this PBX lacks it', () => {
    const trunk = (more: Partial<DialWish>, trunks = ['Irancell', 'Rightel']) => {
      const knows = {
        plan: () => planKnowledge({ internal: null, trunks: new Set(trunks) }),
        contactTrunk: (digits: string) => (digits === '09123456789' ? 'Irancell' : null),
      };
      const answer = aDialPlanner(() => settings, knows).plan({ ...wish, ...more });
      return answer.ok ? answer.value.trunkName : answer.error;
    };
    expect(trunk({})).toBe('Irancell');
    expect(trunk({ contactTrunk: 'Rightel' })).toBe('Rightel');
    expect(trunk({ trunkName: 'MCI' })).toBe('MCI');
    expect(trunk({ destination: '02188776655' })).toBe('Usual');
    expect(trunk({}, [])).toBe('MCI');
  });

  it('finds who must not be called by either number', () => {
    const marked = '909123456789';
    const doNotCall = (numbers: readonly string[]) => (numbers.includes(marked) ? { name: 'Ali' } : null);
    expect(findings({ doNotCall })).toEqual([{ kind: 'do-not-call', name: 'Ali' }]);
    expect(findings({ blacklisted: (digits) => digits === marked })).toEqual([{ kind: 'blacklisted' }]);
  });

  it('says what the database did not answer, where it matters', () => {
    const broken = () => {
      throw new StorageFailure(new Error('full'));
    };
    expect(findings({ called: broken })).toEqual([]);
    expect(findings({ doNotCall: broken })).toEqual([{ kind: 'not-checked' }]);
    expect(findings({ blacklisted: broken, doNotCall: () => ({ name: 'Ali' }) })).toEqual([
      { kind: 'do-not-call', name: 'Ali' },
      { kind: 'not-checked' },
    ]);
  });

  it('knows the hours of this computer', () => {
    const at = (hours: number, minutes: number, on = true) => {
      const quietDialling = { on, from: '21:00', to: '08:30' };
      const planner = aDialPlanner(
        () => ({ ...settings, quietDialling }),
        {},
        () => new Date(2024, 0, 21, hours, minutes).getTime(),
      );
      const answer = planner.answer(wish);
      return answer.ok ? answer.value.findings : [];
    };
    expect(at(20, 59)).toEqual([]);
    expect(at(21, 0)).toEqual([{ kind: 'quiet-hours', until: '08:30' }]);
    expect(at(8, 29)).toEqual([{ kind: 'quiet-hours', until: '08:30' }]);
    expect(at(8, 30)).toEqual([]);
    expect(at(22, 0, false)).toEqual([]);
  });
});

it.each([
  ['09:00', '17:00', 9 * 60, true],
  ['09:00', '17:00', 17 * 60, false],
  ['22:00', '07:00', 23 * 60, true],
  ['22:00', '07:00', 0, true],
  ['22:00', '07:00', 12 * 60, false],
  ['08:00', '08:00', 8 * 60, false],
])('between %s and %s is minute %i: %s', (from, to, minute, between) => {
  expect(isBetweenTimes(from, to, minute)).toBe(between);
});
