import { describe, expect, it } from 'vitest';
import { restartProgram } from '../../electron/shell/restart.ts';
import { isDailyDue, superfluous } from '../../electron/storage/keeping/backup-rotation.ts';
import { callsBeyond, monthsBefore, removedBefore } from '../../electron/storage/keeping/removal-rule.ts';
import { nextStep } from '../../electron/storage/keeping/remove-old.ts';
import { storageProblem } from '../../electron/storage/storage-problem.ts';

const dayMs = 24 * 60 * 60 * 1000;
const now = new Date(2026, 10, 22, 12).getTime();
const megabyte = 1024 * 1024;

describe('which calls a rule takes', () => {
  it.each([
    [new Date(2026, 10, 22, 12), 12, new Date(2025, 10, 22, 12)],
    [new Date(2026, 4, 31, 8), 3, new Date(2026, 1, 28, 8)],
    [new Date(2024, 4, 31, 8), 3, new Date(2024, 1, 29, 8)],
    [new Date(2026, 0, 15), 2, new Date(2025, 10, 15)],
  ])('counts months by the calendar: %s less %s', (from, months, expected) => {
    expect(new Date(monthsBefore(from.getTime(), months))).toEqual(expected);
  });

  it('by age and size is what either of them takes, and without a rule nothing', () => {
    const old = monthsBefore(now, 6);
    expect(removedBefore({ months: null, megabytes: null }, now, null)).toBeNull();
    expect(removedBefore({ months: 6, megabytes: 500 }, now, null)).toBe(old);
    expect(removedBefore({ months: null, megabytes: 500 }, now, old)).toBe(old);
    expect(removedBefore({ months: 6, megabytes: 500 }, now, old + dayMs)).toBe(old + dayMs);
    expect(removedBefore({ months: 6, megabytes: 500 }, now, old - dayMs)).toBe(old);
  });

  it('leaves the last week, however small the limit is', () => {
    expect(removedBefore({ months: null, megabytes: 50 }, now, now - 1)).toBe(now - 7 * dayMs);
  });

  it('by size are as many of the oldest as the share that is beyond it', () => {
    const rule = { months: null, megabytes: 75 };
    expect(callsBeyond(rule, { bytes: 100 * megabyte, calls: 1000 })).toBe(250);
    expect(callsBeyond(rule, { bytes: 75 * megabyte, calls: 1000 })).toBe(0);
    expect(callsBeyond(rule, { bytes: 100 * megabyte, calls: 0 })).toBe(0);
    expect(callsBeyond({ months: 3, megabytes: null }, { bytes: 100 * megabyte, calls: 1000 })).toBe(0);
  });

  it('are removed in steps that grow while they are quick, and shrink when they are not', () => {
    expect([nextStep(20, 1), nextStep(20, 7), nextStep(20, 15), nextStep(5, 90), nextStep(200, 0)]).toEqual([
      40, 20, 10, 5, 200,
    ]);
  });
});

describe('backups', () => {
  const backup = (kind: 'daily' | 'asked' | 'before-update', madeAtMs: number) => ({
    name: `${kind} ${madeAtMs}`,
    kind,
    madeAtMs,
  });

  it('go when three newer of their kind are there, or one before an update', () => {
    const daily = [5, 1, 3, 2, 4].map((at) => backup('daily', at));
    const others = [backup('asked', 0), backup('before-update', 1), backup('before-update', 2)];
    expect(
      superfluous([...daily, ...others])
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['before-update 1', 'daily 1', 'daily 2']);
    expect(superfluous([])).toEqual([]);
  });

  it('are due once a day, by the calendar of this computer, whatever else was made', () => {
    const midnight = new Date(2026, 10, 22).getTime();
    expect(isDailyDue([], now)).toBe(true);
    expect(isDailyDue([backup('daily', midnight)], now)).toBe(false);
    expect(isDailyDue([backup('daily', midnight - 1), backup('asked', now)], now)).toBe(true);
    // The clock was set back: one of tomorrow does not count for today.
    expect(isDailyDue([backup('daily', now + dayMs)], now)).toBe(true);
  });
});

it.each([
  [{ errcode: 5 }, 'busy'],
  [{ errcode: 13 }, 'full'],
  [{ errcode: 8 | (1 << 8) }, 'read-only'],
  [{ errcode: 10 | (12 << 8) }, 'disk-error'],
  [{ errcode: 11 | (1 << 8) }, 'damaged'],
  [{ errcode: 26 }, 'damaged'],
  [{ errcode: 19 }, 'other'],
  [{ code: 'ENOSPC' }, 'full'],
  [{ code: 'EROFS' }, 'read-only'],
  [new Error('seen', { cause: { errcode: 13 } }), 'full'],
  ['words', 'other'],
])('what SQLite says is told as what a person can do: %o', (error, problem) => {
  expect(storageProblem(error)).toBe(problem);
});

it('starts again in the same folder, without what was asked for once', () => {
  const done: unknown[] = [];
  const app = { relaunch: (options: unknown) => done.push(options), quit: () => done.push('quit') };
  const argv = ['/opt/dialdesk', '--no-sandbox', '--provision=/etc/dialdesk.json', '--call=558', '--hidden', 'tel:558'];
  restartProgram(app, ['/opt/dialdesk', '--user-data-dir=/home/a'], argv);
  expect(done).toEqual([
    { execPath: '/opt/dialdesk', args: ['--user-data-dir=/home/a', '--no-sandbox', '--provision=/etc/dialdesk.json'] },
    'quit',
  ]);
});
