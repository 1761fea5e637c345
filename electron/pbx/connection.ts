import { connect as connectPlain, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { type PinnedCertificate, tlsOptions } from './tls-trust.ts';

/** One connection to an origin, from the moment it is begun. Nothing is sent on it but a TLS handshake where the origin asks for one. */
export interface Connection {
  readonly socket: Socket;
  readonly secure: boolean;
  /** The other side answered; with TLS its certificate may still be wrong. */
  readonly connected: () => boolean;
  /** What ended it, as the system or TLS says; null: nothing yet. */
  readonly problem: () => Error | null;
  /** It may be written to: with TLS the certificate was verified. */
  readonly stands: () => boolean;
  /** At once where it stands already; never where it does not come to stand. */
  readonly whenStands: (work: () => void) => void;
}

export function connectTo(origin: string, pinned: PinnedCertificate | null): Connection {
  const { protocol, hostname, port } = new URL(origin);
  const secure = protocol === 'https:';
  const host = hostname.replace(/^\[|\]$/g, '');
  const place = { host, port: Number(port === '' ? (secure ? 443 : 80) : port) };
  const socket = secure ? connectTls({ ...place, ...tlsOptions(host, pinned) }) : connectPlain(place);
  let connected = false;
  let stands = false;
  let ended: Error | null = null;
  socket.setNoDelay(true);
  socket.once('connect', () => {
    connected = true;
  });
  // Not before the certificate is verified: until then there are no bytes of ours that a wrong server could get.
  socket.once(secure ? 'secureConnect' : 'connect', () => {
    stands = true;
  });
  // Stays after the end: a socket that is torn down may still report what it thinks of it.
  socket.on('error', (problem) => {
    ended ??= problem;
  });
  return {
    socket,
    secure,
    connected: () => connected,
    problem: () => ended,
    stands: () => stands,
    whenStands(work) {
      if (stands) work();
      else socket.once(secure ? 'secureConnect' : 'connect', work);
    },
  };
}
