import { describe, expect, test } from 'vitest';
import { createCallJournal } from '../../electron/calls/call-journal.ts';
import type { DialKnowledge } from '../../electron/calls/dial-plan.ts';
import { createOriginateCall } from '../../electron/calls/originate-call.ts';
import type { OriginateAnswer } from '../../electron/calls/ports.ts';
import { type DialStopKind, dialStopKinds } from '../../shared/domain/dial-findings.ts';
import { type DialRule, dialsAsTyped } from '../../shared/domain/dial-rules/dial-rule.ts';
import type { OriginateRequest } from '../../shared/domain/start-call.ts';
import { defaultSettings } from '../../shared/settings/defaults.ts';
import type { IdentitySettings } from '../../shared/settings/schema.ts';
import { aDialPlanner } from '../support/dial-planner.ts';
import { createMemoryCallStore } from '../support/memory-call-store.ts';

function setUp(
  identity: Partial<IdentitySettings> = {},
  more: { readonly rules?: readonly DialRule[]; readonly knows?: Partial<DialKnowledge> } = {},
) {
  const store = createMemoryCallStore();
  const sent: OriginateRequest[] = [];
  const answers: ((answer: OriginateAnswer) => void)[] = [];
  let nowMs = 1_000_000;
  let ending = false;
  const journal = createCallJournal({
    store,
    own: () => ({ profile: 'main', agentNumber: '557' }),
    publish: () => undefined,
    onBug: () => undefined,
  });
  const complete = { ...defaultSettings.identity, caller: '557', callerId: '557', ...identity };
  const originateCall = createOriginateCall({
    pbx: {
      approach: () => undefined,
      originate: (request) => {
        sent.push(request);
        return new Promise((resolve) => answers.push(resolve));
      },
    },
    store,
    journal,
    planner: aDialPlanner(() => ({ identity: complete, dialRules: { rules: more.rules ?? [] } }), more.knows),
    identity: () => complete,
    profile: () => 'main',
    clock: () => nowMs,
    ending: () => ending,
  });
  return {
    store,

    sent,
    dial: (
      destination: string | null,
      trunkName: string | null = null,
      callerId?: string,
      how: { readonly literal?: boolean; readonly override?: readonly DialStopKind[] } = {},
    ) => originateCall({ destination, trunkName, callerId, ...how }),
    answer: (answer: OriginateAnswer) => answers.shift()?.(answer),
    end: () => {
      ending = true;
    },
    pass: (ms: number) => {
      nowMs += ms;
    },
  };
}

const accepted: OriginateAnswer = { outcome: 'accepted', originatedCallId: 'orig.call.1.1' };

