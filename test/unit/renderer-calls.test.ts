import { describe, expect, it } from 'vitest';
import {
  callPhase,
  mayBeOver,
  missingEnd,
  unseenReason,
  watchedPhase,
} from '../../renderer/features/active-call/call-phase.ts';
import { historyRows, type PartOfCalls, stepSelection } from '../../renderer/features/history/list/history-rows.ts';
import { rowAt, rowHeight } from '../../renderer/features/history/list/row-heights.ts';
import { withCalls } from '../../renderer/stores/call-order.ts';
import { currentCall } from '../../renderer/stores/current-call.ts';
import { dayKey } from '../../renderer/text/format-time.ts';
import type { Call } from '../../shared/domain/call.ts';
import { startCall } from '../../shared/domain/start-call.ts';
import type { ListenerStatus } from '../../shared/ipc/listener-contract.ts';
import { defaultSettings } from '../../shared/settings/defaults.ts';
import { listenerStatus } from '../support/listener-status.ts';

const atMs = Date.UTC(2026, 10, 21, 9);
const minute = 60_000;

function call(id: string, startedAtMs: number, change: Partial<Call> = {}): Call {
  const request = {
    caller: '557',
    callee: '09123456789',
    callerId: '557',
    dialplanContext: 'main_routing',
    trunkName: null,
    timeoutSeconds: 30,
    callLimitSeconds: null,
  };
  return { ...startCall(id, 'main', request, startedAtMs), ...change };
}

const bare = (calls: readonly Call[]) => calls.map((one) => ({ call: one, work: null }));
const ended: Partial<Call> = { settlement: { atMs, disposition: 'unknown', reason: 'no-events' } };

const allCalls: PartOfCalls = { complete: true, newest: true, above: 0 };

describe('the list of calls', () => {
  it('stays newest first, each call once', () => {
    const list = withCalls([call('b', atMs + 2), call('a', atMs)], [call('c', atMs + 1), call('a', atMs, ended)]);
    expect(list.map((entry) => entry.id)).toEqual(['b', 'c', 'a']);
    expect(list[2]?.settlement).not.toBeNull();
  });

  it('has a heading before the first call of each day', () => {
    const style = { language: 'en', calendar: 'gregorian', digits: 'latin', timeZone: 'UTC' } as const;
    const rows = historyRows(
      bare([call('c', atMs), call('b', atMs - minute), call('a', atMs - 1440 * minute)]),
      style,
      allCalls,
    );
    expect(rows.map((row) => row.kind)).toEqual(['day', 'call', 'call', 'day', 'call']);
    expect(stepSelection(rows, 'b', 1)).toBe('a');
    expect(stepSelection(rows, 'a', 1)).toBe('a');
    expect(stepSelection(rows, null, 1)).toBe('c');
    expect(stepSelection(rows, 'c', rows.length)).toBe('a');
  });

  it('has a place for what is not read yet, which is no call to choose', () => {
    const style = { language: 'en', calendar: 'gregorian', digits: 'latin', timeZone: 'UTC' } as const;
    const rows = historyRows(bare([call('b', atMs), call('a', atMs - minute)]), style, {
      ...allCalls,
      complete: false,
    });
    expect(rows.map((row) => row.kind)).toEqual(['day', 'call', 'call', 'more']);
    expect(stepSelection(rows, 'a', 1)).toBe('a');
    expect(stepSelection(rows, 'b', rows.length)).toBe('a');
  });
});

describe('the place in the list', () => {
  it('is the row at the top, whichever form the rows have', () => {
    const style = { language: 'en', calendar: 'gregorian', digits: 'latin', timeZone: 'UTC' } as const;
    const rows = historyRows(
      bare(Array.from({ length: 30 }, (_, index) => call(`${index}`, atMs - index * minute))),
      style,
      { ...allCalls, complete: false },
    );
    for (const columns of [false, true]) {
      let offset = 0;
      for (const [index, row] of rows.entries()) {
        expect(rowAt(rows, offset, columns)).toBe(index);
        offset += rowHeight(row, columns);
        expect(rowAt(rows, offset - 1, columns)).toBe(index);
      }
      expect(rowAt(rows, offset + 500, columns)).toBe(rows.length - 1);
    }
  });
});

