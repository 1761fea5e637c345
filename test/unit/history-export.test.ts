import { describe, expect, it } from 'vitest';
import { callTableHead, callTableLine } from '../../electron/history-export/call-table.ts';
import { exportCall } from '../../electron/history-export/export-call.ts';
import { writtenTime } from '../../electron/history-export/written-time.ts';
import { exportedCallSchema } from '../../shared/domain/history/exported-call.ts';
import { callColumnNames } from '../../shared/words/call-table-words.ts';
import { callTable as english } from '../../shared/words/en/call-table.ts';
import { aFullCall, aMinimalCall, aRecord, morningMs } from '../support/call-builders.ts';

const known = {
  time: (atMs: number) => {
    const { date, time, offset } = writtenTime(atMs, 'iso', 'Asia/Tehran');
    return `${date}T${time}${offset}`;
  },
  nameOf: () => '',
  profileName: (id: string) => id,
  outcomeName: (code: string) => `+${code}`,
};
const work = {
  note: '@SUM(1)\nsecond line',
  outcome: 'sold',
  tags: ['-a', 'b'],
  awaitsOutcome: false,
  followUpAtMs: morningMs,
  followUpDoneAtMs: null,
};

describe('times in a file', () => {
  it.each([
    ['iso', 'Asia/Tehran', '2024-01-21', '11:30:00', '+03:30'],
    ['jalali', 'Asia/Tehran', '1402-11-01', '11:30:00', '+03:30'],
    ['iso', 'America/St_Johns', '2024-01-21', '04:30:00', '-03:30'],
    ['iso', 'UTC', '2024-01-21', '08:00:00', '+00:00'],
  ] as const)('are %s in %s', (dates, zone, date, time, offset) => {
    expect(writtenTime(morningMs, dates, zone)).toEqual({ date, time, offset });
  });

  it('tell the two hours apart that a change of the clock makes alike', () => {
    const first = Date.UTC(2025, 9, 26, 0, 30);
    const told = [first, first + 3_600_000].map((atMs) => writtenTime(atMs, 'iso', 'Europe/Berlin'));
    expect(told.map(({ time, offset }) => time + offset)).toEqual(['02:30:00+02:00', '02:30:00+01:00']);
  });
});

describe('a call in a file', () => {
  it('says all that is known of it and nothing else', () => {
    const full = exportCall(aFullCall(), work, known);
    expect(exportedCallSchema.parse(full)).toEqual(full);
    expect(Object.values(full).filter((value) => value === null)).toEqual([null]);
    const minimal = exportCall(aMinimalCall(), null, known);
    expect(exportedCallSchema.parse(minimal)).toMatchObject({ result: null, endedAt: null, talkSeconds: null });
  });

  it('is missed, or taken by a colleague, as the history says it', () => {
    const record = aRecord({ disposition: 'no-answer', callee: '101', endedAtMs: morningMs });
    const missed = aMinimalCall({ callee: '101', records: { cdr: record } });
    expect(exportCall(missed, null, known).result).toBe('missed');
    const elsewhere = aMinimalCall({
      callee: '101',
      observed: { 'agent-ringing': morningMs },
      records: { cdr: { ...record, disposition: 'answered', callee: '102' } },
    });
    expect(exportCall(elsewhere, null, known).result).toBe('elsewhere');
  });

  it('fills every column of the table, runs no formula in it, and keeps seconds as numbers', () => {
    const line = callTableLine(exportCall({ ...aFullCall(), callerId: null }, work, known), english);
    expect(callTableHead(english).trim().split(',')).toHaveLength(callColumnNames.length);
    expect(line).toContain(',"\'@SUM(1)\nsecond line",');
    expect(line).toContain(",'+sold,");
    expect(line).toContain(`,"'-a; b",`);
    expect(line).toContain('2024-01-21 11:30:00');
    expect(callTableLine(exportCall(aMinimalCall(), null, known), english).split(',')).toHaveLength(
      callColumnNames.length,
    );
    const table = exportCall(
      aMinimalCall({ records: { cdr: aRecord({ waitSeconds: 7, talkSeconds: 0 }) } }),
      null,
      known,
    );
    expect(callTableLine(table, english)).toContain(',7,0,,');
  });
});
