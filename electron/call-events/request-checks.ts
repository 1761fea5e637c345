import type { IncomingMessage } from 'node:http';
import type { RawEvent } from '../calls/ports.ts';
import type { Answer } from './answer.ts';
import { checkHost, type OwnAddress } from './host-check.ts';

export const maxHeaders = 50;

/** Every value of a header as it came in: node:http joins or drops repeated ones. */
export function headerValues(request: IncomingMessage, name: string): readonly string[] {
  return request.rawHeaders.filter((_, at, all) => at % 2 === 1 && all[at - 1]?.toLowerCase() === name);
}

/** Checks 2 and 3: is it meant for us, and is it no browser? */
export function checkSender(request: IncomingMessage, own: OwnAddress): Answer | null {
  // node:http drops headers above its limit without a word, and a dropped one could be what is looked for below.
  if (request.rawHeaders.length >= maxHeaders * 2) return { status: 431, text: 'too many headers' };
  const host = checkHost(headerValues(request, 'host'), own);
  if (host === 'malformed') return { status: 400, text: 'exactly one Host is needed' };
  if (host === 'foreign') return { status: 421, text: 'not the address of this listener' };
  // Browsers add these by themselves and a PBX never does.
  if (headerValues(request, 'origin').length > 0 || headerValues(request, 'sec-fetch-site').length > 0) {
    return { status: 403, text: 'not for browsers' };
  }
  return null;
}

export function checkMethod(request: IncomingMessage, allowed: readonly string[]): Answer | null {
  return allowed.includes(request.method ?? '')
    ? null
    : { status: 405, text: 'method not allowed', headers: { Allow: allowed.join(', ') } };
}

/** Check 5, before any byte of the body is read. */
export function checkLength(request: IncomingMessage, limit: number): Answer | null {
  return Number(request.headers['content-length'] ?? 0) > limit ? tooLarge : null;
}

export const tooLarge: Answer = { status: 413, text: 'too large' };

const unsupported: Answer = { status: 415, text: 'JSON or form fields in UTF-8, not compressed' };

/** Check 7. `sniff`: no type was given, the first byte has to tell; some HTTP clients post JSON without one. */
export function readEncoding(request: IncomingMessage): RawEvent['encoding'] | 'sniff' | Answer {
  const codings = [...headerValues(request, 'content-encoding'), ...headerValues(request, 'transfer-encoding')];
  if (codings.some((coding) => !['', 'identity', 'chunked'].includes(coding.trim().toLowerCase()))) return unsupported;
  if (request.method === 'GET') return 'query';
  const [type, ...others] = headerValues(request, 'content-type');
  if (type === undefined) return 'sniff';
  const [media = '', ...parameters] = type.split(';').map((part) => part.trim().toLowerCase());
  const charsets = parameters.filter((parameter) => parameter.startsWith('charset'));
  const utf8 = charsets.every((charset) => /^charset\s*=\s*"?utf-?8"?$/.test(charset));
  if (others.length > 0 || !utf8) return unsupported;
  if (media === 'application/json') return 'json';
  return media === 'application/x-www-form-urlencoded' ? 'form' : unsupported;
}

/** What was really sent: a POST may also carry its fields in the address. */
export function toContent(
  encoding: RawEvent['encoding'] | 'sniff',
  query: string,
  body: Uint8Array,
): { readonly encoding: RawEvent['encoding']; readonly body: Uint8Array } {
  if (encoding === 'query' || (body.length === 0 && query !== '')) {
    // node:http gives the target one character per byte.
    return { encoding: 'query', body: Buffer.from(query, 'latin1') };
  }
  const sniffed = /^\s*[{[]/.test(Buffer.from(body).toString('latin1').slice(0, 64)) ? 'json' : 'form';
  return { encoding: encoding === 'sniff' ? sniffed : encoding, body };
}
