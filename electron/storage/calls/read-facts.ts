import { type Call, originateOutcomes, type Settlement } from '../../../shared/domain/call.ts';
import type { CallRecord } from '../../../shared/domain/call-event.ts';
import { mostRecordings } from '../../../shared/domain/call-record.ts';
import { directions, dispositions } from '../../../shared/domain/disposition.ts';
import { type CallColumns, columnsByPlace, longestMessage, longestText, namedLetters } from './call-facts.ts';

/** What the facts hold of a call, beside what its columns hold. */
export type ReadFacts = Omit<Call, 'id' | 'profile' | 'startedAtMs' | 'direction' | 'caller' | 'callee'>;

/** A row was damaged, or another program wrote it. */
class NotOfCalls extends Error {
  constructor(what: string, value: unknown) {
    super(`No call has this as ${what}: ${JSON.stringify(value)?.slice(0, 100)}`);
  }
}

const legDirections = ['inbound', 'outbound'] as const;
const reasons = ['caller-silent', 'no-events', 'abandoned'] as const satisfies readonly Settlement['reason'][];

/**
 * Undoes `writeFacts`. What comes of it is a call as `callSchema` has it, or it throws: it is the only check that stored calls go
 * through, by hand, since some hundred are read for a page.
 */
export function readFacts(facts: string, columns: CallColumns, originatedHere: boolean): ReadFacts {
  const stored = asObject(JSON.parse(facts));
  const byPlace = columnsByPlace(columns);
  const { startedAtMs } = columns;
  const text = (value: unknown) => {
    if (typeof value !== 'number') return textOrNull(value);
    const held = byPlace[value];
    if (held === undefined) throw new NotOfCalls('column', value);
    return textOrNull(held);
  };
  const moment = (value: unknown) => (value == null ? null : numberOf(value) + startedAtMs);
  const record = (value: unknown): CallRecord => {
    const known = asList(value);
    return {
      caller: text(known[0]),
      callee: text(known[1]),
      direction: oneOrNull(directions, text(known[2])),
      disposition: oneOrNull(dispositions, text(known[3])),
      startedAtMs: moment(known[4]),
      endedAtMs: moment(known[5]),
      waitSeconds: numberOrNull(known[6]),
      talkSeconds: numberOrNull(known[7]),
      totalSeconds: numberOrNull(known[8]),
      recordingFiles: filesOf(known[9]),
      trunkName: text(known[10]),
      queue: text(known[11]),
      surveyScore: numberOrNull(known[12]),
      surveyLabel: text(known[13]),
    };
  };
  const heard = asList(stored['h']);
  const survey = stored['v'] === undefined ? null : asList(stored['v']);
  const settlement = stored['e'] === undefined ? null : asList(stored['e']);
  return {
    originatedCallId: textOrNull(stored['g']),
    agentNumber: textOf(text(stored['a'])),
    callerId: text(stored['i']),
    trunkName: text(stored['t']),
    dialled: text(stored['n']),
    ruleName: text(stored['u']),
    timeoutSeconds: numberOrNull(stored['w']),
    callLimitSeconds: numberOrNull(stored['l']),
    outcome: originatedHere ? oneOf(originateOutcomes, stored['o'] ?? 'accepted') : 'none',
    outcomeAtMs: moment(stored['oa']),
    outcomeMessage: textOrNull(stored['om'], longestMessage),
    pbxCallIds: asList(stored['p']).map(textOf),
    heard: {
      firstAtMs: startedAtMs + numberOf(heard[0]),
      incomingNumber: text(heard[1]),
      outgoingNumber: text(heard[2]),
      participant: text(heard[3]),
      legDirection: oneOrNull(legDirections, text(heard[4])),
      trunkName: text(heard[5]),
      queue: text(heard[6]),
    },
    observed: named(namedLetters.observed, stored['s'], (value) => startedAtMs + numberOf(value)),
    records: named(namedLetters.records, stored['r'], record),
    survey: survey === null ? null : { score: numberOrNull(survey[0]), label: textOrNull(survey[1]) },
    settlement:
      settlement === null
        ? null
        : {
            atMs: startedAtMs + numberOf(settlement[0]),
            disposition: oneOf(dispositions, text(settlement[1])),
            reason: oneOf(reasons, text(settlement[2])),
          },
  };
}

export function textOf(value: unknown): string {
  if (typeof value !== 'string' || value.length > longestText) throw new NotOfCalls('text', value);
  return value;
}

export function numberOf(value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new NotOfCalls('number', value);
  return value;
}

export function oneOf<T extends string>(known: readonly T[], value: unknown): T {
  const found = known.find((one) => one === value);
  if (found === undefined) throw new NotOfCalls(`one of ${known.join(', ')}`, value);
  return found;
}

function textOrNull(value: unknown, longest = longestText): string | null {
  if (value == null) return null;
  if (typeof value !== 'string' || value.length > longest) throw new NotOfCalls('text', value);
  return value;
}

function numberOrNull(value: unknown): number | null {
  return value == null ? null : numberOf(value);
}

function oneOrNull<T extends string>(known: readonly T[], value: unknown): T | null {
  return value == null ? null : oneOf(known, value);
}

/** One is no list, as it was before there could be more. */
function filesOf(value: unknown): readonly string[] {
  if (value == null) return [];
  if (!Array.isArray(value)) return [textOf(value)];
  if (value.length > mostRecordings) throw new NotOfCalls('recordings', value);
  return value.map(textOf);
}

function named<K extends string, V>(
  names: ReadonlyMap<string, K>,
  stored: unknown,
  read: (value: unknown) => V,
): Readonly<Partial<Record<K, V>>> {
  const known: Partial<Record<K, V>> = {};
  if (stored === undefined) return known;
  for (const [letter, value] of Object.entries(asObject(stored))) {
    const name = names.get(letter);
    if (name === undefined) throw new NotOfCalls('name', letter);
    known[name] = read(value);
  }
  return known;
}

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new NotOfCalls('facts', value);
  return value as Readonly<Record<string, unknown>>;
}

function asList(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw new NotOfCalls('list', value);
  return value;
}
