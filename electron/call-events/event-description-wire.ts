import { createHash } from 'node:crypto';
import type { RawEvent } from '../calls/ports.ts';
import { type EventFields, type FieldValue, parseEventBody } from './event-body.ts';
import { eventNameFields, isDistinct, readEventName, readPbxCallId } from './event-names-wire.ts';

/** An event request with its body, nothing of it read yet. */
export interface EventRequest {
  readonly profile: string;
  readonly receivedAtMs: number;
  /** Rest4: the last segment of the path. Null for G4, where a field tells the name. */
  readonly pathName: string | null;
  readonly encoding: RawEvent['encoding'];
  readonly body: Uint8Array;
}

export interface DescribedRequest {
  readonly raw: RawEvent;
  /** Null when the body can be read and tells an event. */
  readonly problem: string | null;
}

const longestName = 64;

/** What the inbox keeps about a request: all of it, and as much as is needed to find and count it. */
export function describeRequest(request: EventRequest): DescribedRequest {
  const { profile, receivedAtMs, encoding, body } = request;
  const raw = { profile, receivedAtMs, name: '', dedupeKey: null, pbxCallId: null, encoding, body };
  const parsed = parseEventBody(encoding, body);
  if (!parsed.ok) return { raw, problem: parsed.error };
  const fields = parsed.value;
  const name = request.pathName ?? readEventName(fields);
  if (name === null) return { raw, problem: 'no event name' };
  return {
    raw: {
      ...raw,
      // Not half a character at the end: a database would not give it back.
      name: name.slice(0, longestName).replace(/\p{Surrogate}$/u, ''),
      dedupeKey: isDistinct(fields) ? toDedupeKey(name, fields) : null,
      pbxCallId: readPbxCallId(fields),
    },
    problem: null,
  };
}

/** The same for one event however it was sent: version, method, encoding and order of fields do not count. */
function toDedupeKey(name: string, fields: EventFields): string {
  const counting = Object.entries(fields).filter(([field]) => !eventNameFields.includes(field));
  return createHash('sha256')
    .update(`${name.toLowerCase()}\n${canonicalEntries(counting)}`)
    .digest('hex');
}

function canonicalEntries(entries: readonly (readonly [string, FieldValue])[]): string {
  const sorted = entries
    .filter(([, value]) => value !== null && value !== '')
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${sorted.map(([field, value]) => `${JSON.stringify(field)}:${canonical(value)}`).join(',')}}`;
}

function canonical(value: FieldValue): string {
  if (isList(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) return canonicalEntries(Object.entries(value));
  return JSON.stringify(String(value));
}

function isList(value: FieldValue): value is readonly FieldValue[] {
  return Array.isArray(value);
}
