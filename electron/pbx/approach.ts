import { type Connection, connectTo } from './connection.ts';
import type { PinnedCertificate } from './tls-trust.ts';

/** Shorter than any server waits for its first request. */
const keptMs = 4000;

/**
 * A connection begun before there is anything to send, so that a call need not wait for it. Taken once, by one request; nobody asks for
 * it in time, and it is closed.
 */
export interface Approach {
  begin(origin: string, pinned: PinnedCertificate | null): void;
  /** The one that was begun, if it is to that origin and may still be used, else a new one. */
  take(origin: string, pinned: PinnedCertificate | null): Connection;
}

export function createApproach(keepMs = keptMs): Approach {
  let begun: { readonly to: string; readonly connection: Connection; readonly timer: NodeJS.Timeout } | null = null;
  const nameOf = (origin: string, pinned: PinnedCertificate | null) => `${origin} ${pinned?.fingerprint256 ?? ''}`;
  const leave = () => {
    if (begun === null) return;
    clearTimeout(begun.timer);
    begun.connection.socket.destroy();
    begun = null;
  };
  return {
    begin(origin, pinned) {
      const to = nameOf(origin, pinned);
      if (begun !== null && begun.to === to && isUsable(begun.connection)) return;
      leave();
      const timer = setTimeout(leave, keepMs);
      timer.unref();
      begun = { to, connection: connectTo(origin, pinned), timer };
    },
    take(origin, pinned) {
      if (begun?.to !== nameOf(origin, pinned) || !isUsable(begun.connection)) {
        leave();
        return connectTo(origin, pinned);
      }
      const { connection, timer } = begun;
      clearTimeout(timer);
      begun = null;
      return connection;
    },
  };
}

/** Neither ended nor spoken on: what a server says unasked is that it gives up the connection. */
function isUsable({ socket, problem }: Connection): boolean {
  return problem() === null && !socket.destroyed && !socket.readableEnded && socket.readableLength === 0;
}
