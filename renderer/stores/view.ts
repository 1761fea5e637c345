import { create } from 'zustand';

export const tabs = ['keypad', 'history', 'settings'] as const;
export type Tab = (typeof tabs)[number];

export const settingsGroups = [
  'connection',
  'identity',
  'callLimit',
  'events',
  'secrets',
  'appearance',
  'demo',
  'about',
] as const;
export type SettingsGroup = (typeof settingsGroups)[number];

/** Steps of the first start; null when it is over. */
export type SetupStep = 'connect' | 'events' | null;

interface ViewStore {
  readonly tab: Tab;
  /** Null: the list of groups, where the window is too narrow to show both. */
  readonly settingsGroup: SettingsGroup | null;
  readonly setupStep: SetupStep;
  /** Calls that the agent closed: ended, unobservable, or of which nothing was heard any more. */
  readonly dismissed: ReadonlySet<string>;
}

export const useView = create<ViewStore>(() => ({
  tab: 'keypad',
  settingsGroup: null,
  setupStep: null,
  dismissed: new Set(),
}));

export function showTab(tab: Tab): void {
  useView.setState({ tab });
}

export function showSettings(settingsGroup: SettingsGroup | null): void {
  useView.setState({ tab: 'settings', settingsGroup });
}

export function showSetupStep(setupStep: SetupStep): void {
  useView.setState({ setupStep });
}

export function dismissCall(id: string): void {
  useView.setState(({ dismissed }) => ({ dismissed: new Set(dismissed).add(id) }));
}
