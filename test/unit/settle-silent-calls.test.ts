import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCallJournal } from '../../electron/calls/call-journal.ts';
import type { FoundCallRecord, Pbx } from '../../electron/calls/ports.ts';
import { createSettleSilentCalls, settleDueAtMs } from '../../electron/calls/settle-silent-calls.ts';
import { createWatchedSince } from '../../electron/calls/watched-since.ts';
import type { Call } from '../../shared/domain/call.ts';
import type { CallRecord } from '../../shared/domain/call-event.ts';
import { callDisposition } from '../../shared/domain/call-view.ts';
import { fail, succeed } from '../../shared/result.ts';
import { anOriginatedCall, aRecord, own } from '../support/call-builders.ts';
import { createMemoryCallStore } from '../support/memory-call-store.ts';
import { aReportIntake } from '../support/report-intake.ts';

const accepted = anOriginatedCall({ timeoutSeconds: 30 }, { outcome: 'accepted', originatedCallId: 'orig.call.1.1' });
const graceMs = 10_000;

/** A record of the same parties that began so long after the call did. */
function aFound(
  afterMs: number,
  record: Partial<CallRecord>,
  pbxCallIds: readonly string[] = ['1.1'],
): FoundCallRecord {
  const startedAtMs = accepted.startedAtMs + afterMs;
  return {
    pbxCallIds,
    mayHaveBegunAtMs: [startedAtMs],
    record: aRecord({ caller: '101', callee: '09123456789', startedAtMs, endedAtMs: startedAtMs + 2000, ...record }),
  };
}

function setUp(
  call: Call,
  options: {
    found?: readonly FoundCallRecord[];
    others?: readonly Call[];
    ownStatesArrive?: boolean;
    reports?: 'denied';
    /** Milliseconds after the call at which this run of the program began. */
    startedAfterMs?: number;
  } = {},
) {
  const store = createMemoryCallStore();
  for (const one of [call, ...(options.others ?? [])]) store.save(one);
  let nowMs = call.startedAtMs;
  let searches = 0;
  const pbx: Pick<Pbx, 'searchCallRecords'> = {
    searchCallRecords: () => {
      searches += 1;
      if (options.reports === 'denied') {
        return Promise.resolve(fail({ code: 'pbx-access-denied', right: 'other', service: 'reports/cdr/search' }));
      }
      return Promise.resolve(succeed(options.found ?? []));
    },
  };
  const journal = createCallJournal({ store, own: () => own, publish: () => undefined, onBug: () => undefined });
  const settle = createSettleSilentCalls({
    pbx,
    store,
    journal,
    reports: aReportIntake({ store, journal, own: () => own, clock: () => nowMs }),
    profile: () => own.profile,
    clock: () => nowMs,
    watchedSinceMs: () => call.startedAtMs + (options.startedAfterMs ?? -60_000),
    ownStatesArrive: () => options.ownStatesArrive ?? true,
  });
  return {
    store,
    searches: () => searches,
    at: async (ms: number) => {
      nowMs = call.startedAtMs + ms;
      await settle.settleDue();
      const now = store.get(call.id);
      return now === null ? null : callDisposition(now);
    },
  };
}

