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
  const open = withHandling(signs, samePartyIn(signs)).filter(({ handled }) => handled === null);
  return new Set(open.map(({ sign }) => sign.id));
}

/**
 * One entry for all calls of a number that wait, else for those that were handled last. The signs are of numbers that end alike.
 */
export function missedEntries(signs: readonly KeptSign[]): readonly MissedEntry[] {
  const sameParty = samePartyIn(signs);
  return ofSameNumber(withHandling(signs, sameParty), sameParty).map((calls) => toEntry(calls, signs, sameParty));
}

/** All writings of numbers that are the same party as this one. */
type SameParty = (number: string) => ReadonlySet<string>;

/** Of thousands of calls with one number the number is compared once. */
function samePartyIn(signs: readonly KeptSign[]): SameParty {
  const numbers = [...new Set(signs.map(({ number }) => number))];
  const known = new Map<string, ReadonlySet<string>>();
  return (number) => {
    const before = known.get(number);
    if (before !== undefined) return before;
    const same = new Set(numbers.filter((other) => sameNumber(other, number)));
    known.set(number, same);
    return same;
  };
}

function withHandling(signs: readonly KeptSign[], sameParty: SameParty): readonly MissedCall[] {
  const talks = signs.filter(({ kind }) => kind === 'talk').sort(earlierFirst);
  const nextTalks = new Map<string, NextTalk>();
  const nextTalkOf = (number: string) => {
    const same = sameParty(number);
    const next = nextTalks.get(number) ?? nextOf(talks.filter((talk) => same.has(talk.number)));
    nextTalks.set(number, next);
    return next;
  };
  return signs
    .filter(({ kind }) => kind === 'missed')
    .sort(earlierFirst)
    .map((sign) => ({ sign, handled: handledBy(sign, nextTalkOf(sign.number)(sign.atMs)) }));
}

/** The first of the talks after a moment. Asked for later and later moments, so it looks at each of them once. */
type NextTalk = (afterMs: number) => KeptSign | undefined;

function nextOf(talks: readonly KeptSign[]): NextTalk {
  let at = 0;
  return (afterMs) => {
    for (;;) {
      const talk = talks[at];
      if (talk === undefined || talk.atMs > afterMs) return talk;
      at += 1;
    }
  };
}

/** The first talk after it, or the word of the agent, whichever came before. */
function handledBy({ byHandAtMs }: KeptSign, talk: KeptSign | undefined): MissedHandled | null {
  if (byHandAtMs !== null && (talk === undefined || byHandAtMs <= talk.atMs))
    return { how: 'by-hand', atMs: byHandAtMs };
  if (talk === undefined) return null;
  return { how: talk.cameIn ? 'reached-us' : 'called-back', atMs: talk.atMs, by: talk.by };
}

/**
 * All that reach each other by `sameNumber`, which alone does not: two long numbers may have the same short one in common. Calls come
 * the earliest first, and stay so.
 */
function ofSameNumber(calls: readonly MissedCall[], sameParty: SameParty): readonly (readonly MissedCall[])[] {
  const groups: { readonly numbers: Set<string>; readonly calls: MissedCall[] }[] = [];
  for (const number of new Set(calls.map(({ sign }) => sign.number))) {
    const same = sameParty(number);
    const joined = groups.filter(({ numbers }) => [...numbers].some((other) => same.has(other)));
    for (const group of joined) groups.splice(groups.indexOf(group), 1);
    groups.push({ numbers: new Set([number, ...joined.flatMap(({ numbers }) => [...numbers])]), calls: [] });
  }
  const groupOf = new Map(
    groups.flatMap((group) => [...group.numbers].map((number) => [number, group.calls] as const)),
  );
  for (const call of calls) groupOf.get(call.sign.number)?.push(call);
  return groups.map((group) => group.calls);
}

function toEntry(calls: readonly MissedCall[], signs: readonly KeptSign[], sameParty: SameParty): MissedEntry {
  const waiting = calls.filter(({ handled }) => handled === null);
  const handled = waiting.length > 0 ? null : (calls.at(-1)?.handled ?? null);
  const told = (waiting.length > 0 ? waiting : calls.filter((call) => isSameEnd(call.handled, handled))).map(
    ({ sign }) => sign,
  );
  const last = told.at(-1);
  const first = told[0];
  if (first === undefined || last === undefined) throw new Error('A group of calls has calls');
  const same = sameParty(last.number);
  const attempts = signs
    .filter(
      ({ kind, atMs, number }) =>
        kind === 'attempt' && atMs > first.atMs && (handled === null || atMs < handled.atMs) && same.has(number),
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
