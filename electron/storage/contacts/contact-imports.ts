import type { Contact, ContactSource } from '../../../shared/domain/contact/contact.ts';
import type { ContactRowTexts } from '../../directory/exchange/contact-store.ts';
import { toColumnText } from '../column-text.ts';
import type { Connection } from '../database.ts';
import { inTransaction } from '../transaction.ts';
import { notDone } from './contact-row.ts';
import { type AddedRows, type ContactRows, ownPlace, type RowPlace } from './contact-rows.ts';
import { toRowTexts } from './row-texts.ts';

export type ImportKind = 'file' | Exclude<ContactSource, 'own'>;

/** Rows of a batch; some ten milliseconds, so that events are committed in between. */
const batchRows = 250;
/** Texts are written apart, in larger portions: each is a piece of the index, and many small pieces take twice as long. */
const portionOfTexts = 1000;

/**
 * Contacts that come by the thousand: nobody sees them before the last one is there, and all of them go together. Each call
 * is one short transaction.
 */
export interface ContactImports {
  begin(about: {
    readonly id: string;
    readonly kind: ImportKind;
    readonly profileKey: number;
    readonly fileName: string;
  }): void;
  /** All but those at the places that are left out. */
  append(importId: string, rows: ContactRowTexts, leftOut: readonly number[]): void;
  /** Contacts that are there already and become these, once the import is done. */
  replace(importId: string, contacts: readonly Contact[]): void;
  /** False when there is no such import waiting. */
  finish(importId: string): boolean;
  /** Finishes it, and in the same moment nobody sees those before it any more. */
  takePlace(importId: string, before: readonly string[]): void;
  /** At once nobody sees it any more; true while rows are left to remove by the next call. */
  drop(importId: string): boolean;
  /** What the program was ended in, and what was dropped half way. */
  unfinished(): readonly string[];
  /** Null when there is none of this id that is done. */
  keyOfDone(importId: string): number | null;
  /** Directories that are shown, which a new one takes the place of. */
  done(kind: ImportKind, profileKey: number): readonly string[];
}

export function createContactImports(
  connection: Connection,
  contactRows: ContactRows,
  clock: () => number,
): ContactImports {
  const insert = connection.prepare(
    'INSERT INTO contact_imports (id, kind, profile_key, file_name, made_at_ms) VALUES (?, ?, ?, ?, ?)',
  );
  const select = connection.prepare('SELECT key, kind, profile_key FROM contact_imports WHERE id = ? AND state = ?');
  const selectAny = connection.prepare('SELECT key, state FROM contact_imports WHERE id = ?');
  const setState = connection.prepare('UPDATE contact_imports SET state = ? WHERE id = ?');
  const selectState = connection.prepare("SELECT id FROM contact_imports WHERE state <> 'done'");
  const selectDone = connection.prepare(
    "SELECT id FROM contact_imports WHERE state = 'done' AND kind = ? AND profile_key = ?",
  );
  // Only what is seen, so that nothing refers to an import that is being removed.
  const setReplaced = connection.prepare(`
    UPDATE contacts SET replaced_in = :key WHERE id = :id AND source = 'own' AND import_key NOT IN (${notDone})
      AND (replaced_in = 0 OR replaced_in IN (SELECT key FROM contact_imports WHERE state = 'dropping'))`);
  // The zeros are not in the indexes by these columns: those are used for what is said to be none.
  // What a later import replaced stays replaced by that.
  const passOn = connection.prepare(`
    UPDATE contacts SET replaced_in = newer.replaced_in FROM contacts AS newer
    WHERE contacts.replaced_in = :key AND contacts.replaced_in > 0 AND newer.id = contacts.id AND newer.import_key = :key AND newer.replaced_in > 0`);
  const takeBack = connection.prepare(
    'UPDATE contacts SET replaced_in = 0 WHERE key IN (SELECT key FROM contacts WHERE replaced_in = ? AND replaced_in > 0 LIMIT ?)',
  );
  const remove = connection.prepare('DELETE FROM contact_imports WHERE key = ?');

  const pending = (importId: string) => {
    const row: unknown = select.get(toColumnText(importId), 'pending');
    if (row === undefined) throw new Error('There is no such import');
    return row as { key: number; kind: ImportKind; profile_key: number };
  };
  /** Of imports that are not done, by their keys. */
  const waiting = new Map<number, AddedRows[]>();
  const write = (place: RowPlace, rows: () => ContactRowTexts, leftOut: readonly number[]) => {
    const added = waiting.get(place.importKey) ?? [];
    waiting.set(place.importKey, added);
    added.push(inTransaction(connection, () => contactRows.addWithoutTexts(rows(), place, leftOut)));
    if (added.reduce((sum, { count }) => sum + count, 0) >= portionOfTexts) writeTexts(place.importKey);
  };
  const writeTexts = (importKey: number) => {
    const added = waiting.get(importKey) ?? [];
    if (added.length > 0) inTransaction(connection, () => added.forEach(contactRows.addTexts));
    waiting.delete(importKey);
  };
  const ids = (found: readonly unknown[]) => found.map((row) => (row as { id: string }).id);
  return {
    begin: ({ id, kind, profileKey, fileName }) =>
      void insert.run(toColumnText(id), kind, profileKey, toColumnText(fileName), clock()),
    append(importId, rows, leftOut) {
      const { key, kind, profile_key } = pending(importId);
      // What comes out of a file is one's own, whatever profile was in use.
      const profileKey = kind === 'file' ? ownPlace.profileKey : profile_key;
      write({ importKey: key, profileKey }, () => rows, leftOut);
    },
    replace(importId, contacts) {
      const { key } = pending(importId);
      // One may have been deleted meanwhile, or replaced by an earlier line of the same file.
      const isLeft = ({ id }: Contact) => Number(setReplaced.run({ key, id: toColumnText(id) }).changes) === 1;
      write({ ...ownPlace, importKey: key }, () => toRowTexts(contacts.filter(isLeft)), []);
    },
    finish(importId) {
      const row: unknown = select.get(toColumnText(importId), 'pending');
      if (row === undefined) return false;
      writeTexts((row as { key: number }).key);
      return Number(setState.run('done', toColumnText(importId)).changes) === 1;
    },
    takePlace(importId, before) {
      writeTexts(pending(importId).key);
      inTransaction(connection, () => {
        for (const old of before) setState.run('dropping', toColumnText(old));
        setState.run('done', toColumnText(importId));
      });
    },
    drop(importId) {
      const row: unknown = selectAny.get(toColumnText(importId));
      if (row === undefined) return false;
      const { key, state } = row as { key: number; state: string };
      waiting.delete(key);
      return inTransaction(connection, () => {
        // In the moment from which nobody sees it any more, and never again: nothing is replaced that is not seen.
        if (state !== 'dropping') passOn.run({ key });
        setState.run('dropping', toColumnText(importId));
        if (contactRows.removeOf(key, batchRows) === batchRows) return true;
        if (Number(takeBack.run(key, batchRows).changes) === batchRows) return true;
        remove.run(key);
        return false;
      });
    },
    keyOfDone(importId) {
      const row: unknown = select.get(toColumnText(importId), 'done');
      return row === undefined ? null : (row as { key: number }).key;
    },
    unfinished: () => ids(selectState.all()),
    done: (kind, profileKey) => ids(selectDone.all(kind, profileKey)),
  };
}
