import type { z } from 'zod';
import type { SettingsError } from '../../shared/errors.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { defaultSettings } from '../../shared/settings/defaults.ts';
import { firstProblem } from '../../shared/settings/first-problem.ts';
import {
  callLimitSettingsSchema,
  identitySettingsSchema,
  listenerSettingsSchema,
  pbxSettingsSchema,
  type Settings,
  type SettingsPatch,
  settingsSchema,
  uiSettingsSchema,
} from '../../shared/settings/schema.ts';
import type { Log } from '../logging/log.ts';
import type { JsonFile } from './json-file.ts';

export interface SettingsStore {
  read(): Settings;
  /** Validates the whole before anything is kept; on an error the settings stay as they were. */
  update(change: SettingsPatch & { readonly mode?: Settings['mode'] }): Result<Settings, SettingsError>;
  /** Null removes the pin. */
  pinCertificate(certificate: Settings['pbx']['pinnedCertificate']): void;
}

export function createSettingsStore(file: JsonFile, log: Log): SettingsStore {
  let settings = readStored(file.read(), log);
  const keep = (next: Settings) => {
    file.write(next);
    settings = next;
  };
  return {
    read: () => settings,
    update(change) {
      const parsed = settingsSchema.safeParse(merged(settings, change));
      if (!parsed.success) return fail(settingsInvalid(parsed.error));
      keep(parsed.data);
      return succeed(parsed.data);
    },
    pinCertificate(certificate) {
      keep({ ...settings, pbx: { ...settings.pbx, pinnedCertificate: certificate } });
    },
  };
}

function settingsInvalid(error: z.ZodError): SettingsError {
  return { code: 'settings-invalid', ...firstProblem(error) };
}

function merged(settings: Settings, change: SettingsPatch & { readonly mode?: Settings['mode'] }): unknown {
  return {
    mode: change.mode ?? settings.mode,
    pbx: { ...settings.pbx, ...change.pbx },
    identity: { ...settings.identity, ...change.identity },
    callLimit: { ...settings.callLimit, ...change.callLimit },
    listener: { ...settings.listener, ...change.listener },
    ui: { ...settings.ui, ...change.ui },
  };
}

/** A file edited by hand or written by another version: every field that is fine is kept, the others get their default. */
function readStored(stored: Readonly<Record<string, unknown>>, log: Log): Settings {
  const group = <T extends z.ZodRawShape>(name: string, schema: z.ZodObject<T>, defaults: z.infer<z.ZodObject<T>>) => {
    const given = stored[name];
    const values: Record<string, unknown> = { ...defaults };
    if (typeof given !== 'object' || given === null) return schema.parse(values);
    for (const [key, field] of Object.entries(schema.shape)) {
      const value: unknown = Reflect.get(given, key);
      if (value === undefined) continue;
      if ((field as z.ZodType).safeParse(value).success) values[key] = value;
      else log.warn('A stored setting is not valid; its default is used', { field: `${name}.${key}` });
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
    ui: group('ui', uiSettingsSchema, defaultSettings.ui),
  };
}
