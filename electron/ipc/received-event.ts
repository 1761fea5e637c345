import type { OtherEvent } from '../../shared/domain/call-event.ts';
import type { ReceivedEvent } from '../../shared/ipc/listener-contract.ts';
import type { ReadEvent, StoredEvent } from '../calls/ports.ts';

/** What the window shows of one event: enough to recognise it, nothing that could be a secret. */
export function toReceivedEvent(stored: StoredEvent, read: ReadEvent, state = stored.state): ReceivedEvent {
  return {
    id: stored.id,
    receivedAtMs: stored.receivedAtMs,
    name: stored.name.slice(0, 64),
    summary: summaryOf(read).slice(0, 256),
    // An event is worked on in the same turn as it is committed; one still new is shown as not yet used.
    state: state === 'new' ? 'ignored' : state,
  };
}

function summaryOf(read: ReadEvent): string {
  if (read.kind === 'unreadable') return read.reason;
  if (read.kind === 'other') return summaryOfOther(read.event);
  const { event } = read;
  switch (event.kind) {
    case 'extension-state':
      return words(event.extension, event.state, event.participant);
    case 'outgoing-call':
    case 'incoming-call':
      return words(event.number, event.trunkName);
    case 'call-record':
      return words(event.record.caller, event.record.callee, event.record.disposition);
    case 'survey':
      return words(event.caller, event.callee, event.score);
    case 'transfer':
      return words(event.transferredFrom, event.transferredTo);
  }
}

function summaryOfOther(event: OtherEvent): string {
  switch (event.kind) {
    case 'trunk-state':
      return event.trunkName;
    case 'extension-added':
    case 'extension-removed':
      return event.extension;
    case 'ping':
    case 'unknown':
      return '';
  }
}

function words(...parts: readonly (string | number | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join(' · ');
}
