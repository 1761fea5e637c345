import type { Migration } from './migration.ts';

/**
 * Contacts that came by an import or were changed by it, and were changed by hand since: what of them is still of the import. Null
 * when they came by it, or what came was put into another one by hand: then they stay as they are.
 */
export const contactTraces: Migration = {
  version: 6,
  sql: `
    CREATE TABLE contact_traces (
      import_key INTEGER NOT NULL REFERENCES contact_imports (key) ON DELETE CASCADE,
      contact_id TEXT NOT NULL,
      taken TEXT,
      PRIMARY KEY (import_key, contact_id)
    ) WITHOUT ROWID;
    CREATE INDEX contact_traces_contact ON contact_traces (contact_id);
  `,
};
