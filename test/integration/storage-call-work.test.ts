import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AfterCall, createAfterCall } from '../../electron/after-call/after-call.ts';
import type { CallWorkStore } from '../../electron/after-call/ports.ts';
import { createQueueRules, type QueueMemory } from '../../electron/after-call/queue-rule.ts';
import type { CallStore } from '../../electron/calls/ports.ts';
import { createCallRepository } from '../../electron/storage/calls/call-repository.ts';
import { createCallWork } from '../../electron/storage/calls/call-work.ts';
import type { Outcome } from '../../shared/domain/after-call/outcome.ts';
import { emptyWork } from '../../shared/domain/after-call/work-rules.ts';
import type { Call } from '../../shared/domain/call.ts';
import { anOriginatedCall, aRecord, morningMs, own } from '../support/call-builders.ts';
import { mustOpen, type TemporaryDatabase, temporaryDatabase } from '../support/temporary-database.ts';

const minuteMs = 60_000;
const sold: Outcome = { code: 'sold', name: 'Sold', kind: 'success' };

let database: TemporaryDatabase;
let calls: CallStore;
let work: CallWorkStore;
let refreshed: number[];
let nowMs: number;
let outcomes: readonly Outcome[];
let awaits: 'talked' | 'placed';
let remembered: ReturnType<QueueMemory['read']>;
let published: string[];

beforeEach(() => {
  database = temporaryDatabase();
  refreshed = [];
  calls = createCallRepository(database);
  work = createCallWork({ connection: database.connection, refreshSearch: (key) => refreshed.push(key) });
  nowMs = morningMs;
  outcomes = [sold];
  awaits = 'talked';
  remembered = null;
  published = [];
});
afterEach(() => database.remove());

function desk(instead: Partial<CallWorkStore> = {}, othersTurn = async () => {}): AfterCall {
  const memory: QueueMemory = {
    read: () => remembered,
    remember: (rule) => {
      remembered = rule;
    },
  };
  const clock = () => nowMs;
  return createAfterCall({
    store: { ...work, ...instead },
    rules: createQueueRules({
      settings: () => ({ outcomes: [...outcomes], awaits }),
      memory,
      clock,
      onEnd: work.clearAwaiting,
    }),
    profile: () => own.profile,
    clock,
    othersTurn,
    publish: (callId) => published.push(callId),
    onCounts: () => {},
  });
}

/** One that was talked in from its fifth second to its end, by its record as by what was seen. */
function talkedCall(id: string, atMinute: number, callee = '09123456789', profile = own.profile): Call {
  const startedAtMs = morningMs + atMinute * minuteMs;
  const call = anOriginatedCall(
    { callee },
    {
      id,
      profile,
      startedAtMs,
      outcome: 'accepted',
      observed: { 'agent-in-use': startedAtMs, 'other-in-use': startedAtMs + 5000 },
      records: { cdr: aRecord({ callee, disposition: 'answered', talkSeconds: 20, endedAtMs: startedAtMs + 25_000 }) },
    },
  );
  calls.save(call);
  return call;
}

