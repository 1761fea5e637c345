import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallStore, MissedCalls } from '../../electron/calls/ports.ts';
import { createCallRepository } from '../../electron/storage/calls/call-repository.ts';
import { createMissedCalls } from '../../electron/storage/calls/missed-calls.ts';
import type { Call } from '../../shared/domain/call.ts';
import { callDisposition, isMissed } from '../../shared/domain/call-view.ts';
import { aMinimalCall, anOriginatedCall, aRecord, morningMs } from '../support/call-builders.ts';
import { type TemporaryDatabase, temporaryDatabase } from '../support/temporary-database.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

let database: TemporaryDatabase;
let store: CallStore;
let missed: MissedCalls;
let nowMs: number;

beforeEach(() => {
  database = temporaryDatabase();
  store = createCallRepository(database);
  nowMs = morningMs + 60 * minuteMs;
  missed = createMissedCalls({ connection: database.connection, clock: () => nowMs });
});
afterEach(() => database.remove());

let count = 0;
/** A call that came in: rang here and went away, unless its record tells otherwise. */
function cameIn(caller: string, atMinute: number, record: Parameters<typeof aRecord>[0] = {}): Call {
  count += 1;
  const startedAtMs = morningMs + atMinute * minuteMs;
  const call = aMinimalCall({
    id: `in-${count}`,
    caller,
    callee: '101',
    startedAtMs,
    observed: { 'came-in': startedAtMs, 'agent-ringing': startedAtMs },
    records: { cdr: aRecord({ caller, callee: '101', direction: 'inbound', disposition: 'no-answer', ...record }) },
  });
  store.save(call);
  return call;
}

function dialled(callee: string, atMinute: number, disposition: 'answered' | 'busy' | 'agent-no-answer' | null): void {
  count += 1;
  store.save(
    anOriginatedCall(
      { callee },
      {
        id: `out-${count}`,
        startedAtMs: morningMs + atMinute * minuteMs,
        outcome: 'accepted',
        records: disposition === null ? {} : { cdr: aRecord({ disposition }) },
      },
    ),
  );
}

const numbers = () => missed.unhandled('office').map(({ number }) => number);
const unseen = () =>
  missed
    .unhandled('office')
    .filter(({ seen }) => !seen)
    .map(({ number }) => number);

describe('missed calls', () => {
  it('are counted by number, in whatever writing, the newest first', () => {
    cameIn('09121110001', 1);
    cameIn('09122220002', 2);
    cameIn('+989121110001', 3);
    cameIn('', 4);
    expect(numbers()).toEqual(['+989121110001', '09122220002']);
    expect(missed.unhandled('demo')).toEqual([]);
    expect(missed.unhandled('office')[0]).toEqual({
      number: '+989121110001',
      lastAtMs: morningMs + 3 * minuteMs,
      seen: false,
    });
  });

  it('are handled by calling back, whether anybody was there or not, and by a talk when they called again', () => {
    cameIn('09121110001', 1);
    cameIn('09122220002', 1);
    cameIn('09123330003', 1);
    dialled('09121110001', 2, 'busy');
    dialled('989122220002', 2, null);
    cameIn('09123330003', 2, { disposition: 'answered', talkSeconds: 20 });
    expect(numbers()).toEqual([]);
    cameIn('09121110001', 3);
    expect(numbers()).toEqual(['09121110001']);
  });

  it('are not handled by a call before them, nor by one that never got out', () => {
    dialled('09121110001', 0, 'answered');
    cameIn('09121110001', 1);
    dialled('09121110001', 2, 'agent-no-answer');
    dialled('09129990001', 3, 'answered');
    expect(numbers()).toEqual(['09121110001']);
  });

  it('are none when a colleague took the call', () => {
    const taken = cameIn('09121110001', 1, { callee: '102', disposition: 'answered', talkSeconds: 60 });
    expect(callDisposition(taken)).toBe('no-answer');
    expect(isMissed(taken)).toBe(false);
    expect(numbers()).toEqual([]);
  });

  it('are those of colleagues too, whatever the record says of the way; not those the agent dialled', () => {
    const internal = (caller: string, callee: string, atMinute: number, disposition: 'no-answer' | 'answered') => {
      const call = cameIn(caller, atMinute, { callee, direction: 'internal', disposition });
      const own = { ...call, direction: 'internal', callee, agentNumber: '101' } as const;
      store.save(own);
      return own;
    };
    const fromColleague = internal('102', '101', 1, 'no-answer');
    const byAgent = internal('101', '103', 1, 'no-answer');
    expect([fromColleague, byAgent].map(isMissed)).toEqual([true, false]);
    expect(numbers()).toEqual(['102']);
    missed.markSeen('office');
    expect(unseen()).toEqual([]);
    internal('102', '101', 2, 'no-answer');
    expect(unseen()).toEqual(['102']);
    internal('102', '101', 3, 'answered');
    expect(numbers()).toEqual([]);
    internal('102', '101', 4, 'no-answer');
    dialled('102', 5, 'busy');
    expect(numbers()).toEqual([]);
  });

  it('are none while they still ring, nor after a week', () => {
    const call = aMinimalCall({ caller: '09121110001', callee: '101', observed: { 'came-in': morningMs } });
    store.save(call);
    expect(numbers()).toEqual([]);
    cameIn('09122220002', 1);
    nowMs = morningMs + 7 * dayMs + 2 * minuteMs;
    expect(numbers()).toEqual([]);
  });

  it('stay seen when they change or the program starts anew, until the number calls in vain again', () => {
    const first = cameIn('09121110001', 1);
    missed.markSeen('demo');
    expect(unseen()).toEqual(['09121110001']);
    missed.markSeen('office');
    store.save({ ...first, survey: { score: 1, label: null } });
    missed = createMissedCalls({ connection: database.connection, clock: () => nowMs });
    expect(unseen()).toEqual([]);
    expect(numbers()).toEqual(['09121110001']);
    cameIn('09121110001', 2);
    expect(unseen()).toEqual(['09121110001']);
  });

  it('that end after the list was looked at are not seen, however early they began', () => {
    const ringing = aMinimalCall({ id: 'slow', caller: '09121110001', callee: '101' });
    store.save(ringing);
    cameIn('09122220002', 1);
    missed.markSeen('office');
    store.save({ ...ringing, records: { cdr: aRecord({ disposition: 'no-answer' }) } });
    expect(unseen()).toEqual(['09121110001']);
  });
});
