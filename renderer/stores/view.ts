import { create } from 'zustand';
import { type Tab, tabs } from '../../shared/tabs.ts';

export const settingsGroups = [
  'connection',
  'identity',
  'dialRules',
  'callLimit',
  'events',
  'contacts',
  'recordings',
  'keeping',
  'links',
  'screenPop',
  'afterCall',
  'secrets',
  'hotkeys',
  'appearance',
  'desktop',
  'notifications',
  'demo',
  'diagnostics',
  'updates',
  'about',
] as const;
export type SettingsGroup = (typeof settingsGroups)[number];

export type TabBeside = Exclude<Tab, 'keypad'>;

/** Steps of the first start; null when it is over, or was never needed. */
export type SetupStep = 'welcome' | 'connect' | 'events' | null;

interface ViewStore {
  readonly tab: Tab;
  /** What is open beside the keypad where there is room for both. */
  readonly beside: TabBeside;
  /** Null: the list of groups, where the window is too narrow to show both. */
  readonly settingsGroup: SettingsGroup | null;
  readonly setupStep: SetupStep;
  /** The list of keys lies over everything. */
  readonly shortcutsShown: boolean;
}

export const useView = create<ViewStore>(() => ({
  tab: 'keypad',
  beside: 'history',
  settingsGroup: null,
  setupStep: null,
  shortcutsShown: false,
}));

export function showTab(tab: Tab): void {
  useView.setState(tab === 'keypad' ? { tab } : { tab, beside: tab });
}

/** Opens the tab that was open when the window was last closed, if it is one of ours. */
export function reopenTab(name: string | undefined): void {
  const tab = tabs.find((candidate) => candidate === name);
  if (tab !== undefined) showTab(tab);
}

export function showShortcuts(shortcutsShown: boolean): void {
  useView.setState({ shortcutsShown });
}

/**
 * Whoever comes from outside of the window, by a notification or the tray, wants something else than the list of keys. Resolves when what
 * lies beneath can have the focus: the list gives it back to where it was, a frame after it is gone.
 */
export async function leaveShortcuts(): Promise<void> {
  if (!useView.getState().shortcutsShown) return;
  showShortcuts(false);
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  await frame();
  await frame();
}

export function showSettings(settingsGroup: SettingsGroup | null): void {
  showTab('settings');
  useView.setState({ settingsGroup });
}

export function showSetupStep(setupStep: SetupStep): void {
  useView.setState({ setupStep });
}