describe('what is kept of a call', () => {
  it('comes back as it was written, also strange signs, and is there after the database was opened anew', () => {
    talkedCall('a', 0);
    const note = 'call after 15\n\0\ud800 «بعداً» \ufffd';
    work.change('a', { note, tags: ['vip', 'بعد \ufffd'], outcome: 'sold', followUpAtMs: nowMs + 1 }, nowMs);
    const whole = { ...emptyWork, note, tags: ['vip', 'بعد \ufffd'], outcome: 'sold', followUpAtMs: nowMs + 1 };
    expect(work.read(['a', 'nobody'])).toEqual([whole, null]);
    database.close();
    const again = mustOpen(database.file);
    expect(createCallWork({ connection: again.connection, refreshSearch: () => {} }).get('a')?.work).toEqual(whole);
    again.close();
  });

  it('has no row without anything in it, tells the search of each change, and knows no call that is not there', () => {
    talkedCall('a', 0);
    work.change('a', { note: 'x' }, nowMs);
    work.change('a', { note: '' }, nowMs);
    expect(database.connection.prepare('SELECT count(*) AS n FROM call_work').get()).toEqual({ n: 0 });
    expect(refreshed).toHaveLength(2);
    expect(work.change('nobody', { note: 'x' }, nowMs)).toBeNull();
    expect(desk().note('nobody', 'x')).toEqual({ ok: false, error: { code: 'not-found' } });
  });

  it('offers the tags that were used last, of this profile alone', () => {
    talkedCall('a', 0);
    talkedCall('b', 1);
    talkedCall('c', 2, '0912', 'elsewhere');
    work.change('a', { tags: ['old', 'both'] }, nowMs);
    work.change('b', { tags: ['new', 'both'] }, nowMs);
    work.change('c', { tags: ['foreign'] }, nowMs);
    expect(work.tags(own.profile)).toEqual(['new', 'both', 'old']);
  });
});

describe('the queue of calls without outcome', () => {
  it('takes a call as it ends, keeps it over a restart, and lets it go with its outcome, which can be taken back', () => {
    const first = desk();
    first.refresh();
    first.callChanged(talkedCall('a', 1));
    first.callChanged(talkedCall('b', 2));
    expect(first.queue()).toMatchObject({ count: 2, rows: [{ call: { id: 'b' } }, { call: { id: 'a' } }] });
    const second = desk();
    expect(second.counts().awaiting).toBe(2);
    expect(second.outcome('b', 'sold')).toMatchObject({ ok: true, value: { outcome: 'sold', awaitsOutcome: false } });
    expect(second.counts().awaiting).toBe(1);
    expect(second.outcome('b', null)).toMatchObject({ ok: true, value: { outcome: null, awaitsOutcome: true } });
    // That it needs none is an answer too, and no later event asks again.
    second.outcome('a', '');
    second.outcome('b', '');
    second.callChanged(talkedCall('a', 1));
    expect(second.counts().awaiting).toBe(0);
  });

  it('asks for nothing that ended before there were outcomes, nor for what was noted with one while the call lived', () => {
    outcomes = [];
    const it = desk();
    it.refresh();
    it.callChanged(talkedCall('before', 1));
    nowMs = morningMs + 2 * minuteMs;
    outcomes = [sold];
    it.refresh();
    it.callChanged(talkedCall('before', 1));
    const live = anOriginatedCall({}, { id: 'live', startedAtMs: morningMs + 3 * minuteMs });
    calls.save(live);
    it.outcome('live', 'sold');
    it.callChanged(talkedCall('live', 3));
    expect(it.queue().count).toBe(0);
    it.callChanged(talkedCall('after', 4));
    expect(it.queue().rows.map(({ call }) => call.id)).toEqual(['after']);
  });

  it('finds at the start what ended while nobody looked, once the rule is known, and no other profile’s', async () => {
    desk().refresh();
    for (let at = 0; at < 250; at += 1) talkedCall(`down-${at}`, at + 1);
    talkedCall('elsewhere', 5, '0912', 'other');
    const again = desk();
    expect(again.counts().awaiting).toBe(0);
    await again.sweep();
    expect(again.queue().count).toBe(250);
    await again.sweep();
    expect(published).toHaveLength(250);
  });

  it('is filled a call at a time, and by what the agent did in between', async () => {
    desk().refresh();
    for (let at = 0; at < 5; at += 1) talkedCall(`down-${at}`, at + 1);
    const inOneTurn: number[] = [];
    let told = 0;
    const again: AfterCall = desk({}, async () => {
      inOneTurn.push(published.length - told);
      if (told === 0) again.outcome('down-4', 'sold');
      told = published.length;
    });
    await again.sweep();
    expect(Math.max(...inOneTurn)).toBe(1);
    expect(again.queue()).toMatchObject({ count: 4 });
    expect(work.read(['down-4'])).toMatchObject([{ outcome: 'sold', awaitsOutcome: false }]);
  });

  it('is empty and stays so when the last outcome is gone', () => {
    const it = desk();
    it.refresh();
    it.callChanged(talkedCall('a', 1));
    outcomes = [];
    it.refresh();
    expect(it.queue()).toEqual({ rows: [], count: 0 });
    nowMs = morningMs + 9 * minuteMs;
    outcomes = [sold];
    it.refresh();
    expect(it.queue().count).toBe(0);
  });
});

