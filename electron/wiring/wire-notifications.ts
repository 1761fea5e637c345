import type { AppState } from '../../shared/ipc/app-state-schema.ts';
import type { NotificationChange } from '../desk/notification-decision.ts';
import { createNotificationWatch, type NotificationFacts } from '../desk/notification-watch.ts';
import type { Foundation } from './foundation.ts';

/** What is said outside of the window. */
export function wireNotifications(
  { clock, startedAtMs }: Foundation,
  parts: {
    readonly state: () => AppState;
    readonly nameOf: (number: string) => string;
    readonly inFront: () => NotificationFacts['inFront'];
    readonly dueFollowUps: () => NotificationFacts['dueFollowUps'];
    readonly publish: (change: NotificationChange) => void;
  },
) {
  return createNotificationWatch({
    clock,
    runningSinceMs: startedAtMs,
    nameOf: parts.nameOf,
    facts: () => ({ state: parts.state(), inFront: parts.inFront(), dueFollowUps: parts.dueFollowUps() }),
    publish: parts.publish,
  });
}

export type WiredNotifications = ReturnType<typeof wireNotifications>;
