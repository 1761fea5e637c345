import type { Migration } from './migration.ts';

/** The number of the other party of a call, without zeros at the beginning. */
const party = (row: string) => `ltrim(replace(replace(
  CASE ${row}direction WHEN 'inbound' THEN ${row}caller ELSE ${row}callee END, '+', ''), ' ', ''), '0')`;
const weight = 'last_at_ms + min(calls, 30) * 86400000';

/**
 * `contacts`: a row is seen when its import is done (0: none) and no import that is done replaced it; that of a directory
 * only in its profile (0: all). `haystack` holds the folded texts, `weight` says how recently and often it was called.
 * `contact_search`: the same texts by groups of three letters.
 * `number_usage`: calls by the number of the other party, whether a contact has it or not; written by what calls do
 * alone. Each earlier call makes a number as important as if the last one had been a day later.
 */
export const contacts: Migration = {
  version: 3,
  sql: `
    CREATE TABLE contact_imports (
      key INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE,
      kind TEXT NOT NULL CHECK (kind IN ('file', 'pbx-user', 'pbx-contact')),
      profile_key INTEGER NOT NULL,
      file_name TEXT NOT NULL,
      made_at_ms INTEGER NOT NULL,
      state TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'done', 'dropping'))
    );

    CREATE TABLE contacts (
      key INTEGER PRIMARY KEY,
      id TEXT NOT NULL,
      import_key INTEGER NOT NULL DEFAULT 0,
      replaced_in INTEGER NOT NULL DEFAULT 0,
      profile_key INTEGER NOT NULL DEFAULT 0,
      source TEXT NOT NULL CHECK (source IN ('own', 'pbx-user', 'pbx-contact')),
      name TEXT NOT NULL,
      company TEXT NOT NULL,
      note TEXT NOT NULL,
      tags TEXT NOT NULL,
      trunk_name TEXT,
      favourite INTEGER NOT NULL,
      do_not_call INTEGER NOT NULL,
      changed_at_ms INTEGER NOT NULL,
      sort_key TEXT NOT NULL,
      haystack TEXT NOT NULL,
      weight INTEGER NOT NULL DEFAULT 0
    );
    CREATE UNIQUE INDEX contacts_id ON contacts (id, import_key);
    CREATE INDEX contacts_sorted ON contacts (sort_key, id, import_key, replaced_in, profile_key, source, favourite);
    CREATE INDEX contacts_favourite ON contacts (sort_key, id) WHERE favourite = 1;
    CREATE INDEX contacts_used ON contacts (weight, haystack, import_key, replaced_in, profile_key, source, favourite)
      WHERE weight > 0;
    CREATE INDEX contacts_imported ON contacts (import_key) WHERE import_key > 0;
    CREATE INDEX contacts_replaced ON contacts (replaced_in) WHERE replaced_in > 0;

    CREATE TABLE contact_numbers (
      contact_key INTEGER NOT NULL REFERENCES contacts (key) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      label TEXT NOT NULL,
      written TEXT NOT NULL,
      digits TEXT NOT NULL,
      significant TEXT NOT NULL,
      ending TEXT NOT NULL,
      PRIMARY KEY (contact_key, position)
    ) WITHOUT ROWID;
    CREATE INDEX contact_numbers_ending ON contact_numbers (ending, significant, digits);

    CREATE TABLE contact_tags (
      tag TEXT NOT NULL,
      contact_key INTEGER NOT NULL REFERENCES contacts (key) ON DELETE CASCADE,
      PRIMARY KEY (tag, contact_key)
    ) WITHOUT ROWID;
    CREATE INDEX contact_tags_contact ON contact_tags (contact_key);

    CREATE VIRTUAL TABLE contact_search USING fts5 (
      name, rest, digits, content = '', contentless_delete = 1, tokenize = 'trigram case_sensitive 1'
    );

    -- In triggers, since what the index writes for it has numbers past 2^53, and the last of them would be told to
    -- whoever writes next.
    CREATE TRIGGER contact_removed AFTER DELETE ON contacts BEGIN
      DELETE FROM contact_search WHERE rowid = old.key;
    END;
    CREATE TRIGGER contact_texts_changed AFTER UPDATE OF haystack ON contacts BEGIN
      DELETE FROM contact_search WHERE rowid = old.key;
    END;

    CREATE TABLE contact_undo (
      key INTEGER PRIMARY KEY AUTOINCREMENT,
      token TEXT NOT NULL UNIQUE,
      contacts TEXT NOT NULL
    );

    CREATE TABLE number_usage (
      ending TEXT NOT NULL,
      significant TEXT NOT NULL,
      calls INTEGER NOT NULL,
      last_at_ms INTEGER NOT NULL,
      PRIMARY KEY (ending, significant)
    ) WITHOUT ROWID;
    INSERT INTO number_usage (ending, significant, calls, last_at_ms)
      SELECT substr(number, -7), number, count(*), max(started_at_ms)
      FROM (SELECT ${party('')} AS number, started_at_ms FROM calls) WHERE number <> '' GROUP BY number;

    CREATE TRIGGER call_added AFTER INSERT ON calls WHEN ${party('new.')} <> '' BEGIN
      INSERT INTO number_usage (ending, significant, calls, last_at_ms)
        VALUES (substr(${party('new.')}, -7), ${party('new.')}, 1, new.started_at_ms)
        ON CONFLICT DO UPDATE SET calls = calls + 1, last_at_ms = max(last_at_ms, excluded.last_at_ms);
    END;
    CREATE TRIGGER call_party_changed AFTER UPDATE OF caller, callee, direction ON calls
      WHEN ${party('new.')} <> ${party('old.')} BEGIN
      UPDATE number_usage SET calls = calls - 1
        WHERE ending = substr(${party('old.')}, -7) AND significant = ${party('old.')};
      INSERT INTO number_usage (ending, significant, calls, last_at_ms)
        SELECT substr(${party('new.')}, -7), ${party('new.')}, 1, new.started_at_ms WHERE ${party('new.')} <> ''
        ON CONFLICT DO UPDATE SET calls = calls + 1, last_at_ms = max(last_at_ms, excluded.last_at_ms);
    END;
    CREATE TRIGGER number_used AFTER INSERT ON number_usage BEGIN
      UPDATE contacts SET weight = max(weight, new.last_at_ms + min(new.calls, 30) * 86400000)
        WHERE key IN (SELECT contact_key FROM contact_numbers AS n WHERE n.ending = new.ending
          AND substr(n.significant, -min(length(n.significant), length(new.significant), 10))
            = substr(new.significant, -min(length(n.significant), length(new.significant), 10)));
    END;
    CREATE TRIGGER number_used_again AFTER UPDATE OF calls, last_at_ms ON number_usage BEGIN
      UPDATE contacts SET weight = max(weight, new.last_at_ms + min(new.calls, 30) * 86400000)
        WHERE key IN (SELECT contact_key FROM contact_numbers AS n WHERE n.ending = new.ending
          AND substr(n.significant, -min(length(n.significant), length(new.significant), 10))
            = substr(new.significant, -min(length(n.significant), length(new.significant), 10)));
    END;
    CREATE TRIGGER contact_number_added AFTER INSERT ON contact_numbers
      WHEN EXISTS (SELECT 1 FROM number_usage WHERE ending = new.ending) BEGIN
      UPDATE contacts SET weight = max(weight, ifnull((SELECT max(${weight}) FROM number_usage AS u
        WHERE u.ending = new.ending AND u.calls > 0
          AND substr(u.significant, -min(length(u.significant), length(new.significant), 10))
            = substr(new.significant, -min(length(u.significant), length(new.significant), 10))), 0))
        WHERE key = new.contact_key;
    END;
  `,
};
