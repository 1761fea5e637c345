import { create } from 'zustand';
import type { DialerError } from '../../shared/errors.ts';
import type { DoneFollowUpRow, WorkedCallRow } from '../../shared/ipc/after-call-contract.ts';
import { request } from '../dialer-api.ts';

interface WorkListsStore {
  /** Null until they were read. */
  readonly queue: { readonly rows: readonly WorkedCallRow[]; readonly count: number } | null;
  readonly followUps: { readonly open: readonly WorkedCallRow[]; readonly done: readonly DoneFollowUpRow[] } | null;
  readonly failure: DialerError | null;
}

export const useWorkLists = create<WorkListsStore>(() => ({ queue: null, followUps: null, failure: null }));

const asked = { queue: 0, followUps: 0 };

/** Calls that wait for an outcome. An answer that comes after a newer question is dropped. */
export async function readQueue(): Promise<void> {
  asked.queue += 1;
  const mine = asked.queue;
  const answer = await request('after-call:queue', {});
  if (mine === asked.queue)
    useWorkLists.setState(answer.ok ? { queue: answer.value, failure: null } : { failure: answer.error });
}

/** Whom to call again. */
export async function readFollowUps(): Promise<void> {
  asked.followUps += 1;
  const mine = asked.followUps;
  const answer = await request('after-call:follow-ups', {});
  if (mine === asked.followUps)
    useWorkLists.setState(answer.ok ? { followUps: answer.value, failure: null } : { failure: answer.error });
}
