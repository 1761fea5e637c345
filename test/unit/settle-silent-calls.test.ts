import { describe, expect, test } from 'vitest';
import { createCallJournal } from '../../electron/calls/call-journal.ts';
import type { FoundCallRecord, Pbx } from '../../electron/calls/ports.ts';
import { createSettleSilentCalls, settleDueAtMs } from '../../electron/calls/settle-silent-calls.ts';
import type { Call } from '../../shared/domain/call.ts';
import { callDisposition } from '../../shared/domain/call-view.ts';
import { fail, succeed } from '../../shared/result.ts';
import { anOriginatedCall, aRecord, own } from '../support/call-builders.ts';
import { createMemoryCallStore } from '../support/memory-call-store.ts';

const accepted = anOriginatedCall({ timeoutSeconds: 30 }, { outcome: 'accepted', originatedCallId: 'orig.call.1.1' });
const graceMs = 10_000;

function setUp(call: Call, options: { found?: FoundCallRecord; eventsArrive?: boolean; reports?: 'denied' } = {}) {
  const store = createMemoryCallStore();
  store.save(call);
  let nowMs = call.startedAtMs;
  let searches = 0;
  const pbx: Pick<Pbx, 'searchCallRecords'> = {
    searchCallRecords: () => {
      searches += 1;
      if (options.reports === 'denied') {
        return Promise.resolve(fail({ code: 'pbx-access-denied', service: 'reports/cdr/search' }));
      }
      return Promise.resolve(succeed(options.found === undefined ? [] : [options.found]));
    },
  };
  const settle = createSettleSilentCalls({
    pbx,
    store,
    journal: createCallJournal({ store, own: () => own, publish: () => undefined }),
    profile: () => own.profile,
    clock: () => nowMs,
    eventsArrive: () => options.eventsArrive ?? true,
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
    const found = {
      pbxCallIds: ['1.1'],
      record: aRecord({ caller: '101', callee: '09123456789', disposition: 'busy', endedAtMs: accepted.startedAtMs }),
    };
    const { at, store } = setUp(accepted, { found });
    expect(await at(60_000)).toBe('busy');
    expect(store.get(accepted.id)?.settlement).toBeNull();
  });

  test('says unknown, not "not answered", when no events arrive', async () => {
    const { at, store } = setUp(accepted, { eventsArrive: false });
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

  test('uses the default time-out of the PBX when none was sent', () => {
    expect(settleDueAtMs({ ...accepted, timeoutSeconds: null })).toBe(accepted.startedAtMs + 30_000 + graceMs);
  });

  test('a record that comes after the settlement outweighs it', async () => {
    const { at, store } = setUp(accepted);
    await at(60_000);
    const settled = store.get(accepted.id);
    if (settled === null) throw new Error('The call is gone');
    expect(callDisposition({ ...settled, records: { cdr: aRecord({ disposition: 'answered' }) } })).toBe('answered');
  });
});
