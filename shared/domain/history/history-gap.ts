/**
 * Why nothing is known of a time. `unasked`: the PBX was not asked for it yet. `denied`: the account may not read reports.
 * `account`: the PBX does not accept it at all. `slow`: the answer took too long. `failed`: the reports broke off. `cancelled`: somebody did not want to wait.
 */
export const gapReasons = ['unasked', 'denied', 'account', 'unreachable', 'slow', 'failed', 'cancelled'] as const;
export type GapReason = (typeof gapReasons)[number];

/** UTC epoch milliseconds; the end is no part of it. */
export interface TimeSpan {
  readonly fromMs: number;
  readonly toMs: number;
}

/** A time in which nobody listened to the PBX, and whose calls were not read from its reports. */
export interface HistoryGap extends TimeSpan {
  readonly reason: GapReason;
}

/** A program that starts anew is deaf for some seconds, as is one that was killed between two notes of the time: nobody misses them. */
const leastShownMs = 30_000;

export function isShownGap({ fromMs, toMs, reason }: HistoryGap): boolean {
  return reason !== 'unasked' && toMs - fromMs >= leastShownMs;
}

/**
 * Where a database is lost without a copy nobody knows since when there were calls: so much the PBX is asked for, and more than that
 * nobody looks up.
 */
export const longestLostMs = 90 * 24 * 60 * 60 * 1000;
