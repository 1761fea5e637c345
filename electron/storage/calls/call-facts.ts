import type { Call, Observation } from '../../../shared/domain/call.ts';
import type { CallRecord, RecordSource } from '../../../shared/domain/call-event.ts';

/**
 * What a call's columns hold; the facts refer to them instead of repeating them. Their order is part of the format.
 */
export interface CallColumns {
  readonly startedAtMs: number;
  readonly caller: string;
  readonly callee: string;
  readonly direction: string;
  readonly disposition: string | null;
  readonly trunkName: string | null;
}

/** Longer ones are cut before they are written. */
export const longestText = 256;
export const longestMessage = 1024;

/*
 * The format of the `facts` column. It is JSON made short, because there is one for every call ever made:
 * moments are milliseconds since the call's start, a text that a column holds is the column's place (0 caller, 1 callee, 2 direction,
 * 3 disposition, 4 trunk), what is null or empty is left out, lists end at their last known value.
 *
 *   g originatedCallId   a agentNumber   i callerId   t trunk asked for   w timeoutSeconds   l callLimitSeconds
 *   o outcome, left out when the column says that it is `none`, and for `accepted`   oa outcomeAt   om outcomeMessage
 *   n dialled   u ruleName   p pbxCallIds   h heard: firstAt, incoming, outgoing, participant, legDirection, trunk, queue
 *   s observed, by the letters below   r records, by the letters below   v survey: score, label
 *   e settlement: at, disposition, reason
 */
const observationLetters = {
  'agent-ringing': 'r',
  'agent-dialled-out': 'd',
  'agent-in-use': 'u',
  'agent-in-use-with-other': 'o',
  'agent-alive-again': 'a',
  'agent-idle': 'i',
  'agent-idle-again': 'I',
  'agent-was-called': 'w',
  'other-dialled-out': 'D',
  'other-ringing': 'R',
  'other-in-use': 'U',
  'came-in': 'c',
} as const satisfies Record<Observation, string>;

const recordLetters = { cdr: 'c', 'queue-cdr': 'q', report: 'r' } as const satisfies Record<RecordSource, string>;

type RecordField = readonly [field: keyof CallRecord, kind: 'text' | 'texts' | 'moment' | 'number'];

/** Places in the list that stands for a record, which `readFacts` knows too; what is seldom known comes last. */
const recordFields: readonly RecordField[] = [
  ['caller', 'text'],
  ['callee', 'text'],
  ['direction', 'text'],
  ['disposition', 'text'],
  ['startedAtMs', 'moment'],
  ['endedAtMs', 'moment'],
  ['waitSeconds', 'number'],
  ['talkSeconds', 'number'],
  ['totalSeconds', 'number'],
  ['recordingFiles', 'texts'],
  ['trunkName', 'text'],
  ['queue', 'text'],
  ['surveyScore', 'number'],
  ['surveyLabel', 'text'],
];

const byLetter = <K extends string>(letters: Readonly<Record<K, string>>) =>
  new Map(Object.entries<string>(letters).map(([name, letter]) => [letter, name as K]));
/** What the letters stand for. */
export const namedLetters = { observed: byLetter(observationLetters), records: byLetter(recordLetters) };

export function writeFacts(call: Call, columns: CallColumns): string {
  const text = (value: string | null) => {
    const place = value === null ? -1 : columnsByPlace(columns).indexOf(value);
    return place === -1 ? value : place;
  };
  const moment = (value: number | null) => (value === null ? null : value - columns.startedAtMs);
  const record = (known: CallRecord) =>
    list(
      recordFields.map(([field, kind]) => {
        const value = known[field];
        if (typeof value === 'string') return text(value);
        // One is no list, as it was before there could be more.
        if (typeof value === 'object' && value !== null) return value.length > 1 ? value : (value[0] ?? null);
        return kind === 'moment' ? moment(value) : value;
      }),
    );
  const { heard, survey, settlement } = call;
  return JSON.stringify({
    g: call.originatedCallId ?? undefined,
    a: text(call.agentNumber),
    i: text(call.callerId) ?? undefined,
    t: text(call.trunkName) ?? undefined,
    n: text(call.dialled) ?? undefined,
    u: text(call.ruleName) ?? undefined,
    w: call.timeoutSeconds ?? undefined,
    l: call.callLimitSeconds ?? undefined,
    o: call.outcome === 'none' || call.outcome === 'accepted' ? undefined : call.outcome,
    oa: moment(call.outcomeAtMs) ?? undefined,
    om: call.outcomeMessage ?? undefined,
    p: call.pbxCallIds.length === 0 ? undefined : call.pbxCallIds,
    h: list([
      moment(heard.firstAtMs),
      text(heard.incomingNumber),
      text(heard.outgoingNumber),
      text(heard.participant),
      text(heard.legDirection),
      text(heard.trunkName),
      text(heard.queue),
    ]),
    s: lettered(observationLetters, call.observed, moment),
    r: lettered(recordLetters, call.records, record),
    v: survey === null ? undefined : list([survey.score, survey.label]),
    e:
      settlement === null
        ? undefined
        : [moment(settlement.atMs), text(settlement.disposition), text(settlement.reason)],
  });
}

/** A text that a column holds is a number in the facts: its place here. */
export function columnsByPlace(columns: CallColumns): readonly (string | null)[] {
  return [columns.caller, columns.callee, columns.direction, columns.disposition, columns.trunkName];
}

/** Without the unknown values at its end. */
function list<T>(values: readonly (T | null)[]): readonly (T | null)[] {
  return values.slice(0, values.findLastIndex((value) => value !== null) + 1);
}

function lettered<K extends string, V, S>(
  letters: Readonly<Record<K, string>>,
  values: Readonly<Partial<Record<K, V>>>,
  write: (value: V) => S,
): Readonly<Record<string, S>> | undefined {
  const entries = Object.entries<V | undefined>(values).flatMap(([name, value]) =>
    value === undefined ? [] : [[letters[name as K], write(value)] as const],
  );
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