describe('originate call', () => {
  test('writes the call before it asks the PBX', () => {
    const { dial, store, sent } = setUp();
    void dial('0912 345 6789');
    expect(sent).toHaveLength(1);
    expect(store.all().map((call) => [call.callee, call.outcome])).toEqual([['09123456789', 'pending']]);
  });

  test('sends a caller id that is for this call alone', () => {
    const { dial, sent } = setUp();
    void dial('558', null, '+982188776655');
    expect(sent.at(0)).toMatchObject({ caller: '557', callerId: '+982188776655' });
  });

  test('keeps the id that the PBX gave', async () => {
    const { dial, answer, store } = setUp();
    const result = dial('558');
    answer(accepted);
    expect(await result).toMatchObject({ ok: true, value: { outcome: 'accepted' } });
    expect(store.all().at(0)).toMatchObject({ outcome: 'accepted', originatedCallId: 'orig.call.1.1' });
  });

  test("keeps the PBX's own words of a refusal", async () => {
    const { dial, answer, store } = setUp();
    const result = dial('558');
    answer({ outcome: 'refused', error: { code: 'pbx-refused', message: 'Requested operation failed' } });
    expect(await result).toMatchObject({ ok: true, value: { outcome: 'refused' } });
    expect(store.all().at(0)).toMatchObject({ outcome: 'refused', outcomeMessage: 'Requested operation failed' });
  });

  test('an unknown outcome is kept as unknown and nothing is sent again', async () => {
    const { dial, answer, store, sent } = setUp();
    const result = dial('558');
    answer({ outcome: 'unknown', error: { code: 'pbx-timeout', host: 'pbx', phase: 'answer' } });
    expect(await result).toMatchObject({ ok: true, value: { outcome: 'unknown' } });
    expect(store.all().at(0)?.outcome).toBe('unknown');
    expect(sent).toHaveLength(1);
  });

  test('sends nothing while another request is in flight, whatever its number', async () => {
    const { dial, sent } = setUp();
    void dial('558');
    expect(await dial('559')).toEqual({ ok: false, error: { code: 'originate-in-flight' } });
    expect(sent).toHaveLength(1);
  });

  test('a clock that is set back does not block a number', async () => {
    const { dial, answer, pass, sent } = setUp();
    for (const outcome of [{ outcome: 'refused', error: { code: 'pbx-refused', message: 'no' } }, accepted] as const) {
      const first = dial('558');
      answer(outcome);
      await first;
      pass(-600_000);
    }
    void dial('558');
    expect(sent).toHaveLength(3);
  });

  test('takes the same number within two seconds for the same intent, and each repeat keeps it so', async () => {
    const { dial, answer, pass, sent } = setUp();
    const first = dial('558');
    answer({ outcome: 'refused', error: { code: 'pbx-refused', message: 'no' } });
    await first;
    for (let repeat = 0; repeat < 5; repeat += 1) {
      pass(1500);
      expect((await dial('558')).ok).toBe(false);
    }
    pass(2001);
    void dial('558');
    expect(sent).toHaveLength(2);
  });

  test('does not call a number again that is still being called', async () => {
    const { dial, answer, pass, store } = setUp();
    const first = dial('558');
    answer(accepted);
    await first;
    pass(10_000);
    expect(await dial('558')).toEqual({
      ok: false,
      error: { code: 'call-already-under-way', callId: store.all().at(0)?.id },
    });
  });

  test('calls a number again once its time-out is over, also when nothing told of the end', async () => {
    const { dial, answer, pass, sent } = setUp({ timeoutSeconds: 30 });
    const first = dial('558');
    answer(accepted);
    await first;
    pass(39_999);
    expect((await dial('558')).ok).toBe(false);
    pass(2001);
    void dial('558');
    expect(sent).toHaveLength(2);
  });

  test.each([
    { title: 'no own number', identity: { caller: '' }, number: '558', code: 'caller-missing' },
    {
      title: 'no dial-plan context',
      identity: { dialplanContext: '' },
      number: '558',
      code: 'dialplan-context-missing',
    },
    {
      title: 'an own number too long for one',
      identity: { caller: '5'.repeat(19) },
      number: '558',
      code: 'caller-invalid',
    },
    { title: 'oneself', identity: {}, number: '557', code: 'callee-is-caller' },
    {
      title: 'an outside caller without a trunk',
      identity: { caller: '09371234567' },
      number: '558',
      code: 'caller-trunk-missing',
    },
    { title: 'nonsense', identity: {}, number: 'hello', code: 'destination-invalid' },
  ])('refuses $title before anything is sent', async ({ identity, number, code }) => {
    const { dial, sent, store } = setUp(identity);
    expect(await dial(number)).toMatchObject({ ok: false, error: { code } });
    expect(sent).toEqual([]);
    expect(store.all()).toEqual([]);
  });

  test('places nothing any more once the program began to end, and still writes down what was sent before', async () => {
    const { dial, answer, end, sent, store } = setUp();
    const before = dial('558');
    end();
    for (const number of ['559', null]) {
      expect(await dial(number)).toEqual({ ok: false, error: { code: 'program-ending' } });
    }
    answer(accepted);
    expect(await before).toMatchObject({ ok: true, value: { outcome: 'accepted' } });
    expect(sent).toHaveLength(1);
    expect(store.all()).toMatchObject([{ callee: '558', outcome: 'accepted' }]);
  });

  test('calls the own phone where that is what is asked for, by the same guard', async () => {
    const { dial, answer, sent, store } = setUp();
    const first = dial(null);
    expect(await dial(null)).toEqual({ ok: false, error: { code: 'originate-in-flight' } });
    answer(accepted);
    expect(await first).toMatchObject({ ok: true, value: { outcome: 'accepted' } });
    expect(sent).toMatchObject([{ caller: '557', callee: '557' }]);
    expect(store.all()).toMatchObject([{ caller: '557', callee: '557', outcome: 'accepted' }]);
    expect(await setUp({ caller: '' }).dial(null)).toEqual({ ok: false, error: { code: 'caller-missing' } });
    const tooLong = await setUp({ caller: '5'.repeat(19) }).dial(null);
    expect(tooLong).toEqual({ ok: false, error: { code: 'caller-invalid' } });
  });

  test('the trunk picked for this call outweighs the one of the settings, and empty means none', async () => {
    const { dial, sent, answer, pass } = setUp({ trunkName: 'MCI' });
    const numbers = [
      { number: '558', trunk: null, sends: 'MCI' },
      { number: '559', trunk: 'Irancell', sends: 'Irancell' },
      { number: '560', trunk: '', sends: null },
    ];
    for (const { number, trunk } of numbers) {
      const result = dial(number, trunk);
      answer(accepted);
      await result;
      pass(3000);
    }
    expect(sent.map((request) => request.trunkName)).toEqual(numbers.map(({ sends }) => sends));
  });
});

