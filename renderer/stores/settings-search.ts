import { create } from 'zustand';
import { type SettingsGroup, showSettings, useView } from './view.ts';

interface SettingsSearchStore {
  readonly query: string;
  /** The setting that was chosen from what was found, until the focus has been there. */
  readonly sought: string | null;
}

export const useSettingsSearch = create<SettingsSearchStore>(() => ({ query: '', sought: null }));

// A group that is asked for from anywhere ends the search.
useView.subscribe((now, before) => {
  if (now.settingsGroup !== before.settingsGroup) searchFor('');
});

export function searchFor(query: string): void {
  useSettingsSearch.setState({ query });
}

/** Opens the group; the setting itself takes the focus as soon as it is there. */
export function goToSetting(group: SettingsGroup, sought: string): void {
  useSettingsSearch.setState({ query: '', sought });
  showSettings(group);
}

/** The search gives way to the group that was asked for. */
export function openGroup(group: SettingsGroup | null): void {
  useSettingsSearch.setState({ query: '', sought: null });
  showSettings(group);
}

export function forgetSought(): void {
  useSettingsSearch.setState({ sought: null });
}
