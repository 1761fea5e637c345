import type { CallWork } from '../after-call/call-work.ts';
import { isDue } from '../after-call/follow-up.ts';
import type { Call } from '../call.ts';
import { callDisposition, callQueue, callTrunkName, isMissed, otherParty, recordingFiles } from '../call-view.ts';
import { sameNumber } from '../destination.ts';
import type { HistoryFilter } from './history-filter.ts';
import { historyHaystack, historyTerms, holdsTerms } from './history-text.ts';

/** What only others know of a call. */
export interface HistoryKnowledge {
  readonly nowMs: number;
  readonly profiles: readonly string[];
  /** Of the numbers of the agent, without `+`; empty: nobody said it. */
  readonly countryCode: string;
  /** A contact that fits the text has the number. */
  nameFits(number: string): boolean;
  /** Somebody talked with its number afterwards, or said that nothing is left to be done. */
  isHandled(call: Call): boolean;
}

/** Tells whether a call is one of those that the filter asks for; made once for many. */
export function historyMatcher(
  filter: HistoryFilter,
  known: HistoryKnowledge,
): (call: Call, work: CallWork | null) => boolean {
  const terms = filter.text === undefined ? [] : historyTerms(filter.text, known.countryCode);
  const textFits = (call: Call, work: CallWork | null) => {
    if (terms.length === 0) return true;
    return holdsTerms(historyHaystack(call, work), terms) || known.nameFits(otherParty(call));
  };
  return (call, work) =>
    known.profiles.includes(call.profile) &&
    (filter.party === undefined || sameNumber(otherParty(call), filter.party)) &&
    isOneOf(call.direction, filter.directions) &&
    isOneOf(callDisposition(call), filter.dispositions) &&
    (filter.trunk === undefined || callTrunkName(call) === filter.trunk) &&
    (filter.queue === undefined || callQueue(call) === filter.queue) &&
    (filter.fromMs === undefined || call.startedAtMs >= filter.fromMs) &&
    (filter.toMs === undefined || call.startedAtMs < filter.toMs) &&
    (filter.recorded === undefined || recordingFiles(call).length > 0) &&
    workFits(filter, work, known.nowMs) &&
    textFits(call, work) &&
    (filter.unhandled === undefined || (isMissed(call) && hasNumber(call) && !known.isHandled(call)));
}

/** Nobody could be called back. */
function hasNumber(call: Call): boolean {
  return otherParty(call) !== '';
}

function workFits(filter: HistoryFilter, work: CallWork | null, nowMs: number): boolean {
  return (
    (filter.noted === undefined || (work !== null && work.note !== '')) &&
    (filter.awaitsOutcome === undefined || work?.awaitsOutcome === true) &&
    (filter.outcome === undefined || work?.outcome === filter.outcome) &&
    (filter.tag === undefined || work?.tags.includes(filter.tag) === true) &&
    (filter.due === undefined || (work !== null && isDue(work, nowMs)))
  );
}

/** None chosen is as good as all. */
function isOneOf<T>(value: T | null, chosen: readonly T[] | undefined): boolean {
  return chosen === undefined || chosen.length === 0 || (value !== null && chosen.includes(value));
}
