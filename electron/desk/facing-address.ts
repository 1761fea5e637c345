import { createSocket } from 'node:dgram';
import { lookup } from 'node:dns/promises';

/** A listener there would be open to every network. */
const unspecified: readonly string[] = ['0.0.0.0', '::'];

/** The address of this computer that faces a host, i.e. the one the host can answer to; null without a way there. Sends nothing. */
export async function facingAddress(host: string): Promise<string | null> {
  const target = await addressesOf(host);
  const first = target.at(0);
  if (first === undefined) return null;
  return new Promise((resolve) => {
    const socket = createSocket(first.includes(':') ? 'udp6' : 'udp4');
    const finish = (address: string | null) => {
      socket.close();
      resolve(address === null || unspecified.includes(address) ? null : address);
    };
    // Connecting a datagram socket only picks the route and with it the local address. Events rather than a callback: the
    // callback would get the error in place of the event, and the address of a socket without a route is 0.0.0.0.
    socket.once('error', () => finish(null));
    socket.once('connect', () => finish(socket.address().address));
    socket.connect(9, first);
  });
}

/** Numeric addresses of a host, empty when its name is not known. */
export async function addressesOf(host: string): Promise<readonly string[]> {
  try {
    const found = await lookup(host.replace(/^\[|\]$/g, ''), { all: true });
    return found.map(({ address }) => address);
  } catch {
    return [];
  }
}
