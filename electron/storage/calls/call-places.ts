import type { CallCursor } from '../../../shared/ipc/call-contract.ts';
import { toColumnNumber } from '../column-text.ts';
import type { Connection } from '../database.ts';
import { idEnding } from './call-row.ts';
import { firstKeyAt, toIdValue } from './id-columns.ts';

/** The one call with the id; by its ending it is found. */
export const callWithIdSql = `${idEnding} = substr(:id, -6) AND calls.id = :id`;

/** Where calls stand in the order of their keys. */
export interface CallPlaces {
  keyOf(id: string): number | null;
  /** Calls with lower keys are the older ones, also where the call itself is gone. */
  below(cursor: CallCursor | null): number;
  /** The same of the newer ones. */
  above(cursor: CallCursor | null): number;
  /** A place between calls: everything with lower keys is below it, all others are above it. */
  cursorAt(key: number, isNewer: boolean): CallCursor;
  /** The first that nobody has, for a call that began then. */
  free(startedAtMs: number): number;
}

/** More calls than that do not begin in one millisecond. */
const looked = 1000;

export function createCallPlaces(connection: Connection): CallPlaces {
  const selectKey = connection.prepare(`SELECT key FROM calls WHERE ${callWithIdSql}`);
  const isTaken = connection.prepare('SELECT 1 FROM calls WHERE key = ?');
  const selectTaken = connection.prepare(`SELECT key FROM calls WHERE key >= ? ORDER BY key LIMIT ${looked}`);
  const keyOf = (id: string) => (selectKey.get({ id: toIdValue(id) }) as { key: number } | undefined)?.key ?? null;
  return {
    keyOf,
    below(cursor) {
      if (cursor === null) return Number.MAX_SAFE_INTEGER;
      return keyOf(cursor.id) ?? firstKeyAt(toColumnNumber(cursor.startedAtMs)) + 1;
    },
    above(cursor) {
      if (cursor === null) return Number.MIN_SAFE_INTEGER;
      return (keyOf(cursor.id) ?? firstKeyAt(toColumnNumber(cursor.startedAtMs)) - 1) + 1;
    },
    cursorAt: (key, isNewer) => ({ startedAtMs: isNewer ? key : key - 1, id: '' }),
    free(startedAtMs) {
      let key = firstKeyAt(toColumnNumber(startedAtMs));
      if (isTaken.get(key) === undefined) return key;
      for (;;) {
        const taken = selectTaken.all(key) as readonly { key: number }[];
        const gap = taken.findIndex((one, at) => one.key !== key + at);
        if (gap !== -1) return key + gap;
        if (taken.length < looked) return key + taken.length;
        key += looked;
      }
    },
  };
}
