import type { Connection } from '../database.ts';

/** Groups that were said to be different people, by their ids. */
export interface ContactsApart {
  all(): readonly (readonly string[])[];
  add(ids: readonly string[]): void;
  clear(): void;
}

export function createContactsApart(connection: Connection): ContactsApart {
  const select = connection.prepare('SELECT ids FROM contacts_apart ORDER BY ids');
  const insert = connection.prepare('INSERT INTO contacts_apart (ids) VALUES (?) ON CONFLICT DO NOTHING');
  const clear = connection.prepare('DELETE FROM contacts_apart');
  const named = (ids: readonly string[]) => [...ids].sort().join(' ');
  return {
    all: () => (select.all() as readonly { ids: string }[]).map(({ ids }) => ids.split(' ')),
    add: (ids) => void insert.run(named(ids)),
    clear: () => void clear.run(),
  };
}
