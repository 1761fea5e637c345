import type { Call } from '../../shared/domain/call.ts';
import type { CallCursor } from '../../shared/ipc/call-contract.ts';
import type { CallStore } from './ports.ts';

/** A page of the calls of several profiles together, newest first: each of them has its own index. */
export function listCalls(
  store: Pick<CallStore, 'list'>,
  profiles: readonly string[],
  before: CallCursor | null,
  limit: number,
): readonly Call[] {
  const [first, ...others] = profiles;
  if (first !== undefined && others.length === 0) return store.list(first, before, limit);
  return profiles
    .flatMap((profile) => store.list(profile, before, limit))
    .sort((a, b) => b.startedAtMs - a.startedAtMs || (a.id < b.id ? 1 : -1))
    .slice(0, limit);
}

export function countCalls(store: Pick<CallStore, 'count'>, profiles: readonly string[]): number {
  return profiles.reduce((sum, profile) => sum + store.count(profile), 0);
}
