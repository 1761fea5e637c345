import { afterEach, describe, expect, it, vi } from 'vitest';
import { planExtras } from '../../renderer/features/keypad/plan-extras.ts';
import { planSentence } from '../../renderer/features/keypad/plan-sentence.ts';
import { isDialKey } from '../../renderer/features/keypad/type-anywhere.ts';
import { dialObstacle, planTyped } from '../../renderer/features/keypad/typed-plan.ts';
import { connectPresence, usePresence } from '../../renderer/stores/presence.ts';
import { en } from '../../renderer/text/en/index.ts';
import { fa } from '../../renderer/text/fa/index.ts';
import { planKnowledge } from '../../shared/domain/dial-plan.ts';
import { dialsAsTyped } from '../../shared/domain/dial-rules/dial-rule.ts';
import { defaultSettings } from '../../shared/settings/defaults.ts';
import type { IdentitySettings } from '../../shared/settings/schema.ts';
import { aDialPlanner } from '../support/dial-planner.ts';

const unread = planKnowledge({ internal: null, trunks: new Set() });

function settings(identity: Partial<IdentitySettings> = {}) {
  return {
    ...defaultSettings,
    pbx: { ...defaultSettings.pbx, address: '192.168.1.10' },
    identity: { ...defaultSettings.identity, caller: '557', ...identity },
  };
}

const mobile = {
  name: 'Mobile',
  enabled: true,
  alsoExtensions: false,
  pattern: { kind: 'asterisk', text: '_09XXXXXXXXX' } as const,
  action: { ...dialsAsTyped, trunkName: 'MCI' },
};

describe('what a call would dial', () => {
  it('is told in the digits that the PBX gets', () => {
    const plan = planTyped('+98 (912) ۳۴۵ ٦٧٨٩', settings(), unread, null);
    expect(plan).toMatchObject({
      kind: 'ready',
      destination: { digits: '09123456789', kind: 'outside' },
      trunkName: '',
    });
  });

  it('goes through the usual trunk, another chosen one, or none', () => {
    const usual = settings({ trunkName: 'MCI' });
    expect(planTyped('0912', usual, unread, null)).toMatchObject({ trunkName: 'MCI' });
    expect(planTyped('0912', usual, unread, 'Shatel')).toMatchObject({ trunkName: 'Shatel' });
    expect(planTyped('0912', usual, unread, '')).toMatchObject({ trunkName: '' });
  });

  it('is nothing for the own number', () => {
    expect(planTyped('557', settings(), unread, null)).toMatchObject({
      kind: 'invalid',
      error: { code: 'callee-is-caller' },
    });
    expect(planTyped('', settings({ caller: '' }), unread, null).kind).toBe('empty');
  });

  it('is nothing for an empty field, and refused with a reason for nonsense', () => {
    expect(planTyped('  ', settings(), unread, null).kind).toBe('empty');
    expect(planTyped('call me', settings(), unread, null)).toMatchObject({
      kind: 'invalid',
      error: { reason: 'letters' },
    });
  });
});

describe('what stands in the way of a call', () => {
  it('is nothing when all is set', () => {
    expect(dialObstacle(settings(), null)).toBeNull();
  });

  it('is the first thing missing', () => {
    expect(dialObstacle(defaultSettings, null)).toEqual({ code: 'pbx-not-configured' });
    expect(dialObstacle(settings({ caller: '' }), null)).toEqual({ code: 'caller-missing' });
    expect(dialObstacle(settings({ dialplanContext: '' }), null)).toEqual({ code: 'dialplan-context-missing' });
  });

  it('is a missing trunk when the own phone is an outside number', () => {
    const outside = settings({ caller: '09351112233' });
    expect(dialObstacle(outside, null)).toEqual({ code: 'caller-trunk-missing' });
    expect(dialObstacle(outside, 'MCI')).toBeNull();
    expect(dialObstacle(settings({ caller: '09351112233', trunkName: 'MCI' }), '')).toEqual({
      code: 'caller-trunk-missing',
    });
  });

  it('is no missing trunk where a rule has one, until a number is typed that it does not fit', () => {
    const outside = { ...settings({ caller: '09351112233' }), dialRules: { rules: [mobile] } };
    expect(dialObstacle(outside, null)).toBeNull();
    const trunkFor = (text: string) => {
      const plan = planTyped(text, outside, unread, null);
      return plan.kind === 'ready' ? plan.trunkName : null;
    };
    expect(dialObstacle(outside, trunkFor('09123456789'))).toBeNull();
    expect(dialObstacle(outside, trunkFor('02188776655'))).toEqual({ code: 'caller-trunk-missing' });
    const off = { ...outside, dialRules: { rules: [{ ...mobile, enabled: false }] } };
    expect(dialObstacle(off, null)).toEqual({ code: 'caller-trunk-missing' });
  });
});