const mobile: DialRule = {
  name: 'Mobile',
  enabled: true,
  alsoExtensions: false,
  pattern: { kind: 'asterisk', text: '_09XXXXXXXXX' },
  action: {
    ...dialsAsTyped,
    prepend: '9',
    trunkName: 'MCI',
    callerId: '021',
    dialplanContext: 'm',
    callLimitSeconds: 60,
  },
};

describe('a call by a dial rule', () => {
  test('asks the PBX for what the rule makes of the number, and keeps whom the agent asked for', () => {
    const { dial, sent, store } = setUp({ trunkName: 'Usual' }, { rules: [mobile] });
    void dial('+98 912 345 6789');
    expect(sent).toMatchObject([
      { callee: '909123456789', trunkName: 'MCI', callerId: '021', dialplanContext: 'm', callLimitSeconds: 60 },
    ]);
    expect(store.all()).toMatchObject([
      {
        callee: '09123456789',
        dialled: '909123456789',
        ruleName: 'Mobile',
        direction: 'outbound',
        callLimitSeconds: 60,
      },
    ]);
  });

  test('is made literally, with another trunk or another caller id where the agent wants it so', async () => {
    const { dial, answer, sent, store } = setUp({}, { rules: [mobile] });
    const first = dial('09123456789', 'Other', '5', { literal: true });
    answer(accepted);
    await first;
    void dial('09123456780', 'Other', '5');
    expect(sent).toMatchObject([
      { callee: '09123456789', trunkName: 'Other', callerId: '5' },
      { callee: '909123456780', trunkName: 'Other', callerId: '5' },
    ]);
    expect(store.all()[0]).toMatchObject({ callee: '09123456789', dialled: null, ruleName: null });
  });

  test('is one call, however it is asked for again', async () => {
    const { dial, answer, sent, pass, store } = setUp({}, { rules: [mobile] });
    const first = dial('09123456789');
    answer(accepted);
    await first;
    expect(await dial('+989123456789')).toMatchObject({ error: { code: 'originate-in-flight' } });
    pass(5000);
    expect(await dial(store.all()[0]?.callee ?? '', null, undefined, { literal: true })).toMatchObject({
      error: { code: 'call-already-under-way' },
    });
    expect(sent).toHaveLength(1);
  });

  test('is not made where the rule forbids it, and no key overrides that', async () => {
    const block: DialRule = { ...mobile, name: 'No', action: { kind: 'block', reason: 'Not from here' } };
    const { dial, sent, store } = setUp({}, { rules: [block, mobile] });
    expect(await dial('09123456789', null, undefined, { literal: true, override: dialStopKinds })).toEqual({
      ok: false,
      error: { code: 'dial-rule-blocked', rule: 'No', reason: 'Not from here' },
    });
    expect(sent).toEqual([]);
    expect(store.all()).toEqual([]);
  });

  test('two writings of which a rule makes one number are one call', async () => {
    const without = {
      ...mobile,
      pattern: { kind: 'prefix', text: '9' },
      action: { ...dialsAsTyped, prepend: '0' },
    } as const;
    const { dial, answer, sent, pass } = setUp({}, { rules: [without] });
    const first = dial('9123456789');
    answer(accepted);
    await first;
    expect(sent).toMatchObject([{ callee: '09123456789' }]);
    expect(await dial('09123456789')).toMatchObject({ error: { code: 'originate-in-flight' } });
    pass(5000);
    expect(await dial('09123456789')).toMatchObject({ error: { code: 'call-already-under-way' } });
    expect(sent).toHaveLength(1);
  });

  test('leaves the proving call to the own phone alone', () => {
    const all: DialRule = { ...mobile, alsoExtensions: true, pattern: { kind: 'prefix', text: '5' } };
    const { dial, sent } = setUp({}, { rules: [all] });
    void dial(null);
    expect(sent).toMatchObject([{ caller: '557', callee: '557', trunkName: null }]);
  });
});

