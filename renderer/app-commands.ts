import { useAppState } from './stores/app-state.ts';
import { saveSettings } from './stores/settings.ts';
import { showShortcuts, useView } from './stores/view.ts';
import { useCommand } from './use-command.ts';

const zoomSteps = [100, 125, 150, 175, 200] as const;

/** What can be done in every screen, also before the program is set up. */
export function useAppCommands(): void {
  const shown = useView((store) => store.shortcutsShown);
  const zoom = useAppState((store) => store.state?.settings.ui.zoomPercent ?? 100);
  const larger = zoomSteps.find((step) => step > zoom);
  const smaller = zoomSteps.findLast((step) => step < zoom);
  const zoomTo = (zoomPercent: (typeof zoomSteps)[number] = 100) => void saveSettings({ ui: { zoomPercent } });
  useCommand('zoom-in', () => zoomTo(larger), larger !== undefined);
  useCommand('zoom-out', () => zoomTo(smaller), smaller !== undefined);
  useCommand('zoom-reset', () => zoomTo(), zoom !== 100);
  useCommand('shortcuts', () => showShortcuts(!shown));
}
