import { create } from 'zustand';
import type { DialerError } from '../../shared/errors.ts';
import type { ConnectionChecks } from '../../shared/ipc/check-schema.ts';
import { request, subscribe } from '../dialer-api.ts';
import { settingsSaved } from './settings.ts';

/** The call to oneself: nothing asked yet, on its way, sent as this call, or not sent at all. */
export type CallToMyself =
  | { readonly state: 'none' | 'asking' }
  | { readonly state: 'sent'; readonly callId: string; readonly error: DialerError | null }
  | { readonly state: 'not-sent'; readonly error: DialerError };

interface ChecksStore {
  /** Of the last run; null when nothing is known of the PBX and account that are set. */
  readonly checks: ConnectionChecks | null;
  readonly myself: CallToMyself;
}

const nothing: ChecksStore = { checks: null, myself: { state: 'none' } };

export const useChecks = create<ChecksStore>(() => nothing);

export function connectChecks(): void {
  subscribe('checks:changed', (checks) => useChecks.setState(checks === null ? nothing : { checks }));
}

export async function startChecks(): Promise<void> {
  await settingsSaved();
  await request('checks:start', {});
}

/** Like every call it is asked for once; while the answer is awaited further presses are dropped. */
export async function callMyself(): Promise<void> {
  if (useChecks.getState().myself.state === 'asking') return;
  useChecks.setState({ myself: { state: 'asking' } });
  const answer = await request('call:call-myself', {});
  if (!answer.ok) {
    useChecks.setState({ myself: { state: 'not-sent', error: answer.error } });
    return;
  }
  const { callId, ...result } = answer.value;
  const error = result.outcome === 'accepted' ? null : result.error;
  useChecks.setState({ myself: { state: 'sent', callId, error } });
}
