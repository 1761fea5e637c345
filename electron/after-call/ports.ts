import type { CallWork } from '../../shared/domain/after-call/call-work.ts';
import type { OpenFollowUp } from '../../shared/domain/after-call/follow-up.ts';
import type { Call } from '../../shared/domain/call.ts';

/** A call with what the agent added to it. */
export interface WorkedCall {
  readonly call: Call;
  readonly work: CallWork;
}

/** Keeps what agents add to calls. Every method is synchronous, and durable when it returns. */
export interface CallWorkStore {
  /** In the order of the ids; null: nothing was added. */
  read(callIds: readonly string[]): readonly (CallWork | null)[];
  get(callId: string): { readonly call: Call; readonly work: CallWork | null } | null;
  /** Null: there is no such call. */
  change(callId: string, change: Partial<CallWork>, nowMs: number): CallWork | null;
  /** Calls that wait for an outcome, newest first. */
  awaiting(profile: string, limit: number): readonly WorkedCall[];
  countAwaiting(profile: string): number;
  /** Nothing waits any more, of whatever profile. */
  clearAwaiting(): void;
  /** Keys of calls that ended, have no outcome and do not wait for one. */
  undecided(profile: string, sinceMs: number): readonly number[];
  byKeys(keys: readonly number[]): readonly { readonly call: Call; readonly work: CallWork | null }[];
  /** The next one first. */
  openFollowUps(profile: string): readonly OpenFollowUp[];
  /** What agents marked their calls with, the newest first. */
  tags(profile: string): readonly string[];
  /** Calls since a moment that somebody noted something of, newest first. */
  notedSince(profile: string, sinceMs: number): readonly WorkedCall[];
}
