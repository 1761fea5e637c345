import type { Migration } from './migration.ts';

/** `call_search` has fewer columns again: facets tell the kind of a call too, and its outcome stands behind its text. */
export const callSearchColumns: Migration = {
  version: 14,
  sql: `
    DROP TABLE call_search;
    CREATE VIRTUAL TABLE call_search USING fts5 (
      text, party, facet, content = '', contentless_delete = 1, detail = none, tokenize = 'trigram case_sensitive 1'
    );
    UPDATE call_search_state SET version = 0;
  `,
};
