import { create } from 'zustand';
import type { DialerError } from '../../shared/errors.ts';
import type { RequestInput } from '../../shared/ipc/contract.ts';
import type { ReceivedEvent } from '../../shared/ipc/listener-contract.ts';
import { request, subscribe } from '../dialer-api.ts';

const shownEvents = 30;

interface ListenerStore {
  /** Newest first. */
  readonly recent: readonly ReceivedEvent[];
  readonly loading: boolean;
  readonly failure: DialerError | null;
}

export const useListener = create<ListenerStore>(() => ({ recent: [], loading: false, failure: null }));

export function connectListener(): void {
  subscribe('event:received', (event) => {
    useListener.setState(({ recent }) => ({
      recent: [event, ...recent.filter((known) => known.id !== event.id)].slice(0, shownEvents),
    }));
  });
}

export async function loadRecentEvents(): Promise<void> {
  useListener.setState({ loading: true, failure: null });
  const answer = await request('listener:recent-events', { limit: shownEvents });
  useListener.setState(
    answer.ok
      ? { recent: [...answer.value].sort((a, b) => b.id - a.id), loading: false }
      : { loading: false, failure: answer.error },
  );
}

/** They are of a profile that was left. */
export function forgetRecentEvents(): void {
  useListener.setState({ recent: [], failure: null });
}

export function revealSetUp() {
  return request('listener:reveal-set-up', {});
}

export function saveListenerCredentials(change: RequestInput<'listener:save-credentials'>) {
  return request('listener:save-credentials', change);
}

export function retryListener() {
  return request('listener:retry', {});
}

/** Waits up to ten seconds for the event. */
export function pingRoundTrip() {
  return request('listener:ping-round-trip', {});
}

export function copyText(text: string) {
  return request('clipboard:write', { text });
}
