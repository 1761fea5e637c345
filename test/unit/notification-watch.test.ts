import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { NotificationChange } from '../../electron/desk/notification-decision.ts';
import { createNotificationWatch, type NotificationFacts } from '../../electron/desk/notification-watch.ts';
import type { Call } from '../../shared/domain/call.ts';
import { defaultSettings } from '../../shared/settings/defaults.ts';
import { anOriginatedCall, aRecord, morningMs } from '../support/call-builders.ts';
import { listenerStatus } from '../support/listener-status.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function told(inFront: NotificationFacts['inFront'], call: Call): readonly NotificationChange[] {
  const changes: NotificationChange[] = [];
  const watch = createNotificationWatch({
    clock: () => morningMs,
    nameOf: () => '',
    runningSinceMs: morningMs - 1000,
    facts: () => ({
      state: {
        effective: { ...defaultSettings, mode: 'simotel' },
        pbx: { state: 'reached', atMs: 1, roundTripMs: 3 },
        listener: listenerStatus,
        missed: { unhandled: 0, unseen: 0 },
      },
      inFront,
      dueFollowUps: [],
    }),
    publish: (change) => changes.push(change),
  });
  // As at the start: what was there before is of another set-up.
  watch.changed();
  vi.advanceTimersByTime(100);
  watch.callChanged(call);
  vi.advanceTimersByTime(100);
  watch.stop();
  return changes;
}

const refused = anOriginatedCall({}, { outcome: 'refused', outcomeMessage: 'no', outcomeAtMs: morningMs });
const unconfirmed = anOriginatedCall({}, { outcome: 'unknown', outcomeMessage: 'pbx-timeout' });
const busy = anOriginatedCall({}, { outcome: 'accepted', records: { cdr: aRecord({ disposition: 'busy' }) } });

it.each([
  ['no window of ours', null, [1, 1, 1]],
  ['the main window', 'main', [0, 0, 0]],
  ['the small window', 'compact', [0, 0, 0]],
  // It has closed when a call was accepted, and shows nothing of how that went on.
  ['the palette', 'quick-dial', [0, 0, 1]],
] as const)('a call that does not come about is told unless it is seen: with %s in front', (_, inFront, expected) => {
  expect([refused, unconfirmed, busy].map((call) => told(inFront, call).length)).toEqual(expected);
});
