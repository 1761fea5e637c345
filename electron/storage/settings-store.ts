import type { z } from 'zod';
import type { LocalError, SettingsError } from '../../shared/errors.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { defaultSettings } from '../../shared/settings/defaults.ts';
import { firstProblem } from '../../shared/settings/first-problem.ts';
import { lockBroken, type ManagedRecord, readManagedRecord } from '../../shared/settings/managed-record.ts';
import { mostProfiles } from '../../shared/settings/profiles.ts';
import {
  afterCallSettingsSchema,
  callLimitSettingsSchema,
  commandLineSettingsSchema,
  desktopSettingsSchema,
  dialRuleSettingsSchema,
  hotkeySettingsSchema,
  identitySettingsSchema,
  keepingSettingsSchema,
  listenerSettingsSchema,
  notificationSettingsSchema,
  type OtherProfile,
  type Profile,
  pbxSettingsSchema,
  profileSchema,
  quietDiallingSettingsSchema,
  recordingSettingsSchema,
  type Settings,
  type SettingsPatch,
  screenPopSettingsSchema,
  settingsSchema,
  uiSettingsSchema,
} from '../../shared/settings/schema.ts';
import type { Log } from '../logging/log.ts';
import type { JsonFile } from './json-file.ts';

import { newProfileId } from './new-profile-id.ts';

export interface SettingsChange extends Omit<SettingsPatch, 'pbx'> {
  readonly mode?: Settings['mode'];
  readonly profile?: Settings['profile'];
  readonly otherProfiles?: Settings['otherProfiles'];
  readonly formerProfiles?: Settings['formerProfiles'];
  /** A `pinnedCertificate` of null removes the pin. */
  readonly pbx?:
    | (SettingsPatch['pbx'] & { readonly pinnedCertificate?: Settings['pbx']['pinnedCertificate'] | undefined })
    | undefined;
}

export interface SettingsStore {
  read(): Settings;
  /** What the file held that is not valid, by group and field: at the start the default took its place. */
  notTaken(): readonly string[];
  /** What the administrator says of settings. */
  managed(): ManagedRecord;
  /** What the settings would be. Keeps nothing. */
  check(change: SettingsChange, managed?: ManagedRecord): Result<Settings, SettingsError>;
  /**
   * Validates the whole before anything is kept; on an error the settings stay as they were. What the administrator locked is changed with
   * his word alone, which takes the place of the last one.
   */
  update(change: SettingsChange, managed?: ManagedRecord): Result<Settings, SettingsError | LocalError>;
}

export function createSettingsStore(file: JsonFile, log: Log): SettingsStore {
  const notTaken: string[] = [];
  const stored = file.read();
  let record = readManagedRecord(stored['managed']);
  let settings = readStored(stored, (field) => {
    notTaken.push(field);
    log.warn('A stored setting is not valid; its default is used', { field });
  });
  let setAside = false;
  const check = (change: SettingsChange, managed?: ManagedRecord): Result<Settings, SettingsError> => {
    const parsed = settingsSchema.safeParse(merged(settings, change));
    if (!parsed.success) return fail({ code: 'settings-invalid', ...firstProblem(parsed.error) });
    const locked = managed === undefined ? lockBroken(record, settings, parsed.data) : null;
    return locked === null ? succeed(parsed.data) : fail({ code: 'settings-locked', setting: locked });
  };
  return {
    read: () => settings,
    notTaken: () => notTaken,
    managed: () => record,
    check,
    update(change, managed) {
      const checked = check(change, managed);
      if (!checked.ok) return checked;
      const nextRecord = managed ?? record;
      try {
        // What was not taken of it is the work of a person: it is kept beside before it is written over.
        if (notTaken.length > 0 && !setAside) file.keepCopy();
        setAside = true;
        file.write({
          ...checked.value,
          ...(nextRecord.size === 0 ? {} : { managed: Object.fromEntries(nextRecord) }),
        });
      } catch (problem) {
        log.error('The settings could not be written', { reason: String(problem) });
        return fail({ code: 'storage-failed' });
      }
      settings = checked.value;
      record = nextRecord;
      return checked;
    },
  };
}

