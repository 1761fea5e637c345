import * as fc from 'fast-check';
import { type Call, observations, originateOutcomes } from '../../shared/domain/call.ts';
import { type CallEvent, type CallRecord, extensionStates, recordSources } from '../../shared/domain/call-event.ts';
import { directions, dispositions } from '../../shared/domain/disposition.ts';
import { morningMs } from './call-builders.ts';

/** Texts as a PBX may send them, among them a few that meet often, NUL, lone surrogates and the replacement character. */
export const texts: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('101', '102', '09123456789', '02188776655', '', 'to_simo_51_20', 'answered', 'outbound'),
  fc.string({
    maxLength: 40,
    unit: fc.constantFrom('a', '0', '\0', '\ud83d', '\ude00', '\ufffd', 'f', 'ی', '"', '\\'),
  }),
  fc.string({ maxLength: 40, unit: 'binary' }),
);

const moments = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((offset) => morningMs + offset);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const seconds = fc.integer({ min: 0, max: 90_000 });
const legDirections = fc.constantFrom('inbound' as const, 'outbound' as const);

export const records: fc.Arbitrary<CallRecord> = fc.record({
  caller: maybe(texts),
  callee: maybe(texts),
  direction: maybe(fc.constantFrom(...directions)),
  disposition: maybe(fc.constantFrom(...dispositions)),
  startedAtMs: maybe(moments),
  endedAtMs: maybe(moments),
  waitSeconds: maybe(seconds),
  talkSeconds: maybe(seconds),
  totalSeconds: maybe(seconds),
  recordingFiles: fc.uniqueArray(texts, { maxLength: 3 }).map((files) => files.sort()),
  trunkName: maybe(texts),
  queue: maybe(texts),
  surveyScore: maybe(fc.integer({ min: 0, max: 10 })),
  surveyLabel: maybe(texts),
});

const atMost = <K extends string, V>(keys: readonly K[], value: fc.Arbitrary<V>) =>
  fc
    .array(fc.tuple(fc.constantFrom(...keys), value), { maxLength: keys.length })
    .map((entries) => Object.fromEntries(entries) as Partial<Record<K, V>>);

/** Any call that the types allow, whether or not it could come about. */
export const calls: fc.Arbitrary<Call> = fc.record({
  id: texts,
  profile: fc.constantFrom('office', 'demo'),
  agentNumber: texts,
  startedAtMs: moments,
  direction: fc.constantFrom(...directions),
  caller: texts,
  callee: texts,
  dialled: maybe(texts),
  ruleName: maybe(texts),
  callerId: maybe(texts),
  trunkName: maybe(texts),
  timeoutSeconds: maybe(seconds),
  callLimitSeconds: maybe(seconds),
  outcome: fc.constantFrom(...originateOutcomes),
  outcomeAtMs: maybe(moments),
  outcomeMessage: maybe(texts),
  originatedCallId: maybe(texts),
  pbxCallIds: fc.uniqueArray(texts, { maxLength: 3 }).map((ids) => ids.sort()),
  heard: fc.record({
    firstAtMs: moments,
    incomingNumber: maybe(texts),
    outgoingNumber: maybe(texts),
    participant: maybe(texts),
    legDirection: maybe(legDirections),
    trunkName: maybe(texts),
    queue: maybe(texts),
  }),
  observed: atMost(observations, moments),
  records: atMost(recordSources, records),
  survey: maybe(fc.record({ score: maybe(fc.integer({ min: 0, max: 10 })), label: maybe(texts) })),
  settlement: maybe(
    fc.record({
      atMs: moments,
      disposition: fc.constantFrom(...dispositions),
      reason: fc.constantFrom('caller-silent' as const, 'no-events' as const, 'abandoned' as const),
    }),
  ),
});

const about = {
  originatedCallId: maybe(texts),
  pbxCallId: maybe(texts),
  receivedAtMs: moments,
};

/** Any event that the types allow. */
export const callEvents: fc.Arbitrary<CallEvent> = fc.oneof(
  fc.record({
    ...about,
    kind: fc.constant('extension-state' as const),
    extension: texts,
    state: fc.constantFrom(...extensionStates),
    participant: maybe(texts),
    legDirection: maybe(legDirections),
    queue: maybe(texts),
  }),
  fc.record({ ...about, kind: fc.constant('outgoing-call' as const), number: texts, trunkName: maybe(texts) }),
  fc.record({ ...about, kind: fc.constant('incoming-call' as const), number: texts, trunkName: maybe(texts) }),
  fc.record({
    ...about,
    kind: fc.constant('transfer' as const),
    transferer: maybe(texts),
    transferredFrom: maybe(texts),
    transferredTo: maybe(texts),
  }),
  fc.record({
    ...about,
    kind: fc.constant('call-record' as const),
    source: fc.constantFrom(...recordSources),
    record: records,
  }),
  fc.record({
    ...about,
    kind: fc.constant('survey' as const),
    caller: maybe(texts),
    callee: maybe(texts),
    score: maybe(fc.integer({ min: 0, max: 10 })),
    label: maybe(texts),
  }),
);
