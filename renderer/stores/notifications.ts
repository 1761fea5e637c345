import { create } from 'zustand';
import type { EventPayload, RequestOutput } from '../../shared/ipc/contract.ts';
import { request, subscribe } from '../dialer-api.ts';
import { showAllCalls } from './all-calls.ts';
import { chooseCall } from './calls.ts';
import { closeDetails } from './history-desk.ts';
import { leaveShortcuts, showTab } from './view.ts';

/** The call whose notification was clicked, until the list has it in sight. */
export const useOpenedCall = create<{ readonly id: string | null }>(() => ({ id: null }));

/** A call that rings is on the card, over every tab; one that is over stands in the list, where Enter calls again. */
export function connectOpenedCall(): void {
  subscribe('call:open', (opened) => void openCall(opened));
}

async function openCall({ id, kind }: EventPayload<'call:open'>): Promise<void> {
  await leaveShortcuts();
  if (kind === 'incoming') {
    chooseCall(id);
    return;
  }
  showAllCalls();
  closeDetails();
  showTab('history');
  useOpenedCall.setState({ id });
}

export function forgetOpenedCall(): void {
  useOpenedCall.setState({ id: null });
}

export function testNotification(): Promise<RequestOutput<'window:test-notification'>> {
  return request('window:test-notification', {});
}