function merged(settings: Settings, change: SettingsChange): unknown {
  return {
    mode: change.mode ?? settings.mode,
    profile: change.profile ?? settings.profile,
    otherProfiles: change.otherProfiles ?? settings.otherProfiles,
    formerProfiles: change.formerProfiles ?? settings.formerProfiles,
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
    recordings: { ...settings.recordings, ...change.recordings },
    afterCall: { ...settings.afterCall, ...change.afterCall },
    keeping: { ...settings.keeping, ...change.keeping },
    updates: { ...settings.updates, ...change.updates },
  };
}

/** A file edited by hand or written by another version: every field that is fine is kept, the others get their default. */
function readStored(stored: Readonly<Record<string, unknown>>, onNotTaken: (field: string) => void): Settings {
  const group = <T extends z.ZodRawShape>(
    name: string,
    schema: z.ZodObject<T>,
    defaults: z.infer<z.ZodObject<T>>,
    given = stored[name],
  ) => {
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
  const profile = readProfile(stored['profile'], onNotTaken);
  const known = new Set([profile.id]);
  const otherProfiles = listed(stored['otherProfiles']).flatMap((entry): OtherProfile[] => {
    const { id } = readProfile(entry, onNotTaken);
    if (known.has(id)) return [];
    known.add(id);
    return [
      {
        ...group('profile', profileSchema, { id, name: '' }, { ...entry, id }),
        pbx: group('pbx', pbxSettingsSchema, defaultSettings.pbx, entry['pbx']),
        identity: group('identity', identitySettingsSchema, defaultSettings.identity, entry['identity']),
      },
    ];
  });
  return {
    mode: mode.success ? mode.data : defaultSettings.mode,
    profile,
    otherProfiles: otherProfiles.slice(0, mostProfiles - 1),
    formerProfiles: listed(stored['formerProfiles']).flatMap((entry) => {
      const former = profileSchema.safeParse(entry);
      return former.success ? [former.data] : [];
    }),
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
    dialRules: { rules: readRules(stored['dialRules'], onNotTaken) },
    quietDialling: group('quietDialling', quietDiallingSettingsSchema, defaultSettings.quietDialling),
    recordings: group('recordings', recordingSettingsSchema, defaultSettings.recordings),
    afterCall: group('afterCall', afterCallSettingsSchema, defaultSettings.afterCall),
    keeping: group('keeping', keepingSettingsSchema, defaultSettings.keeping),
    // The person can write this file: only the administrator's says where updates come from, anew at each start.
    updates: defaultSettings.updates,
  };
}

/** One by one: a rule that cannot be read takes none of the others with it. */
function readRules(given: unknown, onNotTaken: (field: string) => void): Settings['dialRules']['rules'] {
  const rules: unknown = typeof given === 'object' && given !== null ? Reflect.get(given, 'rules') : undefined;
  if (rules === undefined) return defaultSettings.dialRules.rules;
  if (!Array.isArray(rules)) {
    onNotTaken('dialRules.rules');
    return defaultSettings.dialRules.rules;
  }
  const kept = rules.flatMap((rule: unknown, index) => {
    const parsed = dialRuleSettingsSchema.safeParse({ rules: [rule] });
    if (!parsed.success) onNotTaken(`dialRules.rules.${index + 1}`);
    return parsed.success ? parsed.data.rules : [];
  });
  const all = dialRuleSettingsSchema.safeParse({ rules: kept });
  if (all.success) return all.data.rules;
  onNotTaken('dialRules.rules');
  return defaultSettings.dialRules.rules;
}

/**
 * What was stored before there were several is the first one. One whose id cannot be read is a new one: under the id of another it would
 * get that one's credentials.
 */
function readProfile(given: unknown, onNotTaken: (field: string) => void): Profile {
  if (given === undefined) return defaultSettings.profile;
  const { id, name } = profileSchema.shape;
  const stored = typeof given === 'object' && given !== null ? given : {};
  const known = id.safeParse(Reflect.get(stored, 'id'));
  const named = name.safeParse(Reflect.get(stored, 'name'));
  if (!known.success) onNotTaken('profile.id');
  return { id: known.success ? known.data : newProfileId(), name: named.success ? named.data : '' };
}

function listed(given: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(given) ? given.filter((entry) => typeof entry === 'object' && entry !== null) : [];
}
