import type { z } from 'zod';
import type { LocalError, SettingsError } from '../../shared/errors.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { defaultSettings } from '../../shared/settings/defaults.ts';
import { firstProblem } from '../../shared/settings/first-problem.ts';
import {
  callLimitSettingsSchema,
  commandLineSettingsSchema,
  desktopSettingsSchema,
  dialRuleSettingsSchema,
  hotkeySettingsSchema,
  identitySettingsSchema,
  listenerSettingsSchema,
  notificationSettingsSchema,
  pbxSettingsSchema,
  quietDiallingSettingsSchema,
  type Settings,
  type SettingsPatch,
  screenPopSettingsSchema,
  settingsSchema,
  uiSettingsSchema,
} from '../../shared/settings/schema.ts';
import type { Log } from '../logging/log.ts';
import type { JsonFile } from './json-file.ts';

export interface SettingsChange extends Omit<SettingsPatch, 'pbx'> {
  readonly mode?: Settings['mode'];
  /** A `pinnedCertificate` of null removes the pin. */
  readonly pbx?: (SettingsPatch['pbx'] & Partial<Pick<Settings['pbx'], 'pinnedCertificate'>>) | undefined;
}

export interface SettingsStore {
  read(): Settings;
  /** What the file held that is not valid, by group and field: at the start the default took its place. */
  notTaken(): readonly string[];
  /** What the settings would be. Keeps nothing. */
  check(change: SettingsChange): Result<Settings, SettingsError>;
  /** Validates the whole before anything is kept; on an error the settings stay as they were. */
  update(change: SettingsChange): Result<Settings, SettingsError | LocalError>;
}

export function createSettingsStore(file: JsonFile, log: Log): SettingsStore {
  const notTaken: string[] = [];
  let settings = readStored(file.read(), (field) => {
    notTaken.push(field);
    log.warn('A stored setting is not valid; its default is used', { field });
  });
  const check = (change: SettingsChange): Result<Settings, SettingsError> => {
    const parsed = settingsSchema.safeParse(merged(settings, change));
    return parsed.success ? succeed(parsed.data) : fail({ code: 'settings-invalid', ...firstProblem(parsed.error) });
  };
  return {
    read: () => settings,
    notTaken: () => notTaken,
    check,
    update(change) {
      const checked = check(change);
      if (!checked.ok) return checked;
      try {
        file.write(checked.value);
      } catch (problem) {
        log.error('The settings could not be written', { reason: String(problem) });
        return fail({ code: 'storage-failed' });
      }
      settings = checked.value;
      return checked;
    },
  };
}

function merged(settings: Settings, change: SettingsChange): unknown {
  return {
    mode: change.mode ?? settings.mode,
    pbx: { ...settings.pbx, ...change.pbx },
    identity: { ...settings.identity, ...change.identity },
    callLimit: { ...settings.callLimit, ...change.callLimit },
    listener: { ...settings.listener, ...change.listener },
    commandLine: { ...settings.commandLine, ...change.commandLine },
    hotkeys: { ...settings.hotkeys, ...change.hotkeys },
    screenPop: { ...settings.screenPop, ...change.screenPop },
    ui: { ...settings.ui, ...change.ui },
    desktop: { ...settings.desktop, ...change.desktop },
    notifications: { ...settings.notifications, ...change.notifications },
    dialRules: { ...settings.dialRules, ...change.dialRules },
    quietDialling: { ...settings.quietDialling, ...change.quietDialling },
  };
}

/** A file edited by hand or written by another version: every field that is fine is kept, the others get their default. */
function readStored(stored: Readonly<Record<string, unknown>>, onNotTaken: (field: string) => void): Settings {
  const group = <T extends z.ZodRawShape>(name: string, schema: z.ZodObject<T>, defaults: z.infer<z.ZodObject<T>>) => {
    const given = stored[name];
    const values: Record<string, unknown> = { ...defaults };
    if (typeof given !== 'object' || given === null) return schema.parse(values);
    for (const [key, field] of Object.entries(schema.shape)) {
      const value: unknown = Reflect.get(given, key);
      if (value === undefined) continue;
      if ((field as z.ZodType).safeParse(value).success) values[key] = value;
      else onNotTaken(`${name}.${key}`);
    }
    return schema.parse(values);
  };
  const mode = settingsSchema.shape.mode.safeParse(stored['mode']);
  return {
    mode: mode.success ? mode.data : defaultSettings.mode,
    pbx: group('pbx', pbxSettingsSchema, defaultSettings.pbx),
    identity: group('identity', identitySettingsSchema, defaultSettings.identity),
    callLimit: group('callLimit', callLimitSettingsSchema, defaultSettings.callLimit),
    listener: group('listener', listenerSettingsSchema, defaultSettings.listener),
    commandLine: group('commandLine', commandLineSettingsSchema, defaultSettings.commandLine),
    hotkeys: group('hotkeys', hotkeySettingsSchema, defaultSettings.hotkeys),
    screenPop: group('screenPop', screenPopSettingsSchema, defaultSettings.screenPop),
    ui: group('ui', uiSettingsSchema, defaultSettings.ui),
    desktop: group('desktop', desktopSettingsSchema, defaultSettings.desktop),
    notifications: group('notifications', notificationSettingsSchema, defaultSettings.notifications),
    dialRules: group('dialRules', dialRuleSettingsSchema, defaultSettings.dialRules),
    quietDialling: group('quietDialling', quietDiallingSettingsSchema, defaultSettings.quietDialling),
  };
}
