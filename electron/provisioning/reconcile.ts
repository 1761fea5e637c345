import {
  builtInValue,
  fileValue,
  isOfFileAlone,
  isValueless,
  readSetting,
  settingModes,
  startWithSystem,
} from '../../shared/settings/managed.ts';
import { isFixed, isSame, type ManagedRecord, type ManagedSetting } from '../../shared/settings/managed-record.ts';
import type { ProvisioningFile } from '../../shared/settings/provisioning-schema.ts';
import { pbxSettingsSchema, type Settings, settingsPatchSchema } from '../../shared/settings/schema.ts';
import type { Patch } from '../desk/settings-changes.ts';
import { certificateSetting, givenCertificate, isOneOrigin } from './given-certificate.ts';

export interface Reconciled {
  readonly patch: Patch;
  /** Of the first profile; null: as it is. */
  readonly profileName: string | null;
  /** What the system is to be told; null: as it is. */
  readonly startsWithSystem: boolean | null;
  readonly managed: ManagedRecord;
  /** Settings that are not as they were. */
  readonly changed: readonly string[];
}

const profileName = 'profile.name';

const patchSchema = settingsPatchSchema.extend({ pbx: pbxSettingsSchema.partial().optional() });

/** What is set, and what the system says of itself. */
export interface Current {
  readonly settings: Settings;
  readonly startsWithSystem: boolean;
}

function valueNow({ settings, startsWithSystem }: Current, name: string): unknown {
  return name === startWithSystem ? startsWithSystem : readSetting(settings, name);
}

/**
 * What the settings are by the file for the whole computer: what is locked or hidden counts before the person's own choice, that before
 * the file's default, and that before the built-in one. What the person chose is kept beside, and comes back with the lock.
 */
export function reconcile(now: Current, record: ManagedRecord, file: ProvisioningFile): Reconciled {
  const modes = new Map(settingModes(file));
  if (file.profile !== undefined) modes.set(profileName, 'default');
  const managed = new Map<string, ManagedSetting>();
  const values = new Map<string, unknown>();
  const names = new Set([...modes.keys(), ...record.keys()]);
  const take = (name: string, given: unknown, hasOwn = true) => {
    const mode = modes.get(name);
    const chosen = ownChoice(name, valueNow(now, name), record.get(name), mode === 'default' ? given : undefined);
    const own = hasOwn ? chosen : null;
    values.set(name, mode === 'locked' || mode === 'hidden' ? given : own === null ? given : own.value);
    if (mode !== undefined) managed.set(name, { mode, given, own });
  };
  for (const name of names) {
    const mode = modes.get(name);
    if (!isValueless(name) && name !== certificateSetting)
      take(name, fileValue(file, name) ?? builtInValue(name), !isOfFileAlone(name));
    else if (isValueless(name) && mode !== undefined) managed.set(name, { mode, given: null, own: null });
  }
  if (names.has(certificateSetting)) {
    // Whom somebody trusts belongs to one PBX, unless nobody else may be trusted at all.
    const address = values.get('pbx.address') ?? now.settings.pbx.address;
    const ofThatPbx = modes.get(certificateSetting) !== 'default' || isOneOrigin(address, file.pbx?.address);
    take(certificateSetting, ofThatPbx ? givenCertificate(file) : null, isOneOrigin(address, now.settings.pbx.address));
  }
  return described(now, values, managed);
}

/**
 * While the file cannot be read, what it locked last stays as it was locked; but for what it alone says, since what it said last is kept
 * where the person can write.
 */
export function keepLocks(now: Current, record: ManagedRecord): Reconciled {
  const fixed = [...record].filter(([name]) => isFixed(record, name) && !isValueless(name) && !isOfFileAlone(name));
  return described(now, new Map(fixed.map(([name, { given }]) => [name, given])), record);
}

/** What the person decided, as far as it can be told: another value than the one that was put there. */
function ownChoice(
  name: string,
  current: unknown,
  before: ManagedSetting | undefined,
  given: unknown,
): ManagedSetting['own'] {
  const putThere = before === undefined ? builtInValue(name) : inEffect(before);
  const own = isSame(current, putThere) ? (before?.own ?? null) : { value: current };
  // Who wants what everybody gets goes along when that changes.
  if (own === null || isSame(own.value, given) || !isUsable(name, own.value)) return null;
  return own;
}

function inEffect({ mode, given, own }: ManagedSetting): unknown {
  return mode === 'default' && own !== null ? own.value : given;
}

/** What was kept may be of an older version, or changed by hand. */
function isUsable(name: string, value: unknown): boolean {
  const [group = '', field = ''] = name.split('.');
  if (name === startWithSystem) return typeof value === 'boolean';
  return name === profileName || patchSchema.safeParse({ [group]: { [field]: value } }).success;
}

function described(now: Current, values: ReadonlyMap<string, unknown>, managed: ManagedRecord): Reconciled {
  const patch: Record<string, Record<string, unknown>> = {};
  for (const [name, value] of values) {
    const [group = '', field = ''] = name.split('.');
    if (name !== profileName && name !== startWithSystem) patch[group] = { ...patch[group], [field]: value };
  }
  const named = values.get(profileName);
  const starts = values.get(startWithSystem);
  const changed = [...values].flatMap(([name, value]) => (isSame(valueNow(now, name), value) ? [] : [name]));
  return {
    patch: patchSchema.parse(patch),
    profileName: typeof named === 'string' ? named : null,
    startsWithSystem: typeof starts === 'boolean' && changed.includes(startWithSystem) ? starts : null,
    managed,
    changed,
  };
}