describe('settle silent calls', () => {
  test('leaves a call alone until its time-out and the grace are over', async () => {
    const { at, searches } = setUp(accepted);
    expect(await at(30_000 + graceMs - 1)).toBeNull();
    expect(searches()).toBe(0);
  });

  test('then closes it as: the own phone was not answered', async () => {
    const { at, searches } = setUp(accepted);
    expect(await at(30_000 + graceMs)).toBe('agent-no-answer');
    expect(searches()).toBe(1);
  });

  test('concludes the same where the account may not read reports', async () => {
    const { at } = setUp(accepted, { reports: 'denied' });
    expect(await at(60_000)).toBe('agent-no-answer');
  });

  test('takes the record of the report service where there is one', async () => {
    const { at, store } = setUp(accepted, { found: [aFound(300, { disposition: 'busy' })] });
    expect(await at(60_000)).toBe('busy');
    expect(store.get(accepted.id)?.settlement).toBeNull();
  });

  test('says unknown, not "not answered", when the states of the own phone are not told', async () => {
    const { at, store } = setUp(accepted, { ownStatesArrive: false });
    expect(await at(60_000)).toBe('unknown');
    expect(store.get(accepted.id)?.settlement?.reason).toBe('no-events');
  });

  test('says unknown for a request whose answer never came', async () => {
    const { at } = setUp({ ...accepted, outcome: 'unknown', originatedCallId: null });
    expect(await at(60_000)).toBe('unknown');
  });

  test('waits for the record of a call that was answered, for hours', async () => {
    const talking = { ...accepted, observed: { 'agent-in-use': accepted.startedAtMs + 2000 } };
    const { at } = setUp(talking);
    expect(await at(60 * 60 * 1000)).toBeNull();
    expect(await at(5 * 60 * 60 * 1000)).toBe('unknown');
  });

  test('does not wait for hours for a call that an earlier run left under way: its end was not seen', async () => {
    const talking = { ...accepted, observed: { 'agent-in-use': accepted.startedAtMs + 2000 } };
    const { at, searches } = setUp(talking, { startedAfterMs: 60_000 });
    expect(await at(60_000 + 14_999)).toBeNull();
    expect(await at(60_000 + 15_000)).toBe('unknown');
    expect(searches()).toBe(1);
  });

  test('lets the phone ring as long as it may, unless the call was answered before it was left', async () => {
    const left = { startedAfterMs: 5000 };
    expect(await setUp(accepted, left).at(20_000)).toBeNull();
    expect(await setUp(accepted, left).at(30_000 + graceMs)).toBe('agent-no-answer');
    const talking = { ...accepted, observed: { 'agent-in-use': accepted.startedAtMs + 2000 } };
    expect(await setUp(talking, left).at(20_000)).toBe('unknown');
  });

  test('takes its record from the reports after a restart', async () => {
    const talking = { ...accepted, observed: { 'agent-in-use': accepted.startedAtMs + 2000 } };
    const found = [aFound(0, { disposition: 'answered', talkSeconds: 20 })];
    const { at } = setUp(talking, { startedAfterMs: 60_000, found });
    expect(await at(60_000 + 15_000)).toBe('answered');
  });

  test('asks soon for a call that went on while another profile was in use', async () => {
    const talking = { ...accepted, observed: { 'other-in-use': accepted.startedAtMs + 2000 } };
    let profile = own.profile;
    let nowMs = talking.startedAtMs + 3000;
    const clock = () => nowMs;
    const store = createMemoryCallStore();
    store.save(talking);
    const asked: number[] = [];
    const journal = createCallJournal({ store, own: () => own, publish: () => undefined, onBug: () => undefined });
    const settle = createSettleSilentCalls({
      pbx: {
        searchCallRecords: () => {
          asked.push(nowMs - talking.startedAtMs);
          return Promise.resolve(succeed([aFound(0, { disposition: 'answered', talkSeconds: 20 })]));
        },
      },
      store,
      journal,
      reports: aReportIntake({ store, journal, own: () => own, clock }),
      profile: () => profile,
      clock,
      watchedSinceMs: createWatchedSince({ profile: () => profile, clock, startedAtMs: talking.startedAtMs - 60_000 }),
      ownStatesArrive: () => true,
    });
    await settle.settleDue();
    profile = 'branch';
    for (const seconds of [10, 600]) {
      nowMs = talking.startedAtMs + seconds * 1000;
      await settle.settleDue();
    }
    profile = own.profile;
    for (const seconds of [601, 615, 616]) {
      nowMs = talking.startedAtMs + seconds * 1000;
      await settle.settleDue();
    }
    expect(asked).toEqual([616_000]);
    const settled = store.get(talking.id);
    expect(settled === null ? null : callDisposition(settled)).toBe('answered');
  });

  test('uses the default time-out of the PBX when none was sent', () => {
    expect(settleDueAtMs({ ...accepted, timeoutSeconds: null })).toBe(accepted.startedAtMs + 30_000 + graceMs);
  });

  test('is due again, once, after a ring that came when the call was closed', async () => {
    const { at, store, searches } = setUp(accepted);
    await at(45_000);
    const settled = store.get(accepted.id);
    if (settled === null) throw new Error('The call is gone');
    store.save({ ...settled, observed: { 'agent-ringing': accepted.startedAtMs + 46_000 } });
    expect(store.listUnfinished(own.profile)).toHaveLength(1);
    expect(await at(85_000)).toBeNull();
    expect(await at(86_000)).toBe('agent-no-answer');
    await at(200_000);
    expect(searches()).toBe(2);
  });

  test('a record that comes after the settlement outweighs it', async () => {
    const { at, store } = setUp(accepted);
    await at(60_000);
    const settled = store.get(accepted.id);
    if (settled === null) throw new Error('The call is gone');
    expect(callDisposition({ ...settled, records: { cdr: aRecord({ disposition: 'answered' }) } })).toBe('answered');
  });
});

