import type { NotificationFacts } from '../../electron/desk/notification-watch.ts';

/** Of a listener that nobody wants. */
export const listenerStatus: NotificationFacts['state']['listener'] = {
  state: 'off',
  address: null,
  port: null,
  problem: null,
  lastEventAtMs: null,
  lastEventName: null,
  receivedByName: {},
  rejected: { address: 0, credentials: 0, malformed: 0, dropped: 0 },
};
