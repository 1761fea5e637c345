import { describe, expect, it } from 'vitest';
import { dialObstacle, planDial } from '../../renderer/features/keypad/dial-plan.ts';
import { isDialKey } from '../../renderer/features/keypad/type-anywhere.ts';
import { defaultSettings } from '../../shared/settings/defaults.ts';
import type { IdentitySettings } from '../../shared/settings/schema.ts';

function settings(identity: Partial<IdentitySettings> = {}) {
  return {
    ...defaultSettings,
    pbx: { ...defaultSettings.pbx, address: '192.168.1.10' },
    identity: { ...defaultSettings.identity, caller: '557', ...identity },
  };
}

describe('what a call would dial', () => {
  it('is told in the digits that the PBX gets', () => {
    const plan = planDial('+98 (912) ۳۴۵ ٦٧٨٩', settings(), null);
    expect(plan).toMatchObject({
      kind: 'ready',
      destination: { digits: '09123456789', kind: 'outside' },
      trunkName: '',
    });
  });

  it('goes through the usual trunk, another chosen one, or none', () => {
    const usual = settings({ trunkName: 'MCI' });
    expect(planDial('0912', usual, null)).toMatchObject({ trunkName: 'MCI' });
    expect(planDial('0912', usual, 'Shatel')).toMatchObject({ trunkName: 'Shatel' });
    expect(planDial('0912', usual, '')).toMatchObject({ trunkName: '' });
  });

  it('is nothing for the own number', () => {
    expect(planDial('557', settings(), null)).toMatchObject({ kind: 'invalid', error: { code: 'callee-is-caller' } });
    expect(planDial('', settings({ caller: '' }), null).kind).toBe('empty');
  });

  it('is nothing for an empty field, and refused with a reason for nonsense', () => {
    expect(planDial('  ', settings(), null).kind).toBe('empty');
    expect(planDial('call me', settings(), null)).toMatchObject({ kind: 'invalid', error: { reason: 'letters' } });
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
});

describe('keys that make a number', () => {
  it('are digits of any script, *, # and +', () => {
    for (const key of ['0', '۵', '٧', '*', '#', '+']) expect(isDialKey(key)).toBe(true);
    for (const key of ['a', 'Enter', ' ', '12', '-']) expect(isDialKey(key)).toBe(false);
  });
});