describe('the days of the list', () => {
  it('begin where the calendar of the zone says, also where clocks change at midnight', () => {
    for (const timeZone of ['UTC', 'Asia/Tehran', 'Asia/Kathmandu', 'America/Havana', 'America/Sao_Paulo']) {
      const style = { language: 'en', calendar: 'gregorian', digits: 'latin', timeZone } as const;
      // In these weeks Tehran and Sao Paulo skip midnight and Havana has it twice; the first one is like others.
      const weeks = [
        [0, 2],
        [2, 6],
        [2, 18],
        [8, 18],
        [9, 12],
        [10, 1],
      ].map(([month = 0, day]) => Date.UTC(2017, month, day));
      const calls = weeks
        .flatMap((from) => Array.from({ length: 7 * 24 }, (_, hour) => from + hour * 60 * minute))
        .map((startedAtMs) => call(`${startedAtMs}`, startedAtMs))
        .reverse();
      const headed = historyRows(bare(calls), style, allCalls).flatMap((row) => (row.kind === 'day' ? [row.key] : []));
      const days = [...new Set(calls.map((entry) => `day ${dayKey(entry.startedAtMs, style)}`))];
      expect({ timeZone, headed }).toEqual({ timeZone, headed: days });
    }
  });
});

describe('the call on the card', () => {
  const none = new Map<string, number>();
  const nobody = new Set<string>();

  it('is the newest one under way, our own before others', () => {
    const incoming = call('x', atMs + 5, { outcome: 'none', direction: 'inbound' });
    expect(currentCall([incoming, call('b', atMs), call('a', atMs - 5)], none, nobody, atMs)?.id).toBe('b');
    expect(currentCall([incoming], none, nobody, atMs)?.id).toBe('x');
  });

  it('stays after its end until it is closed', () => {
    const calls = [call('a', atMs, ended)];
    const live = new Map([['a', 3]]);
    expect(currentCall(calls, live, nobody, atMs)?.id).toBe('a');
    expect(currentCall(calls, live, new Set(['a']), atMs)).toBeNull();
  });

  it('is none that ended before the window opened, nor one from yesterday whose end was missed', () => {
    expect(currentCall([call('a', atMs, ended)], none, nobody, atMs)).toBeNull();
    expect(currentCall([call('a', atMs - 1440 * minute)], none, nobody, atMs)).toBeNull();
  });
});

