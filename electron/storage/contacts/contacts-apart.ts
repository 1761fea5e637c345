import type { Connection } from '../database.ts';

/** Groups that were said to be different people. Somebody who joins one makes it another group, which is proposed again. */
export interface ContactsApart {
  has(ids: readonly string[]): boolean;
  add(ids: readonly string[]): void;
  clear(): void;
}

export function createContactsApart(connection: Connection): ContactsApart {
  const select = connection.prepare('SELECT 1 FROM contacts_apart WHERE ids = ?');
  const insert = connection.prepare('INSERT INTO contacts_apart (ids) VALUES (?) ON CONFLICT DO NOTHING');
  const clear = connection.prepare('DELETE FROM contacts_apart');
  const named = (ids: readonly string[]) => [...ids].sort().join(' ');
  return {
    has: (ids) => select.get(named(ids)) !== undefined,
    add: (ids) => void insert.run(named(ids)),
    clear: () => void clear.run(),
  };
}
