import type { Migration } from './migration.ts';

/**
 * `call_facets`: by what calls are filtered, as it is in any of them, all in one row, so that a filter of several parts asks the index for the
 * calls that have all of them, not for those of each part; `documents`: how often one with it was put into the index, about as many as calls have it.
 * `call_search` has fewer columns: it keeps the length of each text of a call.
 */
export const callFacets: Migration = {
  version: 11,
  sql: `
    CREATE TABLE call_facets (
      key INTEGER PRIMARY KEY,
      kind_key INTEGER NOT NULL REFERENCES call_kinds (key),
      trunk TEXT NOT NULL,
      queue TEXT NOT NULL,
      recorded INTEGER NOT NULL,
      noted INTEGER NOT NULL,
      documents INTEGER NOT NULL DEFAULT 0,
      UNIQUE (kind_key, trunk, queue, recorded, noted)
    );
    DROP TABLE call_search;
    CREATE VIRTUAL TABLE call_search USING fts5 (
      text, party, kind, facet, outcome,
      content = '', contentless_delete = 1, detail = none, tokenize = 'trigram case_sensitive 1'
    );
    UPDATE call_search_state SET version = 0;
  `,
};
