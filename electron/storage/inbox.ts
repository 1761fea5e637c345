import { z } from 'zod';
import { type Inbox, type InboxState, inboxStates, type RawEvent, type StoredEvent } from '../calls/ports.ts';
import { fromColumnText, toColumnNumber, toColumnText } from './column-text.ts';
import type { Connection } from './database.ts';
import { createProfileKeys } from './profile-keys.ts';
import { inTransaction } from './transaction.ts';
import { oncePerRow, type ReportUnreadableRow } from './unreadable-row.ts';

export interface InboxOptions {
  readonly connection: Connection;
  readonly reportUnreadableRow: ReportUnreadableRow;
  /** Told of every commit, with the number of events in it. */
  readonly onCommit?: (events: number) => void;
}

/** An inbox that keeps marks back for a moment; `flush` writes them, before the database is closed. */
export interface BufferedInbox extends Inbox {
  flush(): void;
}

/** Marks wait for the next commit of events, but not longer than this. */
const longestWaitMs = 250;
/** Of one call before it is known to be ours; a queue that rings thirty phones for minutes tells some hundreds. */
const mostIgnored = 500;
/** They come first of all events of their call. With each further event they are looked for among no more than these, however many a PBX sends. */
const mostOfOneCall = 1000;
/** After a refusal: the disk may be full, and every attempt holds up the program. */
const retryPauseMs = 5000;

/** A turn without anything to do takes some hundredths of a millisecond. */
const mostTurns = 8;

interface Mark {
  readonly state: Exclude<InboxState, 'new'>;
  readonly callId: string | null;
}

interface Waiting {
  readonly event: RawEvent;
  readonly resolve: (stored: StoredEvent | null) => void;
  readonly reject: (error: unknown) => void;
}

const columnText = z.string().transform(fromColumnText);

const rowSchema = z
  .object({
    id: z.int(),
    profile: columnText,
    received_at_ms: z.number(),
    name: columnText,
    dedupe_key: columnText.nullable(),
    pbx_call_id: columnText.nullable(),
    encoding: z.enum(['query', 'form', 'json']),
    body: z.instanceof(Uint8Array),
    state: z.enum(inboxStates),
  })
  .transform(
    (row): StoredEvent => ({
      id: row.id,
      profile: row.profile,
      receivedAtMs: row.received_at_ms,
      name: row.name,
      dedupeKey: row.dedupe_key,
      pbxCallId: row.pbx_call_id,
      encoding: row.encoding,
      body: row.body,
      state: row.state,
    }),
  );

const selectFrom = (inbox: string) => `
  SELECT inbox.id, profiles.name AS profile, received_at_ms, inbox.name, dedupe_key, pbx_call_id, encoding, body, state
  FROM ${inbox} JOIN profiles ON profiles.key = inbox.profile_key`;
const selectEvents = selectFrom('inbox');
// As a rule few are new; by the index of profiles all would be looked through.
const selectNewEvents = selectFrom('inbox INDEXED BY inbox_new');

/**
 * Events that come in together share one commit, because a commit waits for the disk: with one each
 * a laptop's disk would allow some hundreds a second. Marks ride along with a later commit: one that a crash takes away
 * only means that its event is worked on again, which changes nothing. Until then they are laid over what is read.
 */
