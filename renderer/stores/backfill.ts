import { create } from 'zustand';
import type { BackfillStatus } from '../../shared/ipc/backfill-contract.ts';
import { request, subscribe } from '../dialer-api.ts';

interface BackfillStore {
  readonly status: BackfillStatus;
  /** What was told of the last one, and was seen; by its moment. */
  readonly seenAtMs: number | null;
}

/** How calls of a time in which nobody listened are fetched, and of which times they are missing. */
export const useBackfill = create<BackfillStore>(() => ({
  status: { revision: -1, running: null, done: null, gaps: [] },
  seenAtMs: null,
}));

export async function connectBackfill(): Promise<void> {
  subscribe('backfill:changed', take);
  const answer = await request('backfill:read', {});
  if (answer.ok) take(answer.value);
}

function take(status: BackfillStatus): void {
  useBackfill.setState((now) => {
    if (status.revision < now.status.revision) return now;
    // The list is laid out anew for other gaps only.
    const same = JSON.stringify(status.gaps) === JSON.stringify(now.status.gaps);
    return { status: same ? { ...status, gaps: now.status.gaps } : status };
  });
}

/** What comes of it is announced. */
export function fetchCalls(): void {
  void request('backfill:start', {});
}

export function cancelFetching(): void {
  void request('backfill:cancel', {});
}

export function forgetFetched(): void {
  useBackfill.setState(({ status }) => ({ seenAtMs: status.done?.atMs ?? null }));
}
