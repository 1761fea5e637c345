import type { Migration } from './migration.ts';

/** Of calls that were missed: the agent had them on the screen. */
export const missedSeen: Migration = {
  version: 2,
  sql: 'ALTER TABLE calls ADD COLUMN missed_seen INTEGER NOT NULL DEFAULT 0',
};
