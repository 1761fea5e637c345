import { expect, test } from 'vitest';
import { callNews } from '../../electron/desk/notification-model.ts';
import { callOutcome } from '../../renderer/features/history/call-outcome.ts';
import type { Call } from '../../shared/domain/call.ts';
import { isMissed } from '../../shared/domain/call-view.ts';
import { aMinimalCall, aRecord, morningMs } from '../support/call-builders.ts';

const observed = {
  'came-in': morningMs,
  'agent-was-called': morningMs + 200,
  'agent-ringing': morningMs + 200,
  'agent-idle': morningMs + 5000,
};
const inbound = (changes: Partial<Call> = {}) =>
  aMinimalCall({ caller: '09123456789', callee: '101', observed, ...changes });
const recorded = (callee: string, disposition: 'answered' | 'no-answer' | 'cancelled') => ({
  cdr: aRecord({ caller: '09123456789', callee, disposition, endedAtMs: morningMs + 5000 }),
});

test.each<[string, Call, boolean, string]>([
  ['rang here and went away', inbound(), true, 'missed'],
  ['was given up by the caller', inbound({ records: recorded('101', 'cancelled') }), true, 'missed'],
  ['came from a colleague', inbound({ direction: 'internal', caller: '102' }), true, 'missed'],
  ['was taken by a colleague', inbound({ records: recorded('102', 'answered') }), false, 'elsewhere'],
  ['was picked up', inbound({ observed: { ...observed, 'agent-in-use': morningMs + 900 } }), false, 'answered'],
  ['went out to a colleague', inbound({ direction: 'internal', caller: '101', callee: '102' }), false, 'no-answer'],
])('a call that %s is missed in the notification and the list of calls alike', (_, call, missed, word) => {
  expect(isMissed(call)).toBe(missed);
  expect(callOutcome(call).word).toBe(word);
  const news = callNews(call, { nowMs: morningMs + 60_000, runningSinceMs: morningMs - 1, nameOf: () => '' });
  expect(typeof news === 'string' ? news : news.kind).toBe(missed ? 'missed' : 'nothing');
});