export function createInbox({ connection, reportUnreadableRow, onCommit }: InboxOptions): BufferedInbox {
  const report = oncePerRow(reportUnreadableRow);
  const profiles = createProfileKeys(connection);
  const insert = connection.prepare(`
    INSERT INTO inbox (profile_key, received_at_ms, name, dedupe_key, pbx_call_id, encoding, body)
    VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`);
  const setState = connection.prepare('UPDATE inbox SET state = ?, call_id = ? WHERE id = ?');
  const selectNew = connection.prepare(
    `${selectNewEvents} WHERE state = 'new' AND inbox.profile_key = ? AND inbox.id > ? ORDER BY inbox.id LIMIT ?`,
  );
  const selectState = connection.prepare("SELECT 1 FROM inbox WHERE id = ? AND state = 'new'");
  // New ones as well: they may be marked by now.
  const selectIgnored = connection.prepare(
    `${selectEvents} WHERE inbox.profile_key = :profileKey AND pbx_call_id = :pbxCallId AND state IN ('new', 'ignored')
     AND inbox.id < ifnull((SELECT id FROM inbox WHERE profile_key = :profileKey AND pbx_call_id = :pbxCallId
       ORDER BY id LIMIT 1 OFFSET ${mostOfOneCall}), 9223372036854775807)
     ORDER BY inbox.id LIMIT ${mostIgnored}`,
  );
  const selectRecent = connection.prepare(`${selectEvents} WHERE inbox.profile_key = ? ORDER BY inbox.id DESC LIMIT ?`);

  const store = (event: RawEvent): StoredEvent | null => {
    const profileKey = profiles.find(event.profile);
    const { changes, lastInsertRowid } = insert.run(
      profileKey,
      toColumnNumber(event.receivedAtMs),
      toColumnText(event.name),
      event.dedupeKey === null ? null : toColumnText(event.dedupeKey),
      event.pbxCallId === null ? null : toColumnText(event.pbxCallId),
      event.encoding,
      event.body,
    );
    return changes === 0 ? null : { ...event, id: Number(lastInsertRowid), state: 'new' };
  };

  const marks = new Map<number, Mark>();
  let timer: NodeJS.Timeout | null = null;
  const writeMarks = () => {
    for (const [id, { state, callId }] of marks) setState.run(state, callId === null ? null : toColumnText(callId), id);
  };
  const marksWritten = () => {
    marks.clear();
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  const flush = () => {
    if (marks.size === 0) return;
    inTransaction(connection, writeMarks);
    marksWritten();
  };
  const flushLater = (ms: number) => {
    timer = setTimeout(() => {
      timer = null;
      if (!connection.isOpen) return;
      try {
        flush();
      } catch {
        // Nothing is lost: they are kept for the next attempt.
        flushLater(retryPauseMs);
      }
    }, ms);
    timer.unref();
  };

  let waiting: Waiting[] = [];
  const commitWaiting = () => {
    const batch = waiting;
    waiting = [];
    let stored: readonly (StoredEvent | null)[];
    try {
      for (const { event } of batch) profiles.findOrAdd(event.profile);
      stored = inTransaction(connection, () => {
        writeMarks();
        return batch.map(({ event }) => store(event));
      });
    } catch (error) {
      for (const { reject } of batch) reject(error);
      return;
    }
    marksWritten();
    for (const [index, { resolve }] of batch.entries()) resolve(stored[index] ?? null);
    onCommit?.(batch.length);
  };

  /** Those that are on their way come along: as long as each turn of the event loop brings some, and a few turns at most. */
  const commitSoon = (turns: number, before = waiting.length) => {
    setImmediate(() => {
      if (waiting.length > before && turns < mostTurns) commitSoon(turns + 1);
      else commitWaiting();
    });
  };

  const read = (rows: readonly unknown[]): readonly StoredEvent[] =>
    rows.flatMap((row) => {
      const event = rowSchema.safeParse(row);
      if (event.success) return { ...event.data, state: marks.get(event.data.id)?.state ?? event.data.state };
      const id = String((row as { id?: unknown }).id);
      report({ table: 'inbox', id, reason: event.error.message });
      return [];
    });

  return {
    append: (event) =>
      new Promise((resolve, reject) => {
        waiting.push({ event, resolve, reject });
        if (waiting.length === 1) commitSoon(1);
      }),
    mark(id, state, callId) {
      marks.set(id, { state, callId });
      if (timer === null) flushLater(longestWaitMs);
    },
    marking(work) {
      const before = [...marks];
      try {
        work();
      } catch (problem) {
        marks.clear();
        for (const [id, mark] of before) marks.set(id, mark);
        throw problem;
      }
    },
    flush,
    isNew: (id) => !marks.has(id) && selectState.get(id) !== undefined,
    listNew(profile, afterId, limit) {
      const found: StoredEvent[] = [];
      let after = afterId;
      // Those that are marked or cannot be read are made up for: a page that is not full says that there are no more.
      for (;;) {
        const rows: readonly unknown[] = selectNew.all(profiles.find(profile), after, limit);
        found.push(...read(rows).filter(({ state }) => state === 'new'));
        if (found.length >= limit || rows.length < limit) return found.slice(0, limit);
        after = (rows.at(-1) as { id: number }).id;
      }
    },
    listIgnored: (profile, pbxCallId) =>
      read(selectIgnored.all({ profileKey: profiles.find(profile), pbxCallId: toColumnText(pbxCallId) })).filter(
        ({ state }) => state === 'ignored',
      ),
    listRecent: (profile, limit) => read(selectRecent.all(profiles.find(profile), limit)),
  };
}