describe('a call to the same number a moment before or after', () => {
  const busy = { disposition: 'busy' } as const;
  const before: Call = {
    ...accepted,
    id: 'before',
    startedAtMs: accepted.startedAtMs - 20_000,
    originatedCallId: null,
  };
  const after: Call = { ...accepted, id: 'after', startedAtMs: accepted.startedAtMs + 20_000, originatedCallId: null };

  test.each<[string, readonly FoundCallRecord[], readonly Call[], Partial<Call>]>([
    ['known by its id', [aFound(100, busy, ['9.9', '9.8'])], [{ ...before, pbxCallIds: ['9.8'] }], {}],
    ['that began before this one', [aFound(-20_000, busy)], [], {}],
    ['that began when this one was long over', [aFound(3_600_000, busy)], [], {}],
    ['that waits for its record too', [aFound(20_300, busy)], [after], {}],
    ['of another id than this one has', [aFound(300, busy)], [], { pbxCallIds: ['7.7'] }],
    ['without ids, while this one has one', [aFound(300, busy, [])], [], { pbxCallIds: ['7.7'] }],
    ['of unknown time', [{ ...aFound(300, busy), mayHaveBegunAtMs: [] }], [], {}],
  ])('keeps its record: one %s', async (_, found, others, changes) => {
    const { at, store } = setUp({ ...accepted, ...changes }, { found, others });
    expect(await at(60_000)).toBe('agent-no-answer');
    expect(store.get(accepted.id)?.records).toEqual({});
  });

  test.each<[string, readonly FoundCallRecord[], readonly Call[], Partial<Call>]>([
    ['the nearest', [aFound(20_300, {}, ['3.3']), aFound(400, busy), aFound(-4000, {}, ['2.2'])], [], {}],
    ['the nearest although clocks differ', [aFound(-3000, busy), aFound(30_000, {}, ['2.2'])], [before], {}],
    [
      'the one of a known id',
      [aFound(0, {}, ['2.2']), aFound(9000, busy, ['1.2', '1.1'])],
      [],
      { pbxCallIds: ['1.1'] },
    ],
    [
      'one whose own time is of another zone',
      [{ ...aFound(0, busy), mayHaveBegunAtMs: [0, accepted.startedAtMs] }],
      [],
      {},
    ],
  ])('leaves this one its own: %s', async (_, found, others, changes) => {
    const { at } = setUp({ ...accepted, ...changes }, { found, others });
    expect(await at(60_000)).toBe('busy');
  });

  test('does not settle as the same record at the same moment', async () => {
    const twin: Call = { ...accepted, id: 'twin', startedAtMs: accepted.startedAtMs + 1, originatedCallId: null };
    const { at, store } = setUp(accepted, { found: [aFound(1, busy)], others: [twin] });
    await at(60_000);
    const records = [accepted.id, twin.id].map((id) => Object.keys(store.get(id)?.records ?? {}));
    expect(records).toEqual([[], ['report']]);
  });
});

test('of two calls to one number within a minute, each takes its own record or none', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 6000, max: 60_000 }),
      fc.tuple(fc.boolean(), fc.boolean()),
      fc.tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 900 })),
      fc.boolean(),
      async (apartMs, [firstHas, secondHas], [firstLag, secondLag], newestFirst) => {
        const second: Call = { ...accepted, id: 'second', startedAtMs: accepted.startedAtMs + apartMs };
        const found = [
          ...(firstHas ? [aFound(firstLag, { disposition: 'busy' }, ['1.1'])] : []),
          ...(secondHas ? [aFound(apartMs + secondLag, { disposition: 'failed' }, ['2.2'])] : []),
        ];
        const { at, store } = setUp(accepted, { found: newestFirst ? found.toReversed() : found, others: [second] });
        for (const afterMs of [45_000, 120_000]) await at(afterMs);
        const dispositions = [accepted.id, 'second'].map((id) => store.get(id)?.records.report?.disposition);
        expect(dispositions).toEqual([firstHas ? 'busy' : undefined, secondHas ? 'failed' : undefined]);
      },
    ),
    { seed: 7, numRuns: 300 },
  );
});
