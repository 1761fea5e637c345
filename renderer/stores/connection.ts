import { create } from 'zustand';
import { request } from '../dialer-api.ts';
import { useAppState } from './app-state.ts';

interface ConnectionStore {
  /** The agent asked for a check that is not answered yet. */
  readonly checking: boolean;
}

export const useConnection = create<ConnectionStore>(() => ({ checking: false }));

/** Asks the PBX now; what comes of it is in the next snapshot. */
export async function checkConnection(): Promise<void> {
  if (useConnection.getState().checking) return;
  useConnection.setState({ checking: true });
  try {
    await request('pbx:check', {});
  } finally {
    useConnection.setState({ checking: false });
  }
}

/** The network of this computer came or went: what was known of the PBX may no longer hold. */
export function followNetwork(): void {
  const check = () => {
    if (useAppState.getState().state?.settings.mode === 'simotel') void checkConnection();
  };
  window.addEventListener('online', check);
  window.addEventListener('offline', check);
}
