import type { Connection } from '../database.ts';
import type { SearchDocument } from './search-document.ts';

/** The index by which calls are found. Written in the transaction that writes the call. */
export interface CallIndex {
  put(key: number, document: SearchDocument, facetKey: number): void;
  remove(key: number): void;
}

// In triggers, since what the index writes for it has numbers past 2^53, and the last of them would be told to whoever writes next.
const writing = `
  CREATE TEMP VIEW IF NOT EXISTS call_documents AS
    SELECT 0 AS key, '' AS text, '' AS party, '' AS facet;
  CREATE TEMP TRIGGER IF NOT EXISTS call_document_put INSTEAD OF INSERT ON call_documents BEGIN
    INSERT OR REPLACE INTO call_search (rowid, text, party, facet)
      VALUES (new.key, new.text, new.party, new.facet);
  END;
  CREATE TEMP TRIGGER IF NOT EXISTS call_document_removed INSTEAD OF UPDATE OF key ON call_documents BEGIN
    DELETE FROM call_search WHERE rowid = new.key;
  END`;

export function createCallIndex(connection: Connection): CallIndex {
  connection.exec(writing);
  const put = connection.prepare('INSERT INTO call_documents VALUES (?, ?, ?, ?)');
  const count = connection.prepare('UPDATE call_facets SET documents = documents + 1 WHERE key = ?');
  const remove = connection.prepare('UPDATE call_documents SET key = ?');
  return {
    put(key, { text, party, facet }, facetKey) {
      put.run(key, text, party, facet);
      count.run(facetKey);
    },
    remove: (key) => void remove.run(key),
  };
}

/** What is found of a call is what was found before. */
export function sameDocument(one: SearchDocument, other: SearchDocument): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
