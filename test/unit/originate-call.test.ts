import { describe, expect, test } from 'vitest';
import { createCallJournal } from '../../electron/calls/call-journal.ts';
import { createOriginateCall } from '../../electron/calls/originate-call.ts';
import type { OriginateAnswer } from '../../electron/calls/ports.ts';
import type { OriginateRequest } from '../../shared/domain/start-call.ts';
import { defaultSettings } from '../../shared/settings/defaults.ts';
import type { IdentitySettings } from '../../shared/settings/schema.ts';
import { createMemoryCallStore } from '../support/memory-call-store.ts';

function setUp(identity: Partial<IdentitySettings> = {}) {
  const store = createMemoryCallStore();
  const sent: OriginateRequest[] = [];
  const answers: ((answer: OriginateAnswer) => void)[] = [];
  let nowMs = 1_000_000;
  let ending = false;
  const journal = createCallJournal({
    store,
    own: () => ({ profile: 'main', agentNumber: '557' }),
    publish: () => undefined,
  });
  const originateCall = createOriginateCall({
    pbx: {
      originate: (request) => {
        sent.push(request);
        return new Promise((resolve) => answers.push(resolve));
      },
    },
    store,
    journal,
    identity: () => ({ ...defaultSettings.identity, caller: '557', callerId: '557', ...identity }),
    profile: () => 'main',
    clock: () => nowMs,
    ending: () => ending,
  });
  return {
    store,

    sent,
    dial: (destination: string | null, trunkName: string | null = null, callerId?: string) =>
      originateCall({ destination, trunkName, callerId }),
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
