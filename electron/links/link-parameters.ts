import type { LinkError } from '../../shared/errors.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { decodeOnce, holdsHidden, readLine, readWords, refuse } from './link-text.ts';

/** What a link of our own may say besides the number. All of it is shown before anything is made of it. */
export interface LinkParameters {
  readonly trunk: string | null;
  readonly callerId: string | null;
  readonly contact: string | null;
  readonly note: string | null;
}

export const noParameters: LinkParameters = { trunk: null, callerId: null, contact: null, note: null };

/** More than ours and what a CRM hangs on to every link. */
const mostPairs = 16;
const longestTrunk = 64;
const callerIdForm = /^[\p{L}\p{N}+][\p{L}\p{N}\u200c +._-]{0,63}$/u;
/** Persian is written with the first, pictures are made with the second. */
const joiners = /[\u200c\u200d]/g;
const longestContact = 80;
const longestNote = 280;

/** Keys that are not ours are passed over; one of ours twice would leave open which one counts. */
export function readParameters(query: string): Result<LinkParameters, LinkError> {
  const pairs = query === '' ? [] : query.split('&');
  if (pairs.length > mostPairs) return refuse('parameter');
  let read = noParameters;
  const seen = new Set<string>();
  for (const pair of pairs) {
    const equals = pair.indexOf('=');
    const key = equals === -1 ? pair : pair.slice(0, equals);
    const value = readValue(key, equals === -1 ? '' : pair.slice(equals + 1));
    if (value === null) continue;
    if (seen.has(key)) return refuse('parameter');
    seen.add(key);
    if (!value.ok) return fail(value.error);
    read = { ...read, ...value.value };
  }
  return succeed(read);
}

/** Null for a key that is not ours. */
function readValue(key: string, encoded: string): Result<Partial<LinkParameters>, LinkError> | null {
  switch (key) {
    case 'trunk':
      return named('trunk', readTrunk(encoded));
    case 'callerId':
      return named('callerId', readCallerId(encoded));
    case 'contact':
      return named('contact', readWords(encoded, longestContact));
    case 'note':
      return named('note', readWords(encoded, longestNote));
    default:
      return null;
  }
}

/** A plus belongs to the number here and stands for no space. */
function readCallerId(encoded: string): Result<string | null, LinkError> {
  const decoded = decodeOnce(encoded);
  if (!decoded.ok) return decoded;
  const callerId = decoded.value.trim();
  if (callerId === '') return succeed(null);
  return callerIdForm.test(callerId) ? succeed(callerId) : refuse('parameter');
}

/** The name of a trunk has to be whole and as it looks: a shortened one would be another, and a hidden sign makes it one. */
function readTrunk(encoded: string): Result<string | null, LinkError> {
  const line = readLine(encoded);
  if (!line.ok) return line;
  if (holdsHidden(line.value.replace(joiners, ''))) return refuse('hidden-characters');
  if ([...line.value].length > longestTrunk) return refuse('parameter');
  return succeed(line.value === '' ? null : line.value);
}

function named<K extends keyof LinkParameters>(
  key: K,
  value: Result<string | null, LinkError>,
): Result<Partial<LinkParameters>, LinkError> {
  return value.ok ? succeed({ [key]: value.value }) : value;
}
