import type { Migration } from './migration.ts';

/** `waited`: see calls/waited-column.ts; it is filled where the search is made anew, since both read every call. */
export const callWaits: Migration = {
  version: 12,
  sql: `
    ALTER TABLE calls ADD COLUMN waited REAL;
    UPDATE call_search_state SET version = 0;
  `,
};
