import { type CallRecord, type RecordSource, recordSources } from '../call-event.ts';
import { destinationKind } from '../destination.ts';
import { isUnanswered } from '../disposition.ts';
import { type MissedSign, nobodyWaited } from './missed-sign.ts';

/** An account of a call that never came to the agent's phone. */
export interface OthersRecord {
  readonly source: RecordSource;
  readonly record: CallRecord;
  readonly receivedAtMs: number;
}

export interface OthersKnown {
  isColleague(number: string): boolean;
  isOwnQueue(called: string): boolean;
}

/** What all accounts of one call of others say together; in whatever order they came. */
export function signOfOthers(accounts: readonly OthersRecord[], known: OthersKnown): MissedSign | null {
  const told = [...accounts].sort(
    (a, b) =>
      recordSources.indexOf(a.source) - recordSources.indexOf(b.source) ||
      (a.record.callee ?? '').localeCompare(b.record.callee ?? '') ||
      a.receivedAtMs - b.receivedAtMs,
  );
  for (const one of told) {
    const talk = talkOf(one, known);
    if (talk !== null) return talk;
  }
  for (const one of told) {
    const attempt = attemptOf(one, known);
    if (attempt !== null) return attempt;
  }
  return missedInQueue(told, known);
}

/** Music, a voice that asks for a digit or a mailbox answers as well: with whom was talked has to be a colleague. */
function talkOf({ record, ...told }: OthersRecord, known: OthersKnown): MissedSign | null {
  if (record.disposition !== 'answered' || record.talkSeconds === 0) return null;
  const parties = partiesOf(record, known);
  if (parties === null) return null;
  const talkedMs = (record.talkSeconds ?? 0) * 1000;
  const recordedAtMs = record.endedAtMs === null ? told.receivedAtMs : record.endedAtMs - talkedMs;
  // The earlier of two clocks: a talk that is taken for a later one would hide a call that came in after it.
  const atMs = told.source === 'report' ? recordedAtMs : Math.min(recordedAtMs, told.receivedAtMs - talkedMs);
  return { ...parties, ...nobodyWaited, kind: 'talk', atMs, outcome: null };
}

function attemptOf({ record, ...told }: OthersRecord, known: OthersKnown): MissedSign | null {
  const parties = partiesOf(record, known);
  if (parties === null || parties.cameIn || record.disposition === null || record.disposition === 'answered')
    return null;
  return {
    ...parties,
    ...nobodyWaited,
    kind: 'attempt',
    atMs: beganAtMs({ record, ...told }),
    outcome: record.disposition,
  };
}

/** The queue tells of each phone that it rang; that nobody took the call, only the account of the whole call tells. */
function missedInQueue(told: readonly OthersRecord[], known: OthersKnown): MissedSign | null {
  const whole = told.find(({ source, record }) => source !== 'queue-cdr' && isUnanswered(record.disposition));
  const queue = told
    .flatMap(({ record }) => [record.queue, record.callee])
    .find((called) => called !== null && known.isOwnQueue(called));
  const number = whole?.record.caller ?? '';
  if (whole === undefined || queue === undefined || !isOutside(number, known)) return null;
  const { waitSeconds, totalSeconds } = whole.record;
  return {
    kind: 'missed',
    number,
    atMs: beganAtMs(whole),
    by: null,
    cameIn: true,
    outcome: null,
    queue,
    waitedSeconds: waitSeconds || totalSeconds || null,
  };
}

function beganAtMs({ source, record, receivedAtMs }: OthersRecord): number {
  if (source === 'report' && record.startedAtMs !== null) return record.startedAtMs;
  return receivedAtMs - (record.totalSeconds ?? 0) * 1000;
}

function partiesOf(
  { caller, callee }: CallRecord,
  known: OthersKnown,
): Pick<MissedSign, 'number' | 'by' | 'cameIn'> | null {
  if (caller === null || callee === null) return null;
  if (known.isColleague(callee) && isOutside(caller, known)) return { number: caller, by: callee, cameIn: true };
  if (known.isColleague(caller) && isOutside(callee, known)) return { number: callee, by: caller, cameIn: false };
  return null;
}

/** What colleagues say to each other closes nothing. */
function isOutside(number: string, known: OthersKnown): boolean {
  return number !== '' && destinationKind(number) === 'outside' && !known.isColleague(number);
}
