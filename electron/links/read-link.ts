import { type DiallingRules, parseDestination } from '../../shared/domain/destination.ts';
import { toLatinDigits } from '../../shared/domain/digits.ts';
import { type LinkScheme, linkSchemes } from '../../shared/domain/link-schemes.ts';
import { dialledLater } from '../../shared/domain/written-number.ts';
import type { DestinationError, LinkError } from '../../shared/errors.ts';
import { type Result, succeed } from '../../shared/result.ts';
import { type LinkParameters, noParameters, readParameters } from './link-parameters.ts';
import { decodeOnce, holdsHidden, longestLink, refuse } from './link-text.ts';

/** What a link or the command line asks for. It fills in; calling is left to the agent. */
export interface AskedNumber extends LinkParameters {
  /** As it would be dialled. */
  readonly number: string;
  /** Holds `*` or `#`: dialled, it may change settings of the phone or the PBX. */
  readonly isCode: boolean;
  /** Behind the number, which the PBX cannot dial; null when there is none. */
  readonly extension: string | null;
}

type Read = Result<AskedNumber, LinkError | DestinationError>;

/** Digits of any script the program knows, and what people put between them. A comma is a pause in telephone books. */
const numberCharacters = /^[0-9+*#().,\-_ \u00a0\u2010-\u2015]{1,64}$/;
/** Without an `@` a SIP address is a host, unless it is nothing but a number. */
const bareNumber = /^\+?[0-9*#]+$/;
const extensionParameter = /;ext=([0-9]{1,8})(?=;|$)/i;
const scheme = new RegExp(`^(${linkSchemes.join('|')}):`, 'i');

/** The scheme a text begins with when it is a link for us, in small letters. */
export function schemeOf(text: string): LinkScheme | null {
  const found = scheme.exec(text.trim())?.[1]?.toLowerCase();
  return linkSchemes.find((known) => known === found) ?? null;
}

/** Reads a link, which any page or program may have made: what is not expected is refused, never guessed. */
export function readLink(text: string, rules: DiallingRules): Read {
  const link = text.trim();
  const found = schemeOf(link);
  if (found === null) return refuse('not-a-number');
  if (link.length > longestLink) return refuse('too-long');
  const rest = link.slice(found.length + 1);
  if (found === 'dialdesk') return readOwn(rest, rules);
  const decoded = decodeOnce(rest.replace(/^\/\//, ''));
  if (!decoded.ok) return decoded;
  const body = decoded.value.split('?', 1)[0] ?? '';
  return found === 'sip' ? readSip(body, rules) : readTelephone(body, rules, noParameters);
}

/** A number given to the program as an argument, as the number of a link. */
export function readNumberArgument(text: string, rules: DiallingRules): Read {
  return readNumber(text, rules, null, noParameters);
}

/** True for an argument that can be nothing but a number. */
export function looksLikeNumber(text: string): boolean {
  const latin = toLatinDigits(text.trim());
  return /^[+*#(0-9]/.test(latin) && /[0-9]/.test(latin) && numberCharacters.test(latin);
}

function readOwn(rest: string, rules: DiallingRules): Read {
  const [, path, query] = /^\/\/dial\/([^?]*?)\/?(?:\?([^#]*).*)?$/is.exec(rest) ?? [];
  if (path === undefined) return refuse('not-dial');
  const decoded = decodeOnce(path);
  if (!decoded.ok) return decoded;
  const parameters = readParameters(query ?? '');
  return parameters.ok ? readTelephone(decoded.value, rules, parameters.value) : parameters;
}

/** The user part when it is a number; which SIP server it names does not matter, since the PBX dials. */
function readSip(body: string, rules: DiallingRules): Read {
  const at = body.lastIndexOf('@');
  if (at !== -1) return readTelephone(body.slice(0, at), rules, noParameters);
  const [host = ''] = body.split(';', 1);
  return bareNumber.test(toLatinDigits(host)) ? readTelephone(body, rules, noParameters) : refuse('not-a-number');
}

/** A number and its parameters, of which only the extension says something (RFC 3966). */
function readTelephone(body: string, rules: DiallingRules, parameters: LinkParameters): Read {
  const [written = ''] = body.split(';', 1);
  if (holdsHidden(body)) return refuse('hidden-characters');
  return readNumber(written, rules, extensionParameter.exec(toLatinDigits(body))?.[1] ?? null, parameters);
}

function readNumber(written: string, rules: DiallingRules, extension: string | null, parameters: LinkParameters): Read {
  const latin = toLatinDigits(written.trim());
  if (!numberCharacters.test(latin)) return refuse('not-a-number');
  const destination = parseDestination(latin, rules);
  if (!destination.ok) return destination;
  const { digits, kind } = destination.value;
  return succeed({
    number: digits,
    isCode: kind === 'code',
    extension: extension ?? dialledLater(latin),
    ...parameters,
  });
}
