import { z } from 'zod';
import { isValueless, readSetting } from './managed.ts';
import type { Settings } from './schema.ts';

/**
 * What the administrator's file said of each setting at the last start that could read it, beside what the person had chosen: so a lock that
 * is taken away gives that back, and a file that cannot be read unlocks nothing.
 */
const managedSettingSchema = z.object({
  mode: z.enum(['default', 'locked', 'hidden']),
  /** The file's value, or the built-in one. */
  given: z.unknown(),
  own: z.object({ value: z.unknown() }).nullable(),
});
export type ManagedSetting = z.infer<typeof managedSettingSchema>;
export type ManagedRecord = ReadonlyMap<string, ManagedSetting>;

export function readManagedRecord(stored: unknown): ManagedRecord {
  const entries = typeof stored === 'object' && stored !== null ? Object.entries(stored) : [];
  return new Map(
    entries.flatMap(([name, entry]): [string, ManagedSetting][] => {
      const parsed = managedSettingSchema.safeParse(entry);
      return parsed.success ? [[name, parsed.data]] : [];
    }),
  );
}

export function isFixed(record: ManagedRecord, name: string): boolean {
  const mode = record.get(name)?.mode;
  return mode === 'locked' || mode === 'hidden';
}

/** The first setting that would be another than the administrator says, or what nobody may do. */
export function lockBroken(record: ManagedRecord, before: Settings, after: Settings): string | null {
  for (const name of record.keys()) {
    if (!isFixed(record, name) || isValueless(name)) continue;
    if (!isSame(readSetting(before, name), readSetting(after, name))) return name;
  }
  return isFixed(record, 'demo') && before.mode !== 'demo' && after.mode === 'demo' ? 'demo' : null;
}

export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
