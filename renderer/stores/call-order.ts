import type { Call } from '../../shared/domain/call.ts';

/** Newest first; the id decides between calls of the same moment, as in the database. */
export function newerFirst(a: Call, b: Call): number {
  if (a.startedAtMs !== b.startedAtMs) return b.startedAtMs - a.startedAtMs;
  return a.id < b.id ? 1 : a.id > b.id ? -1 : 0;
}

/** Puts calls into a list, each in place of its older version. */
export function withCalls(list: readonly Call[], added: readonly Call[]): readonly Call[] {
  const ids = new Set(added.map((call) => call.id));
  return [...list.filter((call) => !ids.has(call.id)), ...added].sort(newerFirst);
}
