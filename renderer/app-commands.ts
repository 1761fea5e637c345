import type { UiSettings } from '../shared/settings/schema.ts';
import { zoomPercents } from '../shared/settings/zoom-percents.ts';
import { useAppState } from './stores/app-state.ts';
import { saveSettings } from './stores/settings.ts';
import { showShortcuts, useView } from './stores/view.ts';
import { useCommand } from './use-command.ts';

/** What can be done in every screen, also before the program is set up. */
export function useAppCommands(): void {
  const shown = useView((store) => store.shortcutsShown);
  const zoom = useAppState((store) => store.state?.settings.ui.zoomPercent ?? 100);
  const larger = zoomPercents.find((step) => step > zoom);
  const smaller = zoomPercents.findLast((step) => step < zoom);
  const zoomTo = (zoomPercent: UiSettings['zoomPercent'] = 100) => void saveSettings({ ui: { zoomPercent } });
  useCommand('zoom-in', () => zoomTo(larger), larger !== undefined);
  useCommand('zoom-out', () => zoomTo(smaller), smaller !== undefined);
  useCommand('zoom-reset', () => zoomTo(), zoom !== 100);
  useCommand('shortcuts', () => showShortcuts(!shown));
}
