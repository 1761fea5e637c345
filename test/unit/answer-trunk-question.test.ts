import { describe, expect, test } from 'vitest';
import { createAnswerTrunkQuestion } from '../../electron/calls/answer-trunk-question.ts';
import type { TrunkQuestion } from '../../electron/calls/ports.ts';
import type { Call } from '../../shared/domain/call.ts';
import { anOriginatedCall, own } from '../support/call-builders.ts';
import { createMemoryCallStore } from '../support/memory-call-store.ts';

const call = anOriginatedCall(
  { caller: '101', callee: '09123456789', trunkName: 'MCI', callLimitSeconds: 60, timeoutSeconds: 30 },
  { outcome: 'accepted' },
);
const question: TrunkQuestion = { caller: '101', callee: '09123456789', pbxCallId: null };
const answer = { trunkName: 'MCI', callee: '09123456789', callLimitSeconds: 60 };

function ask(asked: Partial<TrunkQuestion>, calls: readonly Call[] = [call], secondsIn = 5) {
  const store = createMemoryCallStore();
  for (const each of calls) store.save(each);
  const clock = () => call.startedAtMs + secondsIn * 1000;
  return createAnswerTrunkQuestion({ store, profile: () => own.profile, clock })({ ...question, ...asked });
}

describe("the dial plan's question", () => {
  test.each<[string, Partial<TrunkQuestion>]>([
    ['both parties', {}],
    ['the callee in another spelling', { callee: '+989123456789' }],
    ['no callee', { callee: null }],
  ])('is answered for the pending call by %s', (_title, asked) => {
    expect(ask(asked)).toEqual(answer);
  });

  test('is answered by the id of the PBX, whatever the numbers are by then', () => {
    const known = { ...call, pbxCallIds: ['1.1'] };
    expect(ask({ caller: 'trunk', callee: null, pbxCallId: '1.1' }, [known])).toEqual(answer);
  });

  test.each(['accepted', 'pending', 'unknown'] as const)('is answered for a call whose request is %s', (outcome) => {
    expect(ask({}, [{ ...call, outcome }])).toEqual(answer);
  });

  test.each<[string, Partial<TrunkQuestion>, readonly Call[], number?]>([
    ['a colleague', { caller: '102' }, [call]],
    ['another destination', { callee: '09123456780' }, [call]],
    ['nobody at all', { caller: null, callee: null }, [call]],
    ['no call', {}, []],
    ['a call that was refused', {}, [{ ...call, outcome: 'refused' }]],
    ['a call that came in', {}, [{ ...call, outcome: 'none' }]],
    ['a call of the other profile', {}, [{ ...call, profile: 'demo' }]],
    ['a call that has ended', {}, [{ ...call, settlement: settled(call) }]],
    ['a call whose time to be answered is over', {}, [call], 41],
  ])('is refused for %s', (_title, asked, calls, secondsIn) => {
    expect(ask(asked, calls, secondsIn)).toBeNull();
  });

  test('means the newest call of several', () => {
    const newer = { ...call, id: 'newer', startedAtMs: call.startedAtMs + 1000, trunkName: 'Irancell' };
    expect(ask({}, [newer, call])).toEqual({ ...answer, trunkName: 'Irancell' });
    expect(ask({}, [call, newer])).toEqual({ ...answer, trunkName: 'Irancell' });
  });
});

function settled({ startedAtMs }: Call): Call['settlement'] {
  return { atMs: startedAtMs + 2000, disposition: 'unknown', reason: 'abandoned' };
}
