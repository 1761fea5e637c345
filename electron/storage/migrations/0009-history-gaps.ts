import type { Migration } from './migration.ts';

/** Until when somebody listened to the PBX of a profile, and the times in between of which nothing is known. */
export const historyGaps: Migration = {
  version: 9,
  sql: `
    CREATE TABLE history_watch (
      profile_key INTEGER PRIMARY KEY REFERENCES profiles (key) ON DELETE CASCADE,
      watched_until_ms INTEGER NOT NULL,
      read_until_ms INTEGER NOT NULL
    );
    CREATE TABLE history_gaps (
      profile_key INTEGER NOT NULL REFERENCES profiles (key) ON DELETE CASCADE,
      from_ms INTEGER NOT NULL,
      to_ms INTEGER NOT NULL,
      reason TEXT NOT NULL,
      PRIMARY KEY (profile_key, from_ms)
    ) WITHOUT ROWID
  `,
};
