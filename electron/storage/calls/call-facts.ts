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

type RecordField = readonly [field: keyof CallRecord, kind: 'text' | 'moment' | 'number'];

/** Places in the list that stands for a record; what is seldom known comes last. */
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
  ['recordingFile', 'text'],
  ['trunkName', 'text'],
  ['queue', 'text'],
  ['surveyScore', 'number'],
  ['surveyLabel', 'text'],
];

type FactsKey = 'g' | 'a' | 'n' | 'u' | 'i' | 't' | 'w' | 'l' | 'o' | 'oa' | 'om' | 'p' | 'h' | 's' | 'r' | 'v' | 'e';
type StoredFacts = Readonly<Partial<Record<FactsKey, unknown>>>;

export function writeFacts(call: Call, columns: CallColumns): string {
  const text = (value: string | null) => {
    const place = value === null ? -1 : places(columns).indexOf(value);
    return place === -1 ? value : place;
  };
  const moment = (value: number | null) => (value === null ? null : value - columns.startedAtMs);
  const record = (known: CallRecord) =>
    list(
      recordFields.map(([field, kind]) => {
        const value = known[field];
        if (typeof value === 'string') return text(value);
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

/** Undoes `writeFacts` as far as the text allows; whether a whole call comes of it is for the caller to check. */
export function readFacts(facts: string, columns: CallColumns, originatedHere: boolean): Record<string, unknown> {
  const stored: StoredFacts = asObject(JSON.parse(facts));
  const text = (value: unknown) => (typeof value === 'number' ? places(columns)[value] : (value ?? null));
  const moment = (value: unknown) => (typeof value === 'number' ? value + columns.startedAtMs : (value ?? null));
  const record = (value: unknown) => {
    const known = asList(value);
    return Object.fromEntries(
      recordFields.map(([field, kind], place) => {
        const one = known[place];
        return [field, kind === 'text' ? text(one) : kind === 'moment' ? moment(one) : (one ?? null)];
      }),
    );
  };
  const heard = asList(stored.h);
  const survey = stored.v === undefined ? null : asList(stored.v);
  const settlement = stored.e === undefined ? null : asList(stored.e);
  return {
    originatedCallId: stored.g ?? null,
    agentNumber: text(stored.a),
    callerId: text(stored.i),
    trunkName: text(stored.t),
    dialled: text(stored.n),
    ruleName: text(stored.u),
    timeoutSeconds: stored.w ?? null,
    callLimitSeconds: stored.l ?? null,
    outcome: originatedHere ? (stored.o ?? 'accepted') : 'none',
    outcomeAtMs: moment(stored.oa),
    outcomeMessage: stored.om ?? null,
    pbxCallIds: stored.p ?? [],
    heard: {
      firstAtMs: moment(heard[0]),
      incomingNumber: text(heard[1]),
      outgoingNumber: text(heard[2]),
      participant: text(heard[3]),
      legDirection: text(heard[4]),
      trunkName: text(heard[5]),
      queue: text(heard[6]),
    },
    observed: unlettered(observationLetters, stored.s, moment),
    records: unlettered(recordLetters, stored.r, record),
    survey: survey === null ? null : { score: survey[0] ?? null, label: survey[1] ?? null },
    settlement:
      settlement === null
        ? null
        : { atMs: moment(settlement[0]), disposition: text(settlement[1]), reason: text(settlement[2]) },
  };
}

function places(columns: CallColumns): readonly (string | null)[] {
  return [columns.caller, columns.callee, columns.direction, columns.disposition, columns.trunkName];
}

/** Without the unknown values at its end. */
function list(values: readonly (string | number | null)[]): readonly (string | number | null)[] {
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

/** An unknown letter keeps its name, so that the check of the whole call finds it. */
function unlettered(
  letters: Readonly<Record<string, string>>,
  stored: unknown,
  read: (value: unknown) => unknown,
): Record<string, unknown> {
  const names = new Map(Object.entries(letters).map(([name, letter]) => [letter, name]));
  return Object.fromEntries(
    Object.entries(asObject(stored ?? {})).map(([letter, value]) => [names.get(letter) ?? letter, read(value)]),
  );
}

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
