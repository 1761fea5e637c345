import type { Call } from '../../shared/domain/call.ts';
import { callsUnderWay, longestCallMs } from '../../shared/domain/calls-under-way.ts';

/** What the agent turned to; a call asked for later comes first again. */
export interface ChosenCall {
  readonly id: string;
  readonly atMs: number;
}

/**
 * The call to show above everything: the one the agent turned to; else the newest request when it was refused, else the newest one under
 * way, our own before those that only came in; else the last one that ended while the program ran. Null when there is none or the agent
 * closed it.
 */
export function currentCall(
  calls: readonly Call[],
  live: ReadonlyMap<string, number>,
  dismissed: ReadonlySet<string>,
  nowMs: number,
  chosen: ChosenCall | null = null,
): Call | null {
  const underWay = callsUnderWay(calls, dismissed, nowMs);
  const newestOwn = calls.find((call) => call.outcome !== 'none');
  const turnedTo = underWay.find((call) => call.id === chosen?.id);
  if (turnedTo !== undefined && (chosen?.atMs ?? 0) >= (newestOwn?.startedAtMs ?? 0)) return turnedTo;
  // A refusal is said at once, also while another call goes on; closing it brings that one back.
  if (newestOwn?.outcome === 'refused' && live.has(newestOwn.id) && !dismissed.has(newestOwn.id)) return newestOwn;
  const shown = underWay.find((call) => call.outcome !== 'none') ?? underWay.at(0);
  if (shown !== undefined) return shown;
  const latest = calls.find((call) => live.has(call.id) && wasOnTheLine(call, nowMs));
  return latest === undefined || dismissed.has(latest.id) ? null : latest;
}

/** A call of which only the final record ever came, or that comes up again long afterwards, belongs to the history alone. */
function wasOnTheLine(call: Call, nowMs: number): boolean {
  const followed = call.outcome !== 'none' || Object.keys(call.observed).length > 0;
  return followed && nowMs - call.heard.firstAtMs < longestCallMs;
}
