import type { CallStore } from './ports.ts';

export function countCalls(store: Pick<CallStore, 'count'>, profiles: readonly string[]): number {
  return profiles.reduce((sum, profile) => sum + store.count(profile), 0);
}
