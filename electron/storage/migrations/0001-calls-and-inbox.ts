import type { Migration } from './migration.ts';

/**
 * `profiles`: a number in place of the profile's name in every row and index.
 * `calls`: columns for what is asked for (as concluded from all observations); `facts` holds what they do not, see call-facts.ts.
 * `key` keeps indexes small and is what later tables refer to; `id` is what the rest of the program knows.
 */
export const callsAndInbox: Migration = {
  version: 1,
  sql: `
    CREATE TABLE profiles (
      key INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE
    );

    CREATE TABLE inbox (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      profile_key INTEGER NOT NULL REFERENCES profiles (key),
      received_at_ms INTEGER NOT NULL,
      name TEXT NOT NULL,
      dedupe_key TEXT,
      pbx_call_id TEXT,
      encoding TEXT NOT NULL CHECK (encoding IN ('query', 'form', 'json')),
      body BLOB NOT NULL,
      state TEXT NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'applied', 'ignored', 'unknown', 'unreadable')),
      call_id TEXT
    );
    CREATE UNIQUE INDEX inbox_dedupe ON inbox (profile_key, dedupe_key) WHERE dedupe_key IS NOT NULL;
    CREATE INDEX inbox_pbx_call ON inbox (profile_key, pbx_call_id) WHERE pbx_call_id IS NOT NULL;
    CREATE INDEX inbox_profile ON inbox (profile_key);
    CREATE INDEX inbox_new ON inbox (id) WHERE state = 'new';

    CREATE TABLE calls (
      key INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      profile_key INTEGER NOT NULL REFERENCES profiles (key),
      started_at_ms INTEGER NOT NULL,
      caller TEXT NOT NULL,
      callee TEXT NOT NULL,
      direction TEXT NOT NULL,
      originated_here INTEGER NOT NULL,
      originated_call_id TEXT,
      ended INTEGER NOT NULL,
      disposition TEXT,
      talk_seconds REAL,
      trunk_name TEXT,
      facts TEXT NOT NULL
    );
    CREATE INDEX calls_newest ON calls (profile_key, started_at_ms);
    CREATE INDEX calls_originated ON calls (originated_call_id) WHERE originated_call_id IS NOT NULL;
    CREATE INDEX calls_unfinished ON calls (profile_key, started_at_ms) WHERE ended = 0;

    CREATE TABLE call_pbx_ids (
      profile_key INTEGER NOT NULL REFERENCES profiles (key),
      pbx_call_id TEXT NOT NULL,
      call_key INTEGER NOT NULL REFERENCES calls (key) ON DELETE CASCADE,
      PRIMARY KEY (profile_key, pbx_call_id, call_key)
    ) WITHOUT ROWID;
  `,
};
