import type { Migration } from './migration.ts';

/**
 * What the calls of the last days say of numbers that called in vain, one row a call, kept as calls are saved. By the id of the call,
 * since some were never ours: nobody of a queue took them, or a colleague talked. `kind` NULL: only that the call was seen is known
 * so far. `open`: missed, nobody talked with the number since, and nobody said that it is handled.
 */
export const missedSigns: Migration = {
  version: 8,
  sql: `
    CREATE TABLE missed_signs (
      call_id TEXT PRIMARY KEY,
      profile_key INTEGER NOT NULL REFERENCES profiles (key),
      ending TEXT NOT NULL,
      kind TEXT CHECK (kind IN ('missed', 'talk', 'attempt')),
      number TEXT NOT NULL,
      at_ms INTEGER NOT NULL,
      by TEXT,
      came_in INTEGER NOT NULL,
      outcome TEXT,
      queue TEXT,
      waited_seconds REAL,
      seen INTEGER NOT NULL DEFAULT 0,
      by_hand_at_ms INTEGER,
      open INTEGER NOT NULL DEFAULT 0
    );
    CREATE INDEX missed_signs_ending ON missed_signs (profile_key, ending);
    CREATE INDEX missed_signs_missed ON missed_signs (profile_key, at_ms) WHERE kind = 'missed';
    CREATE INDEX missed_signs_open ON missed_signs (profile_key) WHERE open = 1;
    INSERT INTO missed_signs (call_id, profile_key, ending, number, at_ms, came_in, seen)
      SELECT id, profile_key, '', '', started_at_ms, 1, 1 FROM calls
      WHERE missed_seen = 1 AND started_at_ms > (unixepoch() - 691200) * 1000;
    ALTER TABLE calls DROP COLUMN missed_seen;
  `,
};
