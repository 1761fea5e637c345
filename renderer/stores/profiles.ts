import { create } from 'zustand';
import type { DialerError } from '../../shared/errors.ts';
import { request, subscribe } from '../dialer-api.ts';
import { useAppState } from './app-state.ts';
import { forgetRecentEvents } from './listener.ts';
import { forgetDraftsOfProfile } from './setting-drafts.ts';
import { inTurn, type Saved } from './settings.ts';
import { forgetChosenTrunk } from './trunks.ts';

interface ProfilesStore {
  /** A switch that was not made, and why; it stands in the header until it was answered. */
  readonly refused: { readonly id: string; readonly error: DialerError } | null;
  /** The history shows the calls of all profiles, where there are several. */
  readonly historyOfAll: boolean;
}

export const useProfiles = create<ProfilesStore>(() => ({ refused: null, historyOfAll: true }));

/** Whose calls the windows show; null before the program is set up. */
export function shownProfile({ state } = useAppState.getState()): string | null {
  const settings = state?.settings;
  if (settings === undefined || settings.mode === 'unset') return null;
  return settings.mode === 'demo' ? 'demo' : settings.profile.id;
}

export function connectProfiles(): void {
  subscribe('profile:not-switched', (refused) => useProfiles.setState({ refused }));
  let known = shownProfile();
  // Before anything is drawn for the next one.
  useAppState.subscribe(() => {
    const now = shownProfile();
    if (now === known) return;
    known = now;
    forgetDraftsOfProfile();
    forgetRecentEvents();
    useProfiles.setState({ refused: null });
  });
}

/** Says in the header why not, and asks there. Returns whether it was done. */
export async function switchProfile(id: string, evenInCall = false): Promise<boolean> {
  useProfiles.setState({ refused: null });
  const answer = await inTurn(() => request('profile:switch', { id, evenInCall }));
  if (answer.ok) forgetChosenTrunk();
  else useProfiles.setState({ refused: { id, error: answer.error } });
  return answer.ok;
}

export function chooseHistory(historyOfAll: boolean): void {
  useProfiles.setState({ historyOfAll });
}

export function stayInProfile(): void {
  useProfiles.setState({ refused: null });
}

export function addProfile(name: string, copy: boolean): Promise<Saved> {
  return inTurn(() => request('profile:add', { name, copy }));
}

export function renameProfile(id: string, name: string): Promise<Saved> {
  return inTurn(() => request('profile:rename', { id, name }));
}

export function removeProfile(id: string): Promise<Saved> {
  return inTurn(() => request('profile:remove', { id }));
}
