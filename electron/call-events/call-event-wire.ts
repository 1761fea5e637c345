import type { CallEventBody, CallIds, ExtensionState, OtherEvent } from '../../shared/domain/call-event.ts';
import type { RawEvent, ReadEvent } from '../calls/ports.ts';
import { toLegDirection } from '../simotel-words/direction-words.ts';
import { firstText, toScore } from '../simotel-words/field-readers.ts';
import { readCallRecord } from './call-record-wire.ts';
import { type EventFields, parseEventBody } from './event-body.ts';
import { readEventName, readPbxCallId } from './event-names-wire.ts';

type TrunkState = Extract<OtherEvent, { kind: 'trunk-state' }>['state'];

/** Letters only, in small: what the vendor writes as `InUse` may come as `in use`. */
const extensionStateWords: ReadonlyMap<string, ExtensionState> = new Map([
  ['idle', 'idle'],
  ['inuse', 'in-use'],
  ['pause', 'paused'],
  ['paused', 'paused'],
  ['ringing', 'ringing'],
  ['unavailable', 'unavailable'],
]);

const trunkStateWords: ReadonlyMap<string, TrunkState> = new Map([
  ['ok', 'ok'],
  ['unavailable', 'unavailable'],
  ['deactivate', 'deactivated'],
  ['deactivated', 'deactivated'],
]);

/** Makes a domain event of a stored one. Pure: `eventTimeZone` is the zone of times that carry no mark (UTC by default). */
export function readStoredEvent(raw: RawEvent, eventTimeZone: string): ReadEvent {
  const parsed = parseEventBody(raw.encoding, raw.body);
  if (!parsed.ok) return unreadable(parsed.error);
  const fields = parsed.value;
  const name = raw.name === '' ? readEventName(fields) : raw.name;
  return name === null ? unreadable('no event name') : readEvent(name, fields, raw.receivedAtMs, eventTimeZone);
}

function readEvent(name: string, fields: EventFields, receivedAtMs: number, timeZone: string): ReadEvent {
  const call = (body: CallEventBody): ReadEvent => ({
    kind: 'call',
    event: { receivedAtMs, ...readCallIds(fields), ...body },
  });
  const other = (event: OtherEvent): ReadEvent => ({ kind: 'other', event });
  switch (name.toLowerCase()) {
    case 'newstate':
      return readExtensionState(fields, call);
    case 'incomingcall':
      return call({
        kind: 'incoming-call',
        // A caller who hides the number still came in.
        number: firstText(fields, 'number') ?? '',
        trunkName: firstText(fields, 'entry_point'),
      });
    case 'outgoingcall':
      return call({
        kind: 'outgoing-call',
        number: firstText(fields, 'number') ?? '',
        trunkName: firstText(fields, 'outgoing_point', 'entry_point'),
      });
    case 'transfer':
      return call({
        kind: 'transfer',
        transferer: firstText(fields, 'transferer', 'transfer'),
        transferredFrom: firstText(fields, 'transferred_from'),
        transferredTo: firstText(fields, 'transferred_to'),
      });
    case 'cdr':
      return call({ kind: 'call-record', source: 'cdr', record: readCallRecord(fields, timeZone) });
    case 'cdrqueue':
      return call({ kind: 'call-record', source: 'queue-cdr', record: readCallRecord(fields, timeZone) });
    case 'survey':
      return call({
        kind: 'survey',
        caller: firstText(fields, 'src'),
        callee: firstText(fields, 'dst'),
        score: toScore(firstText(fields, 'point', 'poll_point')),
        label: firstText(fields, 'label', 'poll_lable', 'poll_label'),
      });
    case 'ping':
      return other({ kind: 'ping' });
    case 'trunknewstate':
    case 'trunkadded':
      return readTrunkState(fields, trunkStateWords.get(letters(firstText(fields, 'state'))) ?? 'unknown');
    case 'trunkremoved':
      return readTrunkState(fields, 'removed');
    case 'extenadded':
    case 'extenremoved':
      return readExtensionChange(fields, name.toLowerCase() === 'extenremoved');
    default:
      return other({ kind: 'unknown', name });
  }
}

function readExtensionState(fields: EventFields, call: (body: CallEventBody) => ReadEvent): ReadEvent {
  const extension = firstText(fields, 'exten', 'number');
  if (extension === null) return unreadable('no extension');
  return call({
    kind: 'extension-state',
    extension,
    state: readState(fields),
    participant: firstText(fields, 'participant'),
    legDirection: toLegDirection(firstText(fields, 'direction')),
    queue: firstText(fields, 'queue'),
  });
}

function readExtensionChange(fields: EventFields, removed: boolean): ReadEvent {
  const extension = firstText(fields, 'exten', 'number');
  if (extension === null) return unreadable('no extension');
  const event: OtherEvent = removed
    ? { kind: 'extension-removed', extension }
    : { kind: 'extension-added', extension, state: readState(fields) };
  return { kind: 'other', event };
}

function readState(fields: EventFields): ExtensionState {
  return extensionStateWords.get(letters(firstText(fields, 'state'))) ?? 'unknown';
}

function readTrunkState(fields: EventFields, state: TrunkState): ReadEvent {
  const trunkName = firstText(fields, 'trunk_name');
  return trunkName === null
    ? unreadable('no trunk name')
    : { kind: 'other', event: { kind: 'trunk-state', trunkName, state } };
}

function readCallIds(fields: EventFields): CallIds {
  return { originatedCallId: firstText(fields, 'originated_call_id'), pbxCallId: readPbxCallId(fields) };
}

function unreadable(reason: string): ReadEvent {
  return { kind: 'unreadable', reason };
}

function letters(text: string | null): string {
  return (text ?? '').toLowerCase().replace(/[^a-z]/g, '');
}
