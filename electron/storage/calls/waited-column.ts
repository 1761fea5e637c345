import type { Call } from '../../../shared/domain/call.ts';
import { callDisposition, finalRecord, isToAgent, wasAnsweredElsewhere } from '../../../shared/domain/call-view.ts';

/*
 * The `waited` column of a call: what its numbers need that neither its kind nor its talk says. Part of the format; mostly nothing,
 * since there is one for every call ever made. Not negative: the call was for the agent, who took it after so many seconds.
 */
const toAgent = -1;
const takenElsewhere = -2;
const othersTakenElsewhere = -3;

/** Null: how long it waited is not known, and its direction says alone whether it was for the agent. */
export function waitedOf(call: Call): number | null {
  const isForAgent = isToAgent(call);
  if (wasAnsweredElsewhere(call)) return isForAgent ? takenElsewhere : othersTakenElsewhere;
  if (!isForAgent) return null;
  const wait = callDisposition(call) === 'answered' ? (finalRecord(call)?.waitSeconds ?? null) : null;
  if (wait !== null && wait >= 0) return wait;
  return call.direction === 'inbound' ? null : toAgent;
}

/** In SQL, of `calls` with its `kinds`: 1 where it came in for the agent, 1 where a colleague took it, and where how long it waited is known. */
export const waitedSql = {
  toAgent: `(kinds.direction = 'inbound' OR ifnull(calls.waited <> ${othersTakenElsewhere}, 0))`,
  elsewhere: `ifnull(calls.waited <= ${takenElsewhere}, 0)`,
  isKnown: 'calls.waited >= 0',
} as const;
