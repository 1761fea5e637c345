import type { ListenerStatus } from '../../shared/ipc/listener-contract.ts';

/** Of a listener that nobody wants. */
export const listenerStatus: ListenerStatus = {
  state: 'off',
  address: null,
  port: null,
  starts: 0,
  problem: null,
  lastEventAtMs: null,
  lastEventName: null,
  receivedByName: {},
  rejected: { address: 0, credentials: 0, malformed: 0, dropped: 0 },
};
