import type { WindowName } from '../../shared/ipc/channels.ts';
import { request } from '../dialer-api.ts';
import { useAppState } from './app-state.ts';
import { useView } from './view.ts';

/** Of the path to what broke; the log needs its beginning. */
const longestReason = 2000;

/** Out of the way, with everything in it as it is. */
export function hideWindow(): void {
  void request('window:hide', {});
}

/** The window may be seen: what stands in it now will stay where it is. */
export function tellReady(): void {
  void request('window:ready', {});
}

/** What is drawn broke. The main process writes it down, with secrets and numbers masked. */
export function tellPageBroke(page: WindowName, problem: unknown): void {
  const reason = problem instanceof Error ? (problem.stack ?? problem.message) : String(problem);
  void request('window:page-broke', { page, reason: reason.slice(0, longestReason) });
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
