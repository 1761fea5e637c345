import type { AppState } from '../../../shared/ipc/app-state-schema.ts';
import { useSnapshot } from '../../stores/app-state.ts';
import { type SettingsGroup, settingsGroups } from '../../stores/view.ts';
import { type SettingName, settingNames, settingOf } from './settings-catalogue.ts';

/** `free`: the administrator says nothing of it. */
export type SettingMode = 'free' | 'default' | 'locked' | 'hidden';

/** What a setting is called in the administrator's file, where that is not its name. */
const inFile: Partial<Readonly<Record<SettingName, readonly string[]>>> = {
  'credentials.user': ['pbx.user'],
  'credentials.password': ['pbx.password'],
  'credentials.token': ['pbx.token'],
  mode: ['demo'],
  'events.credentials': ['listener.user', 'listener.password'],
};

export function settingMode(managed: AppState['managed'], name: SettingName): SettingMode {
  const names = inFile[name] ?? [name];
  const is = (list: readonly string[]) => names.some((one) => list.includes(one));
  if (is(managed.hidden)) return 'hidden';
  if (is(managed.locked)) return 'locked';
  return name in managed.defaults ? 'default' : 'free';
}

export function useSettingMode(name: SettingName): SettingMode {
  return useSnapshot(({ managed }) => settingMode(managed, name));
}

/** None of these is there to be seen. */
export function useAllHidden(names: readonly SettingName[]): boolean {
  return useSnapshot(({ managed }) => names.length > 0 && areHidden(managed, names));
}

/** Groups that have something to show. */
export function shownGroups(managed: AppState['managed']): readonly SettingsGroup[] {
  return settingsGroups.filter((group) => {
    const names = settingNames.filter((name) => settingOf(name).group === group);
    return !areHidden(managed, names);
  });
}

function areHidden(managed: AppState['managed'], names: readonly SettingName[]): boolean {
  return names.every((name) => settingMode(managed, name) === 'hidden');
}
