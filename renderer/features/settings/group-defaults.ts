import type { AppState } from '../../../shared/ipc/app-state-schema.ts';
import { defaultSettings } from '../../../shared/settings/defaults.ts';
import type { Settings, SettingsPatch } from '../../../shared/settings/schema.ts';
import { isFixed } from '../../stores/managed.ts';
import type { SettingsGroup } from '../../stores/view.ts';
import { type SettingName, settingNames } from './settings-catalogue.ts';

/**
 * What a reset of each group writes. What says who the agent is and where the PBX stands has no default and stays; a new
 * address would drop the credentials. The language stays too: nobody wants to look for the way back in a foreign one.
 */
const resettable = {
  connection: ({ pbx: { address: _address, pinnedCertificate: _certificate, ...pbx } }) => ({ pbx }),
  identity: ({ identity: { caller: _caller, ...identity } }) => ({ identity }),
  callLimit: ({ callLimit }) => ({ callLimit }),
  events: ({ listener }) => ({ listener }),
  recordings: ({ recordings }) => ({ recordings }),
  links: ({ commandLine }) => ({ commandLine }),
  hotkeys: ({ hotkeys }) => ({ hotkeys }),
  screenPop: ({ screenPop }) => ({ screenPop }),
  notifications: ({ notifications }) => ({ notifications }),
  appearance: ({ ui: { language: _language, ...ui } }) => ({ ui }),
} satisfies Partial<Record<SettingsGroup, (settings: Settings) => SettingsPatch>>;

export type ResettableGroup = keyof typeof resettable;

export function isResettable(group: SettingsGroup): group is ResettableGroup {
  return group in resettable;
}

/** Writing this again brings a group back to how it is in `settings`. */
export function groupValues(group: ResettableGroup, settings: Settings): SettingsPatch {
  return resettable[group](settings);
}

/** What a reset writes: the administrator's defaults before the built-in ones, and nothing of what is not to be changed here. */
export function resetValues(group: ResettableGroup, managed: AppState['managed']): SettingsPatch {
  const patch: Record<string, Record<string, unknown>> = {};
  for (const [name, builtIn] of flat(groupValues(group, defaultSettings))) {
    const [section = '', field = ''] = name.split('.');
    const value = name in managed.defaults ? managed.defaults[name] : builtIn;
    if (!isFixed(managed, name)) patch[section] = { ...patch[section], [field]: value };
  }
  // Fields of the settings with values of the settings: main parses it once more.
  return patch as SettingsPatch;
}

/** The settings that a reset of the group writes. */
export function namesInReset(group: ResettableGroup): ReadonlySet<string> {
  return new Set(flat(groupValues(group, defaultSettings)).keys());
}

export interface Difference {
  readonly name: SettingName;
  readonly from: unknown;
  readonly to: unknown;
}

/** What a reset of the group would change. */
export function differences(
  group: ResettableGroup,
  settings: Settings,
  managed: AppState['managed'],
): readonly Difference[] {
  const now = flat(groupValues(group, settings));
  const to = flat(resetValues(group, managed));
  return settingNames.flatMap((name) => {
    const difference = { name, from: now.get(name), to: to.get(name) };
    return to.has(name) && JSON.stringify(difference.from) !== JSON.stringify(difference.to) ? [difference] : [];
  });
}

function flat(patch: SettingsPatch): ReadonlyMap<string, unknown> {
  return new Map(
    Object.entries(patch).flatMap(([section, values]) =>
      Object.entries(values ?? {}).map(([key, value]): [string, unknown] => [`${section}.${key}`, value]),
    ),
  );
}
