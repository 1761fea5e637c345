import type { Call } from '../../shared/domain/call.ts';
import { callEnd } from '../../shared/domain/call-view.ts';

/** A call nobody heard of for longer is not on the line any more; its end was missed while the computer slept. */
const longestCallMs = 6 * 60 * 60 * 1000;

/**
 * The call to show above everything: the newest request when it was refused, else the newest one under way, our own before those that only came in; else the last
 * one that ended while the window was open. Null when there is none or the agent closed it.
 */
export function currentCall(
  calls: readonly Call[],
  live: ReadonlyMap<string, number>,
  dismissed: ReadonlySet<string>,
  nowMs: number,
): Call | null {
  const underWay = calls.filter(
    (call) => callEnd(call) === null && !dismissed.has(call.id) && nowMs - call.startedAtMs < longestCallMs,
  );
  const newestOwn = calls.find((call) => call.outcome !== 'none');
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
