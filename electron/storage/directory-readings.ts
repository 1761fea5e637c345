import { z } from 'zod';
import type { DirectoryService } from '../../shared/domain/pbx-directory.ts';
import type { DirectoryLists, DirectoryReading, DirectoryReadings } from '../directory/pbx/ports.ts';
import type { Connection } from './database.ts';
import { createProfileKeys } from './profile-keys.ts';
import type { ReportUnreadableRow } from './unreadable-row.ts';

const queue = z.strictObject({ name: z.string(), number: z.string() });
const schemas: { readonly [S in DirectoryService]: z.ZodType<DirectoryLists[S]> } = {
  queues: z.array(queue),
  users: z.array(z.strictObject({ ...queue.shape, queues: z.array(z.string()) })),
  contacts: z.array(z.never()),
  blacklist: z.array(z.string()),
};

const rowSchema = z.object({ read_at_ms: z.number(), pbx: z.string(), count: z.number(), entries: z.string() });

export function createDirectoryReadings(deps: {
  readonly connection: Connection;
  readonly reportUnreadableRow: ReportUnreadableRow;
}): DirectoryReadings {
  const { connection } = deps;
  const profiles = createProfileKeys(connection);
  const select = connection.prepare(
    'SELECT read_at_ms, pbx, count, entries FROM directory_readings WHERE profile_key = ? AND service = ?',
  );
  const insert = connection.prepare(
    'INSERT OR REPLACE INTO directory_readings (profile_key, service, read_at_ms, pbx, count, entries) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const drop = connection.prepare('DELETE FROM directory_readings WHERE profile_key = ? AND service = ?');
  return {
    get<S extends DirectoryService>(profile: string, service: S): DirectoryReading<S> | null {
      const profileKey = profiles.find(profile);
      const row: unknown = profileKey === null ? undefined : select.get(profileKey, service);
      if (row === undefined) return null;
      const stored = rowSchema.safeParse(row);
      const entries = stored.success ? schemas[service].safeParse(parseJson(stored.data.entries)) : null;
      if (!stored.success || entries?.success !== true) {
        deps.reportUnreadableRow({ table: 'directory_readings', id: service, reason: 'entries' });
        return null;
      }
      const { read_at_ms: readAtMs, pbx, count } = stored.data;
      return { readAtMs, pbx, count, entries: entries.data };
    },
    put: (profile, service, { readAtMs, pbx, count, entries }) =>
      void insert.run(profiles.findOrAdd(profile), service, readAtMs, pbx, count, JSON.stringify(entries)),
    remove(profile, service) {
      const profileKey = profiles.find(profile);
      if (profileKey !== null) drop.run(profileKey, service);
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
