import { describe, expect, test } from 'vitest';
import type { CallRecordPage, CallRecordPageQuery, FoundCallRecord } from '../../electron/calls/ports.ts';
import { createReportReader } from '../../electron/history-backfill/read-reports.ts';
import type { PbxError } from '../../shared/errors.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { aRecord } from '../support/call-builders.ts';

const found = (id: string): FoundCallRecord => ({ pbxCallIds: [id], mayHaveBegunAtMs: [1], record: aRecord({}) });
const page = (ids: readonly string[], total: number | null): CallRecordPage => ({
  found: ids.map(found),
  rows: ids.length,
  total,
});

type Answer = Result<CallRecordPage, PbxError>;

function setUp(answer: (query: CallRecordPageQuery, asked: number) => Answer | Promise<Answer>) {
  const asked: CallRecordPageQuery[] = [];
  const waits: number[] = [];
  const read: string[] = [];
  const patience: boolean[] = [];
  const abort = new AbortController();
  const reader = createReportReader({
    pbx: {
      listCallRecords: async (query) => {
        asked.push(query);
        return answer(query, asked.length);
      },
    },
    callsPlaced: () => Promise.resolve(),
    sleep: (ms) => {
      waits.push(ms);
      return Promise.resolve();
    },
  });
  return {
    asked,
    waits,
    read,
    /** What was told of longer waits. */
    patience,
    abort,
    run: () =>
      reader.read(
        { fromMs: 0, toMs: 1 },
        '557',
        async (records) => void read.push(...records.flatMap(({ pbxCallIds }) => pbxCallIds)),
        abort.signal,
        undefined,
        (waits) => patience.push(waits),
      ),
  };
}

describe('reading the reports', () => {
  test('goes on by the rows of each page, of calls from and to the agent, until all are there', async () => {
    const { run, asked, read } = setUp(({ side, start }) =>
      succeed(side === 'callee' ? page([], 0) : start === 0 ? page(['1', '2'], 3) : page(['3'], 3)),
    );
    expect(await run()).toEqual(succeed(null));
    expect(read).toEqual(['1', '2', '3']);
    expect(asked.map(({ side, start }) => `${side} ${start}`)).toEqual(['caller 0', 'caller 2', 'callee 0']);
  });

  test('ends where a server does not say how many there are, or knows no pages', async () => {
    const untold = setUp(({ side, start }) => succeed(page(side === 'caller' && start < 4 ? [`${start}`] : [], null)));
    await untold.run();
    expect(untold.read).toEqual(['0', '1', '2', '3']);
    const same = setUp(() => succeed(page(['1', '2'], null)));
    await same.run();
    expect(same.asked).toHaveLength(4);
  });

  test('breaks off where rows without end are of others', async () => {
    const endless = setUp(() => succeed({ found: [], rows: 100, total: null }));
    expect(await endless.run()).toEqual({ ok: false, error: { code: 'pbx-answer-unreadable', status: 200 } });
  });

  test('leaves nothing out where the report changes while it is read', async () => {
    // Newest first. A call is added behind the first page, one is taken away behind the third.
    const rows = ['6', '5', '4', '3', '2', '1'];
    const changing = setUp(({ side, start }, asked) => {
      if (side === 'callee') return succeed(page([], 0));
      const answer = page(rows.slice(start, start + 2), rows.length);
      if (asked === 1) rows.unshift('7');
      if (asked === 3) rows.splice(2, 1);
      return succeed(answer);
    });
    expect(await changing.run()).toEqual(succeed(null));
    expect(changing.asked.map(({ start }) => start)).toEqual([0, 2, 4, 6, 0, 2, 4, 0]);
    expect(new Set(changing.read)).toEqual(new Set(['7', '6', '5', '4', '3', '2', '1']));

    let total = 100;
    const restless = setUp(({ start }) => {
      total -= 1;
      return succeed(page([`${start}`], total));
    });
    expect(await restless.run()).toMatchObject({ error: { code: 'pbx-answer-unreadable' } });
    expect(restless.asked.length).toBeLessThan(10);
  });

  test('waits as long as the PBX asks for, and gives up what it refuses at once', async () => {
    const busy = setUp((_query, asked) =>
      asked === 1 ? fail({ code: 'pbx-rate-limited', retryAfterSeconds: 30 }) : succeed(page([], 0)),
    );
    expect(await busy.run()).toEqual(succeed(null));
    expect(busy.waits).toEqual([30_000]);
    expect(busy.patience).toEqual([true, false]);
    const refused = setUp(() => fail({ code: 'pbx-credentials-wrong', message: '' }));
    expect(await refused.run()).toMatchObject({ ok: false });
    expect(refused.asked).toHaveLength(1);
  });

  test('says of a PBX that was reached and finds nothing in time that it is slow, of another that it was not reached', async () => {
    for (const [phase, code] of [
      ['answer', 'reports-slow'],
      ['body', 'reports-slow'],
      ['connect', 'pbx-timeout'],
    ] as const) {
      const slow = setUp(() => fail({ code: 'pbx-timeout', host: 'pbx', phase }));
      expect(await slow.run()).toMatchObject({ error: { code, host: 'pbx' } });
      expect(slow.asked).toHaveLength(4);
    }
  });

  test('does not wait for an answer when it is given up', async () => {
    const { run, abort, asked } = setUp(() => new Promise<Answer>(() => undefined));
    const reading = run();
    await expect.poll(() => asked.length).toBe(1);
    abort.abort();
    expect(await reading).toBeNull();
  });
});
