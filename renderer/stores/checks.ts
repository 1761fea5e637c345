import { create } from 'zustand';
import type { DialerError } from '../../shared/errors.ts';
import type { OriginateResult } from '../../shared/ipc/call-contract.ts';
import type { ConnectionChecks } from '../../shared/ipc/check-schema.ts';
import { request, subscribe } from '../dialer-api.ts';
import { settingsSaved } from './settings.ts';

/** The call to oneself: nothing asked yet, on its way, what came of asking the PBX for it, or never a call. */
export type CallToMyself =
  | { readonly state: 'none' | 'asking' }
  | { readonly state: 'asked'; readonly result: OriginateResult }
  | { readonly state: 'not-sent'; readonly error: DialerError };

/** Why nothing, or nothing certain, came of it. */
export function myselfError(myself: CallToMyself): DialerError | null {
  if (myself.state === 'not-sent') return myself.error;
  return myself.state === 'asked' && myself.result.outcome !== 'accepted' ? myself.result.error : null;
}

interface ChecksStore {
  /** Of the last run; null when nothing is known of the PBX and account that are set. */
  readonly checks: ConnectionChecks | null;
  readonly myself: CallToMyself;
}

const nothing: ChecksStore = { checks: null, myself: { state: 'none' } };

export const useChecks = create<ChecksStore>(() => nothing);

/** Rises with every PBX or account that is left, so that an answer of one left behind is not shown. */
let generation = 0;
/** What is still being saved may be another PBX; the call is for that one then. */
let callWaits = false;

export function connectChecks(): void {
  subscribe('checks:changed', (checks) => {
    if (checks === null) generation += 1;
    useChecks.setState(checks === null && !callWaits ? nothing : { checks });
  });
}

export async function startChecks(): Promise<void> {
  await settingsSaved();
  await request('checks:start', {});
}

/** Like every call it is asked for once; while the answer is awaited further presses are dropped. */
export async function callMyself(): Promise<void> {
  if (useChecks.getState().myself.state === 'asking') return;
  useChecks.setState({ myself: { state: 'asking' } });
  callWaits = true;
  await settingsSaved();
  callWaits = false;
  const asked = generation;
  const answer = await request('call:call-myself', {});
  if (asked !== generation) return;
  useChecks.setState({
    myself: answer.ok ? { state: 'asked', result: answer.value } : { state: 'not-sent', error: answer.error },
  });
}