describe('what speaks against a call', () => {
  const unavailable = { knows: { ownPhone: () => 'unavailable' as const } };

  test('keeps it from being made, until the agent asks for it once more', async () => {
    const { dial, sent, store } = setUp({}, unavailable);
    expect(await dial('558')).toEqual({
      ok: false,
      error: { code: 'dial-stopped', stops: [{ kind: 'own-phone-unavailable' }] },
    });
    expect([sent, store.all()]).toEqual([[], []]);
    void dial('558', null, undefined, { override: ['own-phone-unavailable'] });
    expect(sent).toHaveLength(1);
  });

  test('each of it has to be seen: what is lifted is what the agent was told of', async () => {
    const { dial, sent, store } = setUp(
      {},
      { knows: { ownPhone: () => 'in-use', doNotCall: () => ({ name: 'Sara' }), blacklisted: () => true } },
    );
    const asNumber = (override: readonly DialStopKind[]) => dial('09123456789', null, undefined, { override });
    const phone = { kind: 'own-phone-in-use' };
    const person = { kind: 'do-not-call', name: 'Sara' };
    const blacklisted = { kind: 'blacklisted' };
    expect(await asNumber([])).toMatchObject({ error: { stops: [phone, person, blacklisted] } });
    expect(await asNumber(['own-phone-in-use'])).toMatchObject({ error: { stops: [person, blacklisted] } });
    expect(await asNumber(['own-phone-in-use', 'blacklisted'])).toMatchObject({ error: { stops: [person] } });
    expect([sent, store.all()]).toEqual([[], []]);
    void asNumber(['own-phone-in-use', 'do-not-call', 'blacklisted']);
    expect(sent).toHaveLength(1);
  });

  test('does not hide that the call is under way already', async () => {
    const { dial, answer, pass } = setUp({}, { knows: { ownPhone: () => 'in-use' } });
    const first = dial('558', null, undefined, { override: ['own-phone-in-use'] });
    answer(accepted);
    await first;
    expect(await dial('558')).toMatchObject({ error: { code: 'originate-in-flight' } });
    pass(5000);
    expect(await dial('558')).toMatchObject({ error: { code: 'call-already-under-way' } });
    expect(await dial('559')).toMatchObject({ error: { code: 'dial-stopped' } });
  });

  test('what is only good to know stops nothing, nor the call that proves the right to call', () => {
    const today = {
      number: '558',
      lastAtMs: 1,
      ending: 'busy',
      disposition: 'busy',
      calls: 9,
      triesToday: 9,
    } as const;
    const often = setUp({}, { knows: { called: () => today } });
    void often.dial('558');
    expect(often.sent).toHaveLength(1);
    const myself = setUp({}, unavailable);
    void myself.dial(null);
    expect(myself.sent).toHaveLength(1);
  });
});
