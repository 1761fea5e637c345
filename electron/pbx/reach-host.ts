import { connectTo } from './connection.ts';
import { type FetchFailure, networkFailure } from './network-failure.ts';
import { type PinnedCertificate, trustFailure } from './tls-trust.ts';

/** Why an origin cannot be connected to; null when it can. Sends nothing but a TLS handshake where the origin asks for one. */
export function reachHost(
  origin: string,
  pinned: PinnedCertificate | null,
  timeoutMs: number,
): Promise<FetchFailure | null> {
  return new Promise((resolve) => {
    const { socket, secure, connected, whenStands } = connectTo(origin, pinned);
    const settle = (failure: FetchFailure | null) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(failure);
    };
    const timer = setTimeout(() => settle({ kind: 'timeout', phase: 'connect' }), timeoutMs);
    whenStands(() => settle(null));
    socket.on('error', (problem) => {
      settle(trustFailure(networkFailure(problem, { connected: connected(), sent: false, secure }), pinned));
    });
    socket.once('close', () => settle(secure && connected() ? { kind: 'tls-failed' } : { kind: 'connection-lost' }));
  });
}
