import type { Migration } from './migration.ts';

/** What the agent adds to a call: one row at most, only where something was added or is awaited. `tags` is a JSON list. */
export const callWork: Migration = {
  version: 7,
  sql: `
    CREATE TABLE call_work (
      call_key INTEGER PRIMARY KEY REFERENCES calls (key) ON DELETE CASCADE ON UPDATE CASCADE,
      note TEXT NOT NULL DEFAULT '',
      outcome TEXT,
      tags TEXT NOT NULL DEFAULT '[]',
      awaits_outcome INTEGER NOT NULL DEFAULT 0,
      follow_up_at_ms INTEGER,
      follow_up_done_at_ms INTEGER,
      changed_at_ms INTEGER NOT NULL
    );
    CREATE INDEX call_work_awaiting ON call_work (call_key) WHERE awaits_outcome = 1;
    CREATE INDEX call_work_due ON call_work (follow_up_at_ms)
      WHERE follow_up_at_ms IS NOT NULL AND follow_up_done_at_ms IS NULL;
  `,
};
