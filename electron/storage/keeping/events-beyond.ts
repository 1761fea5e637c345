import { numberOf, readFrom } from './check-database.ts';

/** Whoever may send events could fill the disk with them: of calls that are done they are worth no more than that. */
export const mostEventBytes = 500 * 1024 * 1024;
/** What an event takes besides its body, its places in the indexes included. */
const besidesBytes = 200;

/** Up to which one the oldest events are too much, by their ids; null: all have room. Looks at all of them. */
export function lastEventBeyond(file: string, mostBytes: number): number | null {
  return readFrom(file, (connection) => {
    const found = numberOf(
      connection,
      `SELECT coalesce(max(id), 0) FROM (
        SELECT id, sum(length(body) + ${besidesBytes}) OVER (ORDER BY id DESC) AS bytes FROM inbox
      ) WHERE bytes > ${mostBytes}`,
    );
    return found === 0 ? null : found;
  });
}
