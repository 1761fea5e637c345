import type { Migration } from './migration.ts';

/** What was read last of a PBX's directory, apart from the contacts: colleagues, queues, numbers it does not connect. */
export const directoryReadings: Migration = {
  version: 4,
  sql: `
    CREATE TABLE directory_readings (
      profile_key INTEGER NOT NULL REFERENCES profiles (key) ON DELETE CASCADE,
      service TEXT NOT NULL CHECK (service IN ('queues', 'users', 'contacts', 'blacklist')),
      read_at_ms INTEGER NOT NULL,
      pbx TEXT NOT NULL,
      count INTEGER NOT NULL,
      entries TEXT NOT NULL,
      PRIMARY KEY (profile_key, service)
    ) WITHOUT ROWID
  `,
};
