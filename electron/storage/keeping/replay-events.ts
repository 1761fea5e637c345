import { DatabaseSync } from '@photostructure/sqlite';
import type { RescueReport } from '../../../shared/ipc/keeping-contract.ts';
import type { Connection } from '../database.ts';
import { inTransaction } from '../transaction.ts';
import { numberOf, readFrom } from './check-database.ts';

/** Events of about that long ago may have been committed later than younger ones. */
const overlapMs = 60 * 60 * 1000;
const batchRows = 200;
/** Beyond this many ids in a row nothing is there to be read. */
const longestGap = 100_000;

type Replayed = Pick<RescueReport, 'events' | 'eventsRead'>;

interface EventRow {
  readonly id: number;
  readonly profile: string;
  readonly received_at_ms: number;
  readonly name: string;
  readonly dedupe_key: string | null;
  readonly pbx_call_id: string | null;
  readonly encoding: string;
  readonly body: Uint8Array;
}

/**
 * Takes the events that are newer than those of `into` over from a database that may be damaged, as ones still to be worked on; those
 * that are there already are passed over. Of what cannot be read the rest is.
 */
export function replayEvents(from: string, into: string): Replayed {
  const target = new DatabaseSync(into);
  try {
    return readFrom(from, (source) => copyNewer(source, target));
  } catch {
    return { events: 0, eventsRead: 'none' };
  } finally {
    target.close();
  }
}

function copyNewer(source: Connection, target: Connection): Replayed {
  const newestMs = numberOf(target, 'SELECT coalesce(max(received_at_ms), -1) FROM inbox');
  const select = source.prepare(
    `SELECT inbox.id, profiles.name AS profile, received_at_ms, inbox.name, dedupe_key, pbx_call_id, encoding, body
     FROM inbox JOIN profiles ON profiles.key = profile_key WHERE inbox.id > ? AND inbox.id <= ? ORDER BY inbox.id`,
  );
  const addProfile = target.prepare('INSERT INTO profiles (name) VALUES (?) ON CONFLICT DO NOTHING');
  const insert = target.prepare(
    `INSERT INTO inbox (profile_key, received_at_ms, name, dedupe_key, pbx_call_id, encoding, body)
     SELECT key, ?, ?, ?, ?, ?, ? FROM profiles WHERE name = ? ON CONFLICT DO NOTHING`,
  );
  // What nothing tells repeats by would otherwise be there twice.
  const isNewer = (row: EventRow) => row.received_at_ms > newestMs - (row.dedupe_key === null ? 0 : overlapMs);
  const add = (row: EventRow): number => {
    if (!isNewer(row)) return 0;
    addProfile.run(row.profile);
    const { received_at_ms, name, dedupe_key, pbx_call_id, encoding, body, profile } = row;
    return Number(insert.run(received_at_ms, name, dedupe_key, pbx_call_id, encoding, body, profile).changes);
  };
  let events = 0;
  const unread = readRanges(
    (after, upTo) => select.all(after, upTo) as unknown as readonly EventRow[],
    highestId(source),
    (rows) => {
      events += inTransaction(target, () => rows.reduce((added, row) => added + add(row), 0));
    },
  );
  return { events, eventsRead: unread ? 'some' : 'all' };
}

/** Reads all ids in pieces; a piece that cannot be read is halved until what is broken is left out. Answers whether something was. */
function readRanges(
  read: (after: number, upTo: number) => readonly EventRow[],
  highest: number | null,
  take: (rows: readonly EventRow[]) => void,
): boolean {
  let unread = highest === null;
  let after = 0;
  let nothingFor = 0;
  const goOn = () => (highest === null ? nothingFor < longestGap : after < highest);
  while (goOn()) {
    let wanted = batchRows;
    for (;;) {
      const rows = tried(() => read(after, after + wanted));
      if (rows !== null) {
        take(rows);
        nothingFor = rows.length === 0 ? nothingFor + wanted : 0;
      } else if (wanted > 1) {
        wanted = Math.ceil(wanted / 2);
        continue;
      } else {
        unread = true;
        nothingFor += 1;
      }
      break;
    }
    after += wanted;
  }
  return unread;
}

/** The index of ids may be broken where the events are not. */
function highestId(source: Connection): number | null {
  return (
    tried(() => numberOf(source, "SELECT seq FROM sqlite_sequence WHERE name = 'inbox'")) ??
    tried(() => numberOf(source, 'SELECT coalesce(max(id), 0) FROM inbox'))
  );
}

function tried<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}
