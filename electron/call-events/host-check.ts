import { isIP } from 'node:net';
import { hostname, networkInterfaces } from 'node:os';
import { plainAddress } from './allow-list.ts';

/** What this listener may be called. `host` is as configured, `address` what the socket is bound to. */
export interface OwnAddress {
  readonly host: string;
  readonly address: string;
  readonly port: number;
}

/**
 * Whether a request was meant for us. A page in a browser can be made to send requests here under a name of its own
 * (DNS rebinding); it cannot send them under our address. node:http itself accepts a missing and a repeated Host.
 */
export function checkHost(hosts: readonly string[], own: OwnAddress): 'own' | 'malformed' | 'foreign' {
  const [host] = hosts;
  const asked = host === undefined || hosts.length !== 1 ? null : parseHost(host);
  if (asked === null) return 'malformed';
  return asked.port === own.port && isOwnName(asked.name, own) ? 'own' : 'foreign';
}

function parseHost(text: string): { readonly name: string; readonly port: number } | null {
  const match = /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::([0-9]{1,5}))?$/i.exec(text.trim());
  const name = match?.[1]?.toLowerCase();
  if (name === undefined) return null;
  const bare = name.startsWith('[') ? name.slice(1, -1) : name;
  if (name.startsWith('[') && isIP(bare) !== 6) return null;
  return { name: plainAddress(bare), port: Number(match?.[2] ?? 80) };
}

function isOwnName(name: string, own: OwnAddress): boolean {
  if (isIP(name) === 0) {
    return name === hostname().toLowerCase() || (isIP(own.host) === 0 && name === own.host.toLowerCase());
  }
  const bound = plainAddress(own.address);
  return isEveryAddress(bound) ? localAddresses().includes(name) : name === bound;
}

/** The address to tell people: of a listener on all interfaces, one that others can reach. */
export function reachableAddress(bound: string): string {
  const address = plainAddress(bound);
  if (!isEveryAddress(address)) return address;
  const outside = interfaces().find((entry) => entry.family === 'IPv4' && !entry.internal);
  return outside?.address ?? '127.0.0.1';
}

function isEveryAddress(address: string): boolean {
  return address === '0.0.0.0' || address === '::';
}

function localAddresses(): readonly string[] {
  return interfaces().map((entry) => plainAddress(entry.address));
}

function interfaces() {
  return Object.values(networkInterfaces()).flatMap((entries) => entries ?? []);
}
