import { toColumnText } from './column-text.ts';
import type { Connection } from './database.ts';

/** The numbers that stand for profiles in rows and indexes. */
export interface ProfileKeys {
  /** Null: nothing was ever stored for it. */
  find(profile: string): number | null;
  /** Must not be called inside a transaction: a rollback would take the number back. */
  findOrAdd(profile: string): number;
}

export function createProfileKeys(connection: Connection): ProfileKeys {
  const known = new Map<string, number>();
  const select = connection.prepare('SELECT key FROM profiles WHERE name = ?');
  const insert = connection.prepare('INSERT INTO profiles (name) VALUES (?) ON CONFLICT DO NOTHING');
  const find = (profile: string): number | null => {
    const cached = known.get(profile);
    if (cached !== undefined) return cached;
    const row: unknown = select.get(toColumnText(profile));
    if (row === undefined) return null;
    const key = Number((row as { key: unknown }).key);
    known.set(profile, key);
    return key;
  };
  return {
    find,
    findOrAdd(profile) {
      const key = find(profile);
      if (key !== null) return key;
      insert.run(toColumnText(profile));
      return findOrAddFailed(find(profile));
    },
  };
}

function findOrAddFailed(key: number | null): number {
  if (key === null) throw new Error('The profile was not stored');
  return key;
}
