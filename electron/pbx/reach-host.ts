import { connect as connectPlain } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { type FetchFailure, networkFailure } from './network-failure.ts';
import { type PinnedCertificate, tlsOptions, trustFailure } from './tls-trust.ts';

/** Why an origin cannot be connected to; null when it can. Sends nothing but a TLS handshake where the origin asks for one. */
export function reachHost(
  origin: string,
  pinned: PinnedCertificate | null,
  timeoutMs: number,
): Promise<FetchFailure | null> {
  const { protocol, hostname, port } = new URL(origin);
  const secure = protocol === 'https:';
  const host = hostname.replace(/^\[|\]$/g, '');
  const place = { host, port: Number(port === '' ? (secure ? 443 : 80) : port) };
  return new Promise((resolve) => {
    let connected = false;
    const socket = secure ? connectTls({ ...place, ...tlsOptions(host, pinned) }) : connectPlain(place);
    const settle = (failure: FetchFailure | null) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(failure);
    };
    const timer = setTimeout(() => settle({ kind: 'timeout', phase: 'connect' }), timeoutMs);
    socket.once('connect', () => {
      connected = true;
      if (!secure) settle(null);
    });
    socket.once('secureConnect', () => settle(null));
    // Stays after the end: a socket that is torn down may still report what it thinks of it.
    socket.on('error', (problem) => {
      settle(trustFailure(networkFailure(problem, { connected, sent: false, secure }), pinned));
    });
    socket.once('close', () => settle(secure && connected ? { kind: 'tls-failed' } : { kind: 'connection-lost' }));
  });
}
