import type { Connection } from '../database.ts';

/**
 * The index of the search while thousands of rows come or go. Each commit leaves a piece of it, and by itself the index joins
 * pieces at every turn, the large ones too: that takes longer than writing them, and the thread for as long as it likes.
 */
export interface SearchIndex {
  /** From now on pieces stay as they are, until all are joined. */
  leavePieces(): void;
  /** One short transaction; true while there is more to join. Nothing when no pieces were left, by this run or one before. */
  join(): boolean;
}

/** Written in one step: some milliseconds. */
const pages = 100;
/** More pieces than an import has batches; the other is what the index begins with. */
const leaving = { automerge: 0, crisismerge: 1999 };
const usual = { automerge: 4, crisismerge: 16 };

// In a trigger, as its deletions are: see the migration of the contacts.
const stepSql = `
  CREATE TEMP VIEW IF NOT EXISTS contact_search_steps AS SELECT 0 AS pages;
  CREATE TEMP TRIGGER IF NOT EXISTS contact_search_step INSTEAD OF INSERT ON contact_search_steps BEGIN
    INSERT INTO contact_search (contact_search, rank) VALUES ('merge', new.pages);
  END`;

export function createSearchIndex(connection: Connection): SearchIndex {
  connection.exec(stepSql);
  const step = connection.prepare('INSERT INTO contact_search_steps VALUES (?)');
  const selectSetting = connection.prepare("SELECT v FROM contact_search_config WHERE k = 'automerge'");
  const selectChanges = connection.prepare('SELECT total_changes() AS changes');
  const changes = () => (selectChanges.get() as { changes: number }).changes;
  const set = ({ automerge, crisismerge }: typeof usual) =>
    connection.exec(`
      INSERT INTO contact_search (contact_search, rank) VALUES ('crisismerge', ${crisismerge});
      INSERT INTO contact_search (contact_search, rank) VALUES ('automerge', ${automerge})`);
  let joining = false;
  return {
    leavePieces() {
      joining = false;
      set(leaving);
    },
    join() {
      if ((selectSetting.get() as { v: number } | undefined)?.v !== leaving.automerge) return false;
      const before = changes();
      // The sign begins a join of everything; what began goes on without.
      step.run(joining ? pages : -pages);
      joining = true;
      // So the index tells that nothing was left to do; the step itself is one change.
      if (changes() - before > 1) return true;
      joining = false;
      set(usual);
      return false;
    },
  };
}