describe('follow-ups', () => {
  it('are not counted anew with every letter of a note on a call without one', () => {
    let counted = 0;
    const it = desk({
      openFollowUps(profile) {
        counted += 1;
        return work.openFollowUps(profile);
      },
    });
    talkedCall('a', 0);
    talkedCall('b', 1);
    it.followUp('a', morningMs + 60 * minuteMs);
    counted = 0;
    for (const note of ['b', 'bl', 'blue']) it.note('b', note);
    expect(counted).toBe(0);
    it.note('a', 'red');
    expect(it.counts().followUps).toMatchObject([{ note: 'red' }]);
  });

  it('that the database did not take as done are not among those that can be taken back', () => {
    const it = desk();
    expect(it.done('nobody', true)).toEqual({ ok: false, error: { code: 'not-found' } });
    talkedCall('nobody', 0);
    it.note('nobody', 'there by now');
    expect(it.followUps().done).toEqual([]);
  });

  it('are done by a later talk with the number, which is said and can be taken back for good', () => {
    const it = desk();
    it.refresh();
    talkedCall('a', 0, '09123456789');
    nowMs = morningMs + minuteMs;
    it.followUp('a', morningMs + 60 * minuteMs);
    it.callChanged(talkedCall('other', 2, '09121110000'));
    expect(it.counts().followUps).toHaveLength(1);
    const talk = talkedCall('b', 3, '+989123456789');
    it.callChanged(talk);
    expect(it.counts().followUps).toEqual([]);
    expect(it.followUps()).toMatchObject({ open: [], done: [{ call: { id: 'a' }, by: 'talked' }] });
    nowMs = morningMs + 4 * minuteMs;
    it.done('a', false);
    it.callChanged(talk);
    expect(it.followUps()).toMatchObject({ open: [{ call: { id: 'a' } }], done: [] });
  });

  it('stand in the order of their time with number and note, and are marked and taken up again by hand', () => {
    const it = desk();
    talkedCall('a', 0, '0911');
    talkedCall('b', 1, '0912');
    it.followUp('a', morningMs + 30 * minuteMs);
    it.followUp('b', morningMs + 20 * minuteMs);
    it.note('b', 'blue one');
    expect(it.counts().followUps).toMatchObject([{ callId: 'b', number: '0912', note: 'blue one' }, { callId: 'a' }]);
    it.done('b', true);
    expect(it.followUps()).toMatchObject({ open: [{ call: { id: 'a' } }], done: [{ by: 'marked' }] });
    it.followUp('a', null);
    expect(it.counts().followUps).toEqual([]);
  });
});

it('knows what was noted of the last call with a number today', () => {
  const it = desk();
  nowMs = new Date(morningMs).setHours(12, 0, 0, 0);
  const minute = (hour: number) => (new Date(nowMs).setHours(hour, 0, 0, 0) - morningMs) / minuteMs;
  talkedCall('yesterday', minute(9) - 24 * 60);
  talkedCall('first', minute(9));
  talkedCall('second', minute(10));
  talkedCall('third', minute(11));
  it.note('yesterday', 'old');
  expect(it.notedToday('09123456789')).toBeNull();
  it.note('first', 'call after 15');
  it.outcome('second', 'sold');
  it.outcome('third', '');
  expect(it.notedToday('+989123456789')).toEqual({ note: '', outcome: 'sold' });
  expect(it.notedToday('0911')).toBeNull();
});
