import type { WindowName } from '../shared/ipc/channels.ts';
import type { Settings } from '../shared/settings/schema.ts';
import { loadAhead } from './later-view.tsx';
import { pageViews, setupViews, viewsBeside } from './later-views.ts';
import { useAppState } from './stores/app-state.ts';
import { type SetupStep, useView } from './stores/view.ts';

/** Where there is room for two things beside each other. */
export const wideWindow = '(min-width: 760px)';

/** What the first picture of a page is made of, so that it is whole. The state is known by then. */
export async function loadFirstViews(page: WindowName): Promise<void> {
  const { setupStep, tab, beside } = useView.getState();
  const step = setupScreen(useAppState.getState().state?.settings.mode, setupStep);
  const first = [pageViews[page]];
  if (page === 'main' && step !== null) first.push(setupViews[step]);
  else if (page === 'main' && window.matchMedia(wideWindow).matches) first.push(viewsBeside[beside]);
  else if (page === 'main' && tab !== 'keypad') first.push(viewsBeside[tab]);
  await loadAhead(first);
}

export function setupScreen(mode: Settings['mode'] | undefined, step: SetupStep): SetupStep {
  return step ?? (mode === 'unset' ? 'welcome' : null);
}
