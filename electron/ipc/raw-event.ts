import {
  longestRawBody,
  mostRawEvents,
  type RawCallEvent,
  type RawCallEvents,
} from '../../shared/ipc/history-contract.ts';
import type { EventOfCall, FoundEvents } from '../storage/events-of-call.ts';

/** As many at once as fit into one answer. */
export function readRawEvents(find: (limit: number) => FoundEvents, hide: (text: string) => string): RawCallEvents {
  const { events, goesOn } = find(mostRawEvents);
  return { events: events.map((event) => toRawCallEvent(event, hide)), goesOn };
}

/** An event as the PBX sent it, to be read by a person: without secrets, whoever put them there. */
export function toRawCallEvent(event: EventOfCall, hide: (text: string) => string): RawCallEvent {
  const { id, receivedAtMs, name, state } = event;
  const body = hide(readable(event));
  return {
    id,
    receivedAtMs,
    state,
    name: hide(name).slice(0, 64),
    body: body.slice(0, longestRawBody),
    leftOff: Math.max(0, body.length - longestRawBody),
  };
}

function readable({ encoding, body }: EventOfCall): string {
  const text = Buffer.from(body).toString('utf8');
  if (encoding !== 'json') return [...new URLSearchParams(text)].map(([key, value]) => `${key}: ${value}`).join('\n');
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
