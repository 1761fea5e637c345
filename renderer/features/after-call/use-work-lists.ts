import { useEffect } from 'react';
import { useAfterCall } from '../../stores/after-call.ts';
import { useSnapshot } from '../../stores/app-state.ts';
import { readFollowUps, readQueue, useWorkLists } from '../../stores/work-lists.ts';

/** Calls that wait for an outcome, read anew when others do; null until they are there. */
export function useQueue() {
  const counts = useSnapshot((state) => state.afterCall);
  const revision = useAfterCall((store) => store.listRevision);
  const queue = useWorkLists((store) => store.queue);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read anew with each change
  useEffect(() => void readQueue(), [counts, revision]);
  return queue;
}

/** Whom to call again; null until they are there. */
export function useFollowUps() {
  const counts = useSnapshot((state) => state.afterCall);
  const revision = useAfterCall((store) => store.listRevision);
  const followUps = useWorkLists((store) => store.followUps);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read anew with each change
  useEffect(() => void readFollowUps(), [counts, revision]);
  return followUps;
}
