import type { Connection } from '../database.ts';

/** What many calls have in common, in one row for all of them. */
export interface CallKind {
  readonly key: number;
  readonly profile_key: number;
  readonly direction: string;
  readonly disposition: string | null;
  readonly originated_here: number;
  readonly calls: number;
}

export type NewKind = Omit<CallKind, 'key' | 'calls'>;

export interface CallKinds {
  /** All that calls have, a few dozen. */
  list(): readonly CallKind[];
  /** What was added in a transaction that is taken back has to be forgotten. */
  forget(): void;
  findOrAdd(kind: NewKind): number;
}

/** The numbers that stand for trunks in rows. */
export interface CallWords {
  forget(): void;
  findOrAdd(word: string): number;
}

export function createCallKinds(connection: Connection): CallKinds {
  const select = connection.prepare('SELECT * FROM call_kinds WHERE calls > 0');
  const find = connection.prepare(`SELECT key FROM call_kinds
    WHERE profile_key = ? AND direction = ? AND disposition IS ? AND originated_here = ?`);
  const insert = connection.prepare(
    'INSERT INTO call_kinds (profile_key, direction, disposition, originated_here) VALUES (?, ?, ?, ?) RETURNING key',
  );
  const known = new Map<string, number>();
  return {
    list: () => select.all() as readonly CallKind[],
    forget: () => known.clear(),
    findOrAdd({ profile_key, direction, disposition, originated_here }) {
      const name = JSON.stringify([profile_key, direction, disposition, originated_here]);
      const before = known.get(name);
      if (before !== undefined) return before;
      const values = [profile_key, direction, disposition, originated_here] as const;
      const { key } = (find.get(...values) ?? insert.get(...values)) as { key: number };
      known.set(name, key);
      return key;
    },
  };
}

export function createCallWords(connection: Connection): CallWords {
  const find = connection.prepare('SELECT key FROM call_words WHERE word = ?');
  const insert = connection.prepare('INSERT INTO call_words (word) VALUES (?) RETURNING key');
  const known = new Map<string, number>();
  return {
    forget: () => known.clear(),
    findOrAdd(word) {
      const key = known.get(word) ?? ((find.get(word) ?? insert.get(word)) as { key: number }).key;
      known.set(word, key);
      return key;
    },
  };
}
