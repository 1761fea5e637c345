import { request } from '../dialer-api.ts';
import { useAppState } from './app-state.ts';
import { useView } from './view.ts';

/** Out of the way, with everything in it as it is. */
export function hideWindow(): void {
  void request('window:hide', {});
}

/** The window may be seen: what stands in it now will stay where it is. */
export function tellReady(): void {
  void request('window:ready', {});
}

/** The next start opens the tab that is open now. */
export function connectTabMemory(): void {
  useView.subscribe(({ tab }, before) => {
    if (tab !== before.tab) void request('window:remember-tab', { tab });
  });
}

/** Puts the live call on top of all other windows, or takes it away again. */
export function keepOnTop(open: boolean): void {
  void request('window:compact', { open });
}

export function toggleKeepOnTop(): void {
  keepOnTop(useAppState.getState().state?.compactOpen !== true);
}

/** The palette, in front of all programs. */
export function openQuickDial(): void {
  void request('quick-dial:open', {});
}

export function showMainWindow(): void {
  void request('window:show-main', {});
}
