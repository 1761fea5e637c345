import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFollowUpClock } from '../../electron/after-call/follow-up-clock.ts';
import { createFollowUpNews } from '../../electron/desk/follow-up-news.ts';
import type { NotificationChange } from '../../electron/desk/notification-decision.ts';
import { createNotificationWatch } from '../../electron/desk/notification-watch.ts';
import type { OpenFollowUp } from '../../shared/domain/after-call/follow-up.ts';
import { defaultSettings } from '../../shared/settings/defaults.ts';
import { listenerStatus } from '../support/listener-status.ts';

const noonMs = new Date(2024, 0, 21, 12).getTime();

beforeEach(() => {
  vi.useFakeTimers();
  vi.setSystemTime(noonMs);
});
afterEach(() => void vi.useRealTimers());

function followUp(callId: string, atMs: number): OpenFollowUp {
  return { callId, number: '0912', note: '', startedAtMs: 0, atMs, changedAtMs: 0 };
}

describe('the news of follow-ups', () => {
  it('are one for those that are found due together, which stays as it was said until the last is done', () => {
    const news = createFollowUpNews();
    const [a, b, c] = [followUp('a', 1), followUp('b', 2), followUp('c', 3)];
    const nameOf = () => 'Ali';
    expect(news([a, b], nameOf)).toMatchObject([{ callId: 'a', name: 'Ali', others: 1 }]);
    const [first] = news([b], nameOf);
    expect(first).toMatchObject({ callId: 'a', others: 1 });
    expect(news([b, c], nameOf)).toMatchObject([{ callId: 'a' }, { callId: 'c', others: 0 }]);
    expect(news([c], nameOf)).toMatchObject([{ callId: 'c' }]);
    // Put off and due again it is news again.
    news([], nameOf);
    expect(news([followUp('c', 9)], nameOf)[0]?.key).not.toBe(first?.key);
    expect(news([], nameOf)).toEqual([]);
  });
});

describe('the clock of follow-ups', () => {
  it('tells each moment at which one more is due, also when the computer slept over it', () => {
    const open = [followUp('a', noonMs + 5000), followUp('b', noonMs + 90_000)];
    const told: string[][] = [];
    const clock = createFollowUpClock({
      open: () => open,
      clock: () => Date.now(),
      onDue: () => told.push(clock.due().map(({ callId }) => callId)),
      onTick: () => {},
    });
    clock.look();
    expect(told).toEqual([[]]);
    vi.advanceTimersByTime(5000);
    expect(told.at(-1)).toEqual(['a']);
    vi.setSystemTime(noonMs + 200_000);
    vi.advanceTimersByTime(20_000);
    expect(told.at(-1)).toEqual(['a', 'b']);
    clock.stop();
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('a reminder', () => {
  const shown: NotificationChange[] = [];
  const watchAt = (
    notifications: Partial<typeof defaultSettings.notifications>,
    due: () => readonly OpenFollowUp[],
  ) => {
    shown.length = 0;
    return createNotificationWatch({
      clock: () => Date.now(),
      nameOf: () => '',
      runningSinceMs: noonMs,
      facts: () => ({
        state: {
          effective: {
            ...defaultSettings,
            mode: 'simotel',
            notifications: { ...defaultSettings.notifications, ...notifications },
          },
          pbx: { state: 'reached', atMs: 1, roundTripMs: 3 },
          listener: listenerStatus,
          missed: { unhandled: 0, unseen: 0 },
        },
        // It calls away from whatever is in front.
        inFront: 'main',
        dueFollowUps: due(),
      }),
      publish: (change) => shown.push(change),
    });
  };
  const look = (watch: ReturnType<typeof watchAt>) => {
    watch.changed();
    vi.advanceTimersByTime(2000);
  };

  it('is shown once, also over our own window, and taken away when it is done', () => {
    let due = [followUp('a', noonMs)];
    const watch = watchAt({}, () => due);
    look(watch);
    look(watch);
    expect(shown).toMatchObject([{ do: 'show', notification: { kind: 'followUp', callId: 'a' } }]);
    due = [];
    look(watch);
    expect(shown).toHaveLength(2);
    expect(shown[1]).toMatchObject({ do: 'close' });
    watch.stop();
  });

  it('waits for the end of quiet hours, and is not shown where the agent wants none', () => {
    const quiet = watchAt({ quietHours: 'all', quietFrom: '11:00', quietTo: '13:00' }, () => [followUp('a', noonMs)]);
    look(quiet);
    expect(shown).toEqual([]);
    vi.setSystemTime(noonMs + 61 * 60_000);
    look(quiet);
    expect(shown).toMatchObject([{ do: 'show', notification: { callId: 'a' } }]);
    quiet.stop();
    const off = watchAt({ followUp: false }, () => [followUp('a', noonMs)]);
    look(off);
    expect(shown).toEqual([]);
    off.stop();
  });
});
