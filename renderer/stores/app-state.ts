import { create } from 'zustand';
import type { DialerError } from '../../shared/errors.ts';
import type { AppState } from '../../shared/ipc/app-state-schema.ts';
import { request, subscribe } from '../dialer-api.ts';
import { keepEqualParts } from './keep-equal.ts';

export interface AppStateStore {
  /** Null until the first snapshot arrived. */
  readonly state: AppState | null;
  readonly failure: DialerError | null;
}

export const useAppState = create<AppStateStore>(() => ({ state: null, failure: null }));

/** Takes a snapshot unless a newer one is shown already. Parts that did not change stay the same objects. */
export function receiveAppState(state: AppState): void {
  useAppState.setState((current) => {
    if (current.state === null) return { state, failure: null };
    if (current.state.revision > state.revision) return current;
    return { state: keepEqualParts(current.state, state), failure: null };
  });
}

/** Subscribes first and asks second, so that nothing announced in between is lost. */
export async function connectAppState(): Promise<void> {
  subscribe('state:changed', receiveAppState);
  const answer = await request('app:snapshot', {});
  if (answer.ok) receiveAppState(answer.value);
  else useAppState.setState({ failure: answer.error });
}

/** For views that are only shown once a snapshot is there. */
export function useSnapshot<T>(select: (state: AppState) => T): T {
  return useAppState((store) => {
    if (store.state === null) throw new Error('No snapshot yet');
    return select(store.state);
  });
}
