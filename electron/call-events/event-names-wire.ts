import { firstText } from '../simotel-words/field-readers.ts';
import type { EventFields } from './event-body.ts';

/** Events of the vendor's documents, as it spells them. */
const knownNames: ReadonlyMap<string, string> = new Map(
  [
    'Cdr',
    'CdrQueue',
    'NewState',
    'IncomingCall',
    'OutgoingCall',
    'Transfer',
    'Survey',
    'VoiceMail',
    'VoiceMailEmail',
    'TrunkNewState',
    'TrunkAdded',
    'TrunkRemoved',
    'ExtenAdded',
    'ExtenRemoved',
    'Ping',
    'IncomingFax',
    'OutgoingFax',
    'AutoDialerReport',
    'ReservedCallInFront',
  ].map((name) => [name.toLowerCase(), name]),
);

/** One spelling for each known event; null for names that are in no document. */
export function toKnownEventName(name: string): string | null {
  return knownNames.get(name.toLowerCase()) ?? null;
}

/** `event_name`; Survey alone is told by `event`. Rest4 tells the name by the path instead. */
export const eventNameFields: readonly string[] = ['event_name', 'event'];

export function readEventName(fields: EventFields): string | null {
  return firstText(fields, ...eventNameFields);
}

/** Two names of one identifier: older servers and samples say `unique_id`, newer ones and the reports `cuid`. */
const pbxCallIdFields: readonly string[] = ['unique_id', 'cuid', 'uniqueid'];

export function readPbxCallId(fields: EventFields): string | null {
  return firstText(fields, ...pbxCallIdFields);
}

/** Fields that make an event distinct from another of the same content: an id of its call, an own id, a moment. */
const distinctFields: readonly string[] = [
  ...pbxCallIdFields,
  'originated_call_id',
  'id',
  'date',
  'starttime',
  'start_time',
  'endtime',
  'end_time',
  'last_time',
];

export function isDistinct(fields: EventFields): boolean {
  return firstText(fields, ...distinctFields) !== null;
}
