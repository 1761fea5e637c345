import type { RemovalRule } from '../../../shared/ipc/keeping-contract.ts';

/** By size alone nothing of the last days goes, however small the limit is. */
const alwaysKeptMs = 7 * 24 * 60 * 60 * 1000;
const bytesAMegabyte = 1024 * 1024;

/** The same day so many months earlier, or the last day of a month that has no such day. */
export function monthsBefore(nowMs: number, months: number): number {
  const day = new Date(nowMs);
  const wanted = day.getDate();
  day.setDate(1);
  day.setMonth(day.getMonth() - months);
  const lastDay = new Date(day.getFullYear(), day.getMonth() + 1, 0).getDate();
  day.setDate(Math.min(wanted, lastDay));
  return day.getTime();
}

export interface SizeNow {
  /** Without room that is free inside of the file. */
  readonly bytes: number;
  readonly calls: number;
}

/** How many of the oldest calls make up what is beyond the limit, if all calls weigh the same. */
export function callsBeyond({ megabytes }: RemovalRule, { bytes, calls }: SizeNow): number {
  if (megabytes === null || bytes === 0) return 0;
  const beyond = bytes - megabytes * bytesAMegabyte;
  return beyond <= 0 ? 0 : Math.min(calls, Math.ceil((beyond / bytes) * calls));
}

/** Before which moment calls go; null: none do. `fitsAtMs`: from which on the calls fit into the size; null: all do. */
export function removedBefore({ months }: RemovalRule, nowMs: number, fitsAtMs: number | null): number | null {
  const byAge = months === null ? null : monthsBefore(nowMs, months);
  const bySize = fitsAtMs === null ? null : Math.min(fitsAtMs, nowMs - alwaysKeptMs);
  return byAge === null || bySize === null ? (byAge ?? bySize) : Math.max(byAge, bySize);
}