describe('closing a call', () => {
  const talking = call('a', atMs, { outcome: 'accepted', observed: { 'agent-in-use': atMs, 'other-in-use': atMs } });

  it('is possible when it ended, or when it can ring no more and its end may have been missed', () => {
    expect(mayBeOver(call('a', atMs, ended), atMs)).toBe(true);
    const silent = call('a', atMs, { outcome: 'accepted' });
    expect(mayBeOver(silent, atMs + 39_999)).toBe(false);
    expect(mayBeOver(silent, atMs + 40_000)).toBe(true);
    expect(mayBeOver({ ...silent, timeoutSeconds: null }, atMs + 40_000)).toBe(true);
    expect(mayBeOver({ ...silent, timeoutSeconds: 300 }, atMs + 40_000)).toBe(false);
  });

  it('is not possible as long as it was picked up and no end was seen', () => {
    expect(mayBeOver(talking, atMs + 60 * minute)).toBe(false);
    const up = call('a', atMs, { outcome: 'accepted', observed: { 'agent-in-use': atMs } });
    expect(mayBeOver(up, atMs + 60 * minute)).toBe(false);
  });

  it('is offered as a step of its own when its end seems to be missing', () => {
    expect(missingEnd(talking, atMs + 2 * minute - 1)).toBeNull();
    expect(missingEnd(talking, atMs + 2 * minute)).toBe('quiet');
    expect(missingEnd(talking, atMs + 60 * minute)).toBe('quiet');
    const limited = { ...talking, callLimitSeconds: 30 };
    expect(missingEnd(limited, atMs + 45_000)).toBeNull();
    expect(missingEnd(limited, atMs + 45_001)).toBe('overdue');
    const heardLater = { ...talking, observed: { ...talking.observed, 'agent-alive-again': atMs + minute } };
    expect(missingEnd(heardLater, atMs + 2 * minute)).toBeNull();
    const up = call('a', atMs, { outcome: 'accepted', observed: { 'agent-in-use': atMs } });
    expect(missingEnd(up, atMs + 2 * minute - 1)).toBeNull();
    expect(missingEnd(up, atMs + 2 * minute)).toBe('overdue');
  });

  it('is no step of its own while the phone only rings, or once the end was seen', () => {
    const ringing = call('a', atMs, { outcome: 'accepted', observed: { 'agent-ringing': atMs } });
    expect(missingEnd(ringing, atMs + 10 * minute)).toBeNull();
    expect(missingEnd({ ...talking, ...ended }, atMs + 10 * minute)).toBeNull();
  });

  it('is for good, whatever is heard of it later', () => {
    const live = new Map([['a', 3]]);
    const closed = new Set(['a']);
    expect(currentCall([talking], live, closed, atMs)).toBeNull();
    expect(currentCall([{ ...talking, ...ended }], live, closed, atMs)).toBeNull();
    const moved = { ...talking, startedAtMs: atMs - minute, observed: { ...talking.observed, 'agent-idle': atMs } };
    expect(currentCall([moved], live, closed, atMs)).toBeNull();
  });
});

describe('what the card says', () => {
  const listener: ListenerStatus = {
    ...listenerStatus,
    state: 'listening',
    port: 8088,
    lastEventAtMs: atMs,
  };
  const settings = { ...defaultSettings, mode: 'simotel' as const };
  const accepted = call('a', atMs, { outcome: 'accepted', outcomeAtMs: atMs });

  it('tells an unconfirmed request from an accepted one', () => {
    expect(callPhase(call('a', atMs))).toBe('asking');
    expect(callPhase(accepted)).toBe('accepted');
    expect(callPhase(call('a', atMs, { outcome: 'unknown' }))).toBe('unconfirmed');
    expect(callPhase(call('a', atMs, { outcome: 'refused', outcomeAtMs: atMs }))).toBe('ended');
    expect(callPhase({ ...accepted, observed: { 'agent-ringing': atMs } })).toBe('ringingCaller');
  });

  it('does not go on telling what a call did that nobody watched since', () => {
    const talking = { ...accepted, observed: { 'agent-in-use': atMs, 'other-in-use': atMs } };
    expect(watchedPhase(talking, atMs)).toBe('talking');
    expect(watchedPhase(talking, atMs + 1)).toBe('unwatched');
    expect(watchedPhase(accepted, atMs + 1)).toBe('unwatched');
    expect(
      watchedPhase({ ...talking, observed: { ...talking.observed, 'agent-alive-again': atMs + 2 } }, atMs + 1),
    ).toBe('talking');
    expect(watchedPhase({ ...talking, ...ended }, atMs + 1)).toBe('ended');
    expect(watchedPhase(call('a', atMs, { outcome: 'unknown' }), atMs + 1)).toBe('unconfirmed');
  });

  it('admits that nothing can be seen while no event ever came or nobody listens', () => {
    expect(unseenReason(accepted, { listener, settings })).toBeNull();
    expect(unseenReason(accepted, { listener: { ...listener, state: 'port-in-use' }, settings })).toBe('eventsOff');
    const silent = { ...listener, lastEventAtMs: null };
    expect(unseenReason(accepted, { listener: silent, settings })).toBe('eventsSilent');
    expect(unseenReason(accepted, { listener: silent, settings: { ...settings, mode: 'demo' } })).toBeNull();
    expect(
      unseenReason({ ...accepted, observed: { 'agent-ringing': atMs } }, { listener: silent, settings }),
    ).toBeNull();
  });
});
