import { isIPv4, isIPv6 } from 'node:net';
import { toLatinDigits } from '../../shared/domain/digits.ts';
import type { PbxAddressProblem, PbxError } from '../../shared/errors.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { hostKind, isLoopback } from './host-kind.ts';

/** Where the PBX's API is. `host` is for messages: never with credentials, with the port when it is not the usual one. */
export interface PbxAddress {
  readonly origin: string;
  /** Such as `/api/v4`, without a slash at the end. */
  readonly basePath: string;
  readonly host: string;
  /** What stood before an `@`; belongs in the vault and nowhere else. */
  readonly user: string | null;
  readonly password: string | null;
}

export interface PbxAddressRules {
  readonly allowPlainHttp: boolean;
  /** Of our own event listener: a PBX there would be ourselves. */
  readonly ownListener: { readonly host: string; readonly port: number } | null;
}

/** A PBX address the way people type or paste it, made into the base address of the API. */
export function parsePbxAddress(typed: string, rules: PbxAddressRules): Result<PbxAddress, PbxError> {
  const { address, user, password } = splitCredentials(typed);
  const { scheme, rest } = splitScheme(address);
  if (rest === '') {
    return invalid('empty');
  }
  if (scheme !== null && scheme !== 'http' && scheme !== 'https') {
    return invalid('scheme');
  }
  if (/[?#]/.test(rest)) {
    return invalid('query-or-fragment');
  }
  const { authority, path } = splitPath(rest);
  const place = parseAuthority(authority);
  if (typeof place === 'string') {
    return invalid(place);
  }
  const kind = hostKind(place.hostname);
  if (kind === 'forbidden') {
    return invalid('forbidden-host');
  }
  const secure = scheme === null ? kind === 'public' : scheme === 'https';
  const port = place.port ?? (secure ? 443 : 80);
  if (rules.ownListener !== null && isOwnListener(place.hostname, port, rules.ownListener)) {
    return invalid('own-listener');
  }
  const basePath = toBasePath(path, place.hostname);
  if (basePath === null) {
    return invalid('unreadable');
  }
  const written = place.hostname.includes(':') ? `[${place.hostname}]` : place.hostname;
  const { origin, host } = new URL(`${secure ? 'https' : 'http'}://${written}:${port}`);
  if (!secure && kind === 'public' && !rules.allowPlainHttp) {
    return fail({ code: 'pbx-plain-http-public', host });
  }
  return succeed({ origin, basePath, host, user: user ?? null, password: password ?? null });
}

/**
 * Takes `user:password@` out of a typed address. Parse the address before keeping it: in a text that is not a readable
 * address, nobody can tell what is a password.
 */
export function splitCredentials(typed: string): {
  readonly address: string;
  readonly user?: string;
  readonly password?: string;
} {
  const text = withoutInvisibles(typed);
  const { scheme, rest } = splitScheme(text);
  // As in any URL, only an @ before the first slash ends the credentials: `host/@evil` is still `host`.
  const authorityEnd = rest.search(/[/?#\\]/);
  const authority = authorityEnd === -1 ? rest : rest.slice(0, authorityEnd);
  const at = authority.lastIndexOf('@');
  if (at === -1) {
    return { address: text };
  }
  const written = authority.slice(0, at);
  const colon = written.indexOf(':');
  return {
    address: `${scheme === null ? '' : `${scheme}://`}${rest.slice(at + 1)}`,
    user: percentDecoded(colon === -1 ? written : written.slice(0, colon)),
    ...(colon === -1 ? {} : { password: percentDecoded(written.slice(colon + 1)) }),
  };
}

function invalid(reason: PbxAddressProblem): Result<never, PbxError> {
  return fail({ code: 'pbx-address-invalid', reason });
}

/** Pasted addresses bring spaces, direction marks and zero-width characters along. */
function withoutInvisibles(typed: string): string {
  return typed.replace(/[\p{Cc}\p{Cf}]/gu, '').trim();
}

// Without `//` these cannot be a host name with a port.
const schemeWithoutSlashes = /^(https?|wss?|ftp|file|sips?|tel|mailto|javascript|data|about|blob):(?!\d+(?:\/|$))/i;

/** The scheme in small letters, null when none was typed. `http:/host` and `http:\\host` pass as `http://host`. */
function splitScheme(text: string): { readonly scheme: string | null; readonly rest: string } {
  const match = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text) ?? schemeWithoutSlashes.exec(text);
  if (match?.[1] === undefined) {
    return { scheme: null, rest: text };
  }
  return { scheme: match[1].toLowerCase(), rest: text.slice(match[0].length).replace(/^[/\\]+/, '') };
}

function splitPath(rest: string): { readonly authority: string; readonly path: string } {
  const slash = rest.search(/[/\\]/);
  return slash === -1 ? { authority: rest, path: '' } : { authority: rest.slice(0, slash), path: rest.slice(slash) };
}

function parseAuthority(
  authority: string,
): { readonly hostname: string; readonly port: number | null } | 'unreadable' | 'port' {
  const text = toLatinDigits(authority);
  if (isIPv6(text)) {
    return readHostname(`[${text}]`, null);
  }
  const match = /^(\[[^\]]*\]|[^:[\]]*)(?::(.*))?$/s.exec(text);
  if (match?.[1] === undefined || match[1] === '') {
    return 'unreadable';
  }
  const digits = match[2] ?? '';
  const port = digits === '' ? null : Number(digits);
  if (port !== null && (!/^\d{1,5}$/.test(digits) || port < 1 || port > 65_535)) {
    return 'port';
  }
  return readHostname(match[1], port);
}

function readHostname(
  written: string,
  port: number | null,
): { readonly hostname: string; readonly port: number | null } | 'unreadable' {
  // Runtimes differ on IPv6 zones: Node 20 refuses `fe80::1%eth0`, Node 18 drops the zone without a word.
  const hostname = written.includes('%') ? null : urlHostname(written);
  if (hostname === null) {
    return 'unreadable';
  }
  if (hostname.startsWith('[')) {
    return { hostname: hostname.slice(1, -1), port };
  }
  // URLs also take `0x7f.1`, `2130706433` and octal `010` for IPv4: a person means none of these.
  if (isIPv4(hostname) && hostname !== written) {
    return 'unreadable';
  }
  const name = hostname.replace(/\.$/, '');
  return /^(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?)(?:\.[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?)*$/.test(name)
    ? { hostname: name, port }
    : 'unreadable';
}

function urlHostname(written: string): string | null {
  try {
    return new URL(`http://${written}/`).hostname;
  } catch {
    return null;
  }
}

function isOwnListener(
  hostname: string,
  port: number,
  listener: { readonly host: string; readonly port: number },
): boolean {
  if (port !== listener.port) {
    return false;
  }
  const own = listener.host.toLowerCase().replace(/^\[|\]$/g, '');
  const everywhere = own === '0.0.0.0' || own === '::';
  return hostname === own || (isLoopback(hostname) && (everywhere || isLoopback(own)));
}

/** `/api`, `/api/v4`, a whole service address or nothing; what a reverse proxy puts before `/api` stays. */
function toBasePath(path: string, hostname: string): string | null {
  const clean = path.replace(/[/\\]+/g, '/').replace(/\/$/, '');
  if (!/^[a-z0-9/._~-]*$/i.test(clean) || /\/\.{1,2}(?:\/|$)/.test(clean)) {
    return null;
  }
  const match = /^(.*?)\/(?:api\/)?(v\d{1,2}(?:\.\d{1,2})?)(?:\/.*)?$/i.exec(clean);
  if (match !== null) {
    return `${match[1]}/api/${match[2]?.toLowerCase()}`;
  }
  return `${clean.replace(/\/api(?:\/.*)?$/i, '')}${usualBasePath(hostname)}`;
}

/** The vendor's hosted service has its own version of the API; everything on premises has `/api/v4`. */
function usualBasePath(hostname: string): string {
  return /(?:^|\.)simotel\.(?:com|ir)$/.test(hostname) ? '/api/v4.1' : '/api/v4';
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
