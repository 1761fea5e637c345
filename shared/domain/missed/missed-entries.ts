import { sameNumber } from '../destination.ts';
import type { MissedAttempt, MissedEntry, MissedHandled } from './missed-entry.ts';
import type { MissedSign } from './missed-sign.ts';

/** A sign with what the agent did about it. */
export interface KeptSign extends MissedSign {
  readonly id: string;
  readonly seen: boolean;
  /** When the agent said that nothing is left to be done; null: did not. */
  readonly byHandAtMs: number | null;
}

interface MissedCall {
  readonly sign: KeptSign;
  readonly handled: MissedHandled | null;
}

/** The ids of calls after which nobody talked with their number, and that nobody said to be handled. In whatever order signs come. */
export function openMissed(signs: readonly KeptSign[]): ReadonlySet<string> {
  const open = withHandling(signs).filter(({ handled }) => handled === null);
  return new Set(open.map(({ sign }) => sign.id));
}

/**
 * One entry for all calls of a number that wait, else for those that were handled last. The signs are of numbers that end alike.
 */
export function missedEntries(signs: readonly KeptSign[]): readonly MissedEntry[] {
  return ofSameNumber(withHandling(signs)).map((calls) => toEntry(calls, signs));
}

function withHandling(signs: readonly KeptSign[]): readonly MissedCall[] {
  const talks = signs.filter(({ kind }) => kind === 'talk').sort(earlierFirst);
  return signs
    .filter(({ kind }) => kind === 'missed')
    .sort(earlierFirst)
    .map((sign) => ({ sign, handled: handledBy(sign, talks) }));
}

/** The first talk after it, or the word of the agent, whichever came before. */
function handledBy(missed: KeptSign, talks: readonly KeptSign[]): MissedHandled | null {
  const talk = talks.find(({ atMs, number }) => atMs > missed.atMs && sameNumber(number, missed.number));
  const { byHandAtMs } = missed;
  if (byHandAtMs !== null && (talk === undefined || byHandAtMs <= talk.atMs))
    return { how: 'by-hand', atMs: byHandAtMs };
  if (talk === undefined) return null;
  return { how: talk.cameIn ? 'reached-us' : 'called-back', atMs: talk.atMs, by: talk.by };
}

/** All that reach each other by `sameNumber`, which alone does not: two long numbers may have the same short one in common. */
function ofSameNumber(calls: readonly MissedCall[]): readonly (readonly MissedCall[])[] {
  const groups: MissedCall[][] = [];
  for (const call of calls) {
    const same = groups.filter((group) => group.some(({ sign }) => sameNumber(sign.number, call.sign.number)));
    const joined = [...same.flat(), call].sort((a, b) => earlierFirst(a.sign, b.sign));
    for (const group of same) groups.splice(groups.indexOf(group), 1);
    groups.push(joined);
  }
  return groups;
}

function toEntry(calls: readonly MissedCall[], signs: readonly KeptSign[]): MissedEntry {
  const waiting = calls.filter(({ handled }) => handled === null);
  const handled = waiting.length > 0 ? null : (calls.at(-1)?.handled ?? null);
  const told = (waiting.length > 0 ? waiting : calls.filter((call) => isSameEnd(call.handled, handled))).map(
    ({ sign }) => sign,
  );
  const last = told.at(-1);
  const first = told[0];
  if (first === undefined || last === undefined) throw new Error('A group of calls has calls');
  const attempts = signs
    .filter(
      ({ kind, atMs, number }) =>
        kind === 'attempt' &&
        atMs > first.atMs &&
        (handled === null || atMs < handled.atMs) &&
        sameNumber(number, last.number),
    )
    .sort(earlierFirst);
  return {
    id: last.id,
    number: last.number,
    count: told.length,
    lastAtMs: last.atMs,
    queue: told.findLast(({ queue }) => queue !== null)?.queue ?? null,
    waitedSeconds: last.waitedSeconds,
    seen: told.every(({ seen }) => seen),
    attempts: attempts.length,
    lastAttempt: toAttempt(attempts.at(-1)),
    handled,
  };
}

function isSameEnd(one: MissedHandled | null, other: MissedHandled | null): boolean {
  return one !== null && other !== null && one.how === other.how && one.atMs === other.atMs;
}

function toAttempt(sign: KeptSign | undefined): MissedAttempt | null {
  return sign === undefined ? null : { atMs: sign.atMs, by: sign.by, outcome: sign.outcome ?? 'unknown' };
}

function earlierFirst(one: KeptSign, other: KeptSign): number {
  return one.atMs - other.atMs || (one.id < other.id ? -1 : 1);
}
