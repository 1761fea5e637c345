import type { Migration } from './migration.ts';

/** Contacts that share a number and were said to be different people: the ids of each group, in their order. */
export const contactsApart: Migration = {
  version: 5,
  sql: 'CREATE TABLE contacts_apart (ids TEXT PRIMARY KEY) WITHOUT ROWID',
};
