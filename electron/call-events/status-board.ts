import type { ListenerStatus } from '../../shared/ipc/listener-contract.ts';
import { toKnownEventName } from './event-names-wire.ts';

export type Rejection = keyof ListenerStatus['rejected'];
type Standing = Pick<ListenerStatus, 'state' | 'address' | 'port' | 'problem'>;

/** What the listener tells of itself. A change of state is announced at once, counts together now and then. */
export interface StatusBoard {
  status(): ListenerStatus;
  stand(standing: Standing): void;
  /** The listener is being started; announced with what it stands at then. */
  countStart(): void;
  countReceived(name: string, atMs: number): void;
  countRejected(reason: Rejection): void;
  /** Begins all counts anew: another PBX sends from now on. */
  clear(): void;
}

export const off: Standing = { state: 'off', address: null, port: null, problem: null };

export function createStatusBoard(announceEveryMs: number, onStatus: (status: ListenerStatus) => void): StatusBoard {
  let standing = off;
  let starts = 0;
  let lastEventAtMs: number | null = null;
  let lastEventName: string | null = null;
  let timer: NodeJS.Timeout | null = null;
  const received = new Map<string, number>();
  const nothingRejected = { address: 0, credentials: 0, malformed: 0, dropped: 0 };
  let rejected = { ...nothingRejected };

  const status = (): ListenerStatus => ({
    ...standing,
    starts,
    lastEventAtMs,
    lastEventName,
    receivedByName: Object.fromEntries(received),
    rejected: { ...rejected },
  });

  const announce = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    onStatus(status());
  };

  const announceSoon = () => {
    timer ??= setTimeout(announce, announceEveryMs);
  };

  return {
    status,
    stand: (next) => {
      standing = next;
      announce();
    },
    countStart: () => {
      starts += 1;
    },
    countReceived: (name, atMs) => {
      // Senders make up names; the list of counts must not grow with them.
      const counted = toKnownEventName(name) ?? 'other';
      received.set(counted, (received.get(counted) ?? 0) + 1);
      lastEventAtMs = atMs;
      lastEventName = counted;
      announceSoon();
    },
    countRejected: (reason) => {
      rejected[reason] += 1;
      announceSoon();
    },
    clear: () => {
      lastEventAtMs = null;
      lastEventName = null;
      received.clear();
      rejected = { ...nothingRejected };
      announce();
    },
  };
}
