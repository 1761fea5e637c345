import { create } from 'zustand';
import { request } from '../dialer-api.ts';
import { useAppState } from './app-state.ts';

interface ConnectionStore {
  /** A check was asked for and is not answered yet. */
  readonly checking: boolean;
}

export const useConnection = create<ConnectionStore>(() => ({ checking: false }));

let newest = 0;

/** Main drops the answer to an earlier question; so the newest one tells when nothing is awaited any more. */
async function ask(): Promise<void> {
  newest += 1;
  const mine = newest;
  useConnection.setState({ checking: true });
  try {
    await request('pbx:check', {});
  } finally {
    if (mine === newest) useConnection.setState({ checking: false });
  }
}

/** Asks the PBX now; what comes of it is in the next snapshot. */
export async function checkConnection(): Promise<void> {
  if (!useConnection.getState().checking) await ask();
}

/** The network of this computer came or went: what was known of the PBX may no longer hold, nor what is being asked. */
export function checkOnNetworkChange(): void {
  const check = () => {
    if (useAppState.getState().state?.settings.mode === 'simotel') void ask();
  };
  window.addEventListener('online', check);
  window.addEventListener('offline', check);
}
