import type { Migration } from './migration.ts';

/** What a new call of a number changes is asked for by kind and time, however many calls the number has. */
export const missedByTime: Migration = {
  version: 13,
  sql: `
    DROP INDEX missed_signs_ending;
    CREATE INDEX missed_signs_ending ON missed_signs (profile_key, ending, kind, at_ms);
  `,
};