describe('the words for it', () => {
  const ruled = { ...settings(), dialRules: { rules: [mobile] } };
  const shatel = planKnowledge({ internal: null, trunks: new Set(['Shatel']) });
  const sentence = (text: string, chosen: string | null, how: { literal?: boolean; contactTrunk?: string } = {}) => {
    const plan = planTyped(text, ruled, shatel, chosen, how);
    return plan.kind === 'ready' ? planSentence(plan) : plan.kind;
  };

  it('say whose the trunk is that goes with a rule', () => {
    expect(sentence('09123456789', null)).toBe('keypad.ruleVia');
    expect(sentence('09123456789', 'Irancell')).toBe('keypad.ruleViaChosen');
    expect(sentence('09123456789', '')).toBe('keypad.ruleByPlanChosen');
    expect(sentence('09123456789', null, { contactTrunk: 'Shatel' })).toBe('keypad.ruleViaContact');
    expect(sentence('09123456789', 'Irancell', { literal: true })).toBe('keypad.literallyVia');
    expect(sentence('02188776655', 'Irancell')).toBe('keypad.dialsVia');
  });

  it('say what else a rule changes, and nothing of what it leaves', () => {
    const extras = (changes: Partial<typeof mobile.action>) => {
      const rules = [{ ...mobile, action: { ...mobile.action, ...changes } }];
      const plan = planTyped('09123456789', { ...ruled, dialRules: { rules } }, unread, null);
      return plan.kind === 'ready' ? planExtras(plan.call, ruled) : null;
    };
    const none = { callerId: null, dialplanContext: null, callLimitSeconds: null };
    expect(extras({})).toEqual(none);
    expect(extras({ callerId: '557', dialplanContext: settings().identity.dialplanContext })).toEqual(none);
    const all = { callerId: '02100000', dialplanContext: 'other_ctx', callLimitSeconds: 60 };
    expect(extras(all)).toEqual(all);
  });

  it.each([en, fa])('begin with the reason, so that the name alone is what can be cut: %#', ({ keypad }) => {
    expect(keypad.stop['do-not-call']).toMatch(/^[^{}]+: \{\{name\}\}$/);
  });
});

describe('keys that make a number', () => {
  it('are digits of any script, *, # and +', () => {
    for (const key of ['0', '۵', '٧', '*', '#', '+']) expect(isDialKey(key)).toBe(true);
    for (const key of ['a', 'Enter', ' ', '12', '-']) expect(isDialKey(key)).toBe(false);
  });
});

describe('what the window says', () => {
  const outside = {
    name: 'Outside',
    enabled: true,
    alsoExtensions: false,
    pattern: { kind: 'asterisk', text: '_X.' },
    action: { ...dialsAsTyped, prepend: '9', trunkName: 'MCI' },
  } as const;
  afterEach(() => vi.unstubAllGlobals());

  it('is what is sent, by the numbers of colleagues and queues and not by their length', async () => {
    const internal = ['551', '901', '09120000551'];
    const directory = { revision: 1, running: null, services: [], extensions: ['551', '09120000551'], internal };
    vi.stubGlobal('window', {
      dialer: {
        request: (channel: string) =>
          Promise.resolve(
            channel === 'directory:read' ? { ok: true, value: directory } : { ok: false, error: { code: 'not-found' } },
          ),
        subscribe: () => undefined,
      },
    });
    await connectPresence();
    const rules = { ...settings(), dialRules: { rules: [outside] } };
    const planner = aDialPlanner(() => rules, {
      plan: () => planKnowledge({ internal: new Set(internal), trunks: new Set(['MCI', 'Shatel']) }),
    });
    for (const [number, digits] of [
      ['551', '551'],
      ['901', '901'],
      ['09120000551', '09120000551'],
      // As short as an extension, and nobody here has it.
      ['110', '9110'],
    ] as const) {
      const shown = planTyped(number, rules, usePresence.getState().planKnowledge, null);
      expect(shown).toMatchObject({ kind: 'ready', call: { digits } });
      const sent = planner.plan({ destination: number, trunkName: null, contactTrunk: null, literal: false });
      expect(sent).toEqual({ ok: true, value: shown.kind === 'ready' ? shown.call : null });
    }
  });
});
