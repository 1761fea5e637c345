import type { NotificationChange } from './notification-decision.ts';
import type { DeskNotification } from './notification-model.ts';

const pauseMs = 1000;
/** More than these nobody reads; the window has them all. */
const mostWaiting = 3;

/** Whatever happens, at most one notification a second appears. Taking away goes at once. */
export interface NotificationPace {
  take(changes: readonly NotificationChange[]): void;
  stop(): void;
}

export function createNotificationPace(publish: (change: NotificationChange) => void): NotificationPace {
  const waiting = new Map<string, DeskNotification>();
  let timer: NodeJS.Timeout | null = null;
  const showNext = () => {
    timer = null;
    const [next] = waiting.values();
    if (next === undefined) return;
    waiting.delete(next.key);
    timer = setTimeout(showNext, pauseMs);
    publish({ do: 'show', notification: next });
  };
  const close = (key: string) => {
    waiting.delete(key);
    publish({ do: 'close', key });
  };
  return {
    take(changes) {
      for (const change of changes) {
        if (change.do === 'close') close(change.key);
        else waiting.set(change.notification.key, change.notification);
      }
      // What stands there of them would be out of date.
      for (const key of [...waiting.keys()].slice(0, -mostWaiting)) close(key);
      if (timer === null) showNext();
    },
    stop() {
      waiting.clear();
      if (timer !== null) clearTimeout(timer);
    },
  };
}
