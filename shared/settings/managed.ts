import { defaultSettings } from './defaults.ts';
import {
  lockableBesides,
  type ProvisioningFile,
  provisionedGroupNames,
  provisionedSettings,
} from './provisioning-schema.ts';

export type SettingMode = 'default' | 'locked' | 'hidden';

/** What the file for the whole computer says of the settings that it names. */
export type SettingModes = ReadonlyMap<string, SettingMode>;

/** Each setting that the file names, however it does; what is hidden needs not be locked as well. */
export function settingModes(file: ProvisioningFile): SettingModes {
  const modes = new Map<string, SettingMode>();
  for (const name of provisionedSettings) {
    if (fileValue(file, name) !== undefined) modes.set(name, isOfFileAlone(name) ? 'locked' : 'default');
  }
  for (const name of settingsIn(file.locked ?? [])) modes.set(name, 'locked');
  for (const name of settingsIn(file.hidden ?? [])) modes.set(name, 'hidden');
  return modes;
}

/** What the file has for `group.field`; undefined: nothing. */
export function fileValue(file: ProvisioningFile, name: string): unknown {
  return readSetting(file, name);
}

/** Nothing but the file says them, locked or not: whoever decides where updates come from decides which program runs. */
export function isOfFileAlone(name: string): boolean {
  return name.startsWith('updates.');
}

/** `group.field` of something that has groups with fields. */
export function readSetting(of: object, name: string): unknown {
  const [group = '', field = ''] = name.split('.');
  const values: unknown = Reflect.get(of, group);
  return typeof values === 'object' && values !== null ? Reflect.get(values, field) : undefined;
}

/** The system keeps this one, where people can change it as well. */
export const startWithSystem = 'desktop.startWithSystem';

/** What a setting is where nobody says anything of it. */
export function builtInValue(name: string): unknown {
  return name === startWithSystem ? false : readSetting(defaultSettings, name);
}

/** Groups as the settings in them, secrets left out. */
function settingsIn(names: readonly string[]): readonly string[] {
  return names.flatMap((name) =>
    provisionedGroupNames.some((group) => group === name)
      ? provisionedSettings.filter((setting) => setting.startsWith(`${name}.`))
      : [name],
  );
}

/** Without a value in the settings that could be compared. */
export function isValueless(name: string): boolean {
  return lockableBesides.some((besides) => besides === name);
}
