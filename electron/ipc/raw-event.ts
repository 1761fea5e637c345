import { longestRawBody, type RawCallEvent } from '../../shared/ipc/history-contract.ts';
import type { EventOfCall } from '../storage/events-of-call.ts';

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
