import { type Call, type Observation, observations, type Settlement } from './call.ts';

const idleSigns: ReadonlySet<Observation> = new Set(['agent-idle', 'agent-idle-again']);

/** The last moment at which anything showed the call to be under way; null when nothing did. */
export function lastSignOfLifeAtMs(call: Call): number | null {
  return latest(observations.filter((name) => !idleSigns.has(name)).map((name) => call.observed[name]));
}

/** False of a call that was left under way: whether it still is, nobody here can tell. A sign of life since then tells it. */
export function isWatched(call: Call, watchedSinceMs: number): boolean {
  return (lastSignOfLifeAtMs(call) ?? call.startedAtMs) >= watchedSinceMs;
}

/** Said by the PBX itself; the direction of a call is only concluded and may change with what is heard later. */
export function cameToAgent(call: Call): boolean {
  const { observed } = call;
  return call.outcome === 'none' && (observed['came-in'] !== undefined || observed['agent-was-called'] !== undefined);
}

/** Events that overtake each other on their way are not further apart. */
const overtakingMs = 1000;

/** A phone may go idle and ring again in one call: in a queue, or when a transfer comes back. */
export function idleEndAtMs(call: Call): number | null {
  const { observed } = call;
  const alive = latest([
    observed['agent-ringing'],
    observed['agent-in-use'],
    observed['agent-in-use-with-other'],
    observed['agent-alive-again'],
  ]);
  const ending = [observed['agent-idle'], observed['agent-idle-again']].find(
    (atMs) => atMs !== undefined && (alive === null || atMs + overtakingMs >= alive),
  );
  return ending ?? null;
}

/** What was concluded from silence holds as long as the silence. */
export function standingSettlement(call: Call): Settlement | null {
  if (call.settlement === null) return null;
  const alive = lastSignOfLifeAtMs(call);
  return alive !== null && alive > call.settlement.atMs ? null : call.settlement;
}

/** The agent picked up. */
export function agentInUseAtMs(call: Call): number | null {
  return earliest([call.observed['agent-in-use'], call.observed['agent-in-use-with-other']]);
}

/** From when the signs themselves say that both talk: see `talkingSince`. */
export function observedTalkAtMs(call: Call): number | null {
  const { observed } = call;
  if (cameToAgent(call)) return agentInUseAtMs(call);
  const named = observed['agent-in-use-with-other'];
  const before = earliest([observed['agent-in-use'], observed['other-dialled-out']]);
  const nowNamed = named !== undefined && before !== null && before < named;
  return earliest([observed['other-in-use'], nowNamed ? named : undefined]);
}

function earliest(moments: readonly (number | undefined)[]): number | null {
  const known = moments.filter((atMs) => atMs !== undefined);
  return known.length === 0 ? null : Math.min(...known);
}

function latest(moments: readonly (number | undefined)[]): number | null {
  const known = moments.filter((atMs) => atMs !== undefined);
  return known.length === 0 ? null : Math.max(...known);
}
