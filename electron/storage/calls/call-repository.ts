import type { Call } from '../../../shared/domain/call.ts';
import type { CallCursor } from '../../../shared/ipc/call-contract.ts';
import type { CallStore } from '../../calls/ports.ts';
import { toColumnNumber } from '../column-text.ts';
import type { Connection } from '../database.ts';
import { createProfileKeys } from '../profile-keys.ts';
import { inTransaction } from '../transaction.ts';
import { oncePerRow, type ReportUnreadableRow } from '../unreadable-row.ts';
import { type CallRow, callColumns, readCallRow, toCallRow, toIdColumn } from './call-row.ts';

export interface CallRepositoryOptions {
  readonly connection: Connection;
  readonly reportUnreadableRow: ReportUnreadableRow;
  /** What else is kept of a call, in the transaction that saves it. */
  readonly noteCall?: (call: Call, profileKey: number) => void;
}

const saveSql = `
  INSERT INTO calls (id, profile_key, started_at_ms, caller, callee, direction, originated_here, originated_call_id,
    ended, disposition, talk_seconds, trunk_name, facts)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (id) DO UPDATE SET profile_key = excluded.profile_key, started_at_ms = excluded.started_at_ms,
    caller = excluded.caller, callee = excluded.callee, direction = excluded.direction,
    originated_here = excluded.originated_here, originated_call_id = excluded.originated_call_id,
    ended = excluded.ended, disposition = excluded.disposition, talk_seconds = excluded.talk_seconds,
    trunk_name = excluded.trunk_name, facts = excluded.facts
  RETURNING key`;

const selectCalls = `
  SELECT ${callColumns}
  FROM calls JOIN profiles ON profiles.key = calls.profile_key`;

const newestFirst = 'ORDER BY started_at_ms DESC, calls.id DESC';

// UNION drops a call that is found in more than one way.
const byIdSql = `${selectCalls} WHERE calls.key IN (
    SELECT key FROM calls WHERE originated_call_id = :originatedCallId AND profile_key = :profileKey
    UNION SELECT call_key FROM call_pbx_ids WHERE profile_key = :profileKey AND pbx_call_id = :pbxCallId
  ) ${newestFirst}`;

// The facts say whether a call has PBX ids (see call-facts.ts; within a text the quotes would be escaped): most calls
// are passed over without being read.
const byTimeSql = `${selectCalls} WHERE calls.profile_key = :profileKey AND started_at_ms >= :sinceMs
  AND originated_here = 1 AND (:withPbxIds OR instr(facts, '"p":[') = 0) ${newestFirst}`;

const pageSql = `${selectCalls} WHERE calls.profile_key = :profileKey AND started_at_ms <= :beforeMs
  AND (started_at_ms < :beforeMs OR calls.id < :beforeId) ${newestFirst} LIMIT :limit`;

// Each profile has its own part of the index: of each come the newest keys, and of all these only as many rows are read as are wanted.
const keysSql = `SELECT key, id, started_at_ms FROM calls WHERE profile_key = :profileKey AND started_at_ms <= :beforeMs
  AND (started_at_ms < :beforeMs OR id < :beforeId) ORDER BY started_at_ms DESC, id DESC LIMIT :limit`;
const byKeysSql = `SELECT ${callColumns} FROM json_each(?) AS wanted CROSS JOIN calls ON calls.key = wanted.value
  JOIN profiles ON profiles.key = calls.profile_key ORDER BY wanted.key`;

type KeyRow = { readonly key: number; readonly id: string; readonly started_at_ms: number };
type Place = { readonly beforeMs: number; readonly beforeId: string };
const beforeNothing: Place = { beforeMs: Number.MAX_SAFE_INTEGER, beforeId: '' };

export function createCallRepository({ connection, reportUnreadableRow, noteCall }: CallRepositoryOptions): CallStore {
  const report = oncePerRow(reportUnreadableRow);
  const profiles = createProfileKeys(connection);
  const save = connection.prepare(saveSql);
  const selectOwner = connection.prepare('SELECT profile_key FROM calls WHERE id = ?');
  const addPbxId = connection.prepare(
    'INSERT INTO call_pbx_ids (profile_key, pbx_call_id, call_key) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const selectOne = connection.prepare(`${selectCalls} WHERE calls.id = ?`);
  const selectById = connection.prepare(byIdSql);
  const selectByTime = connection.prepare(byTimeSql);
  const selectUnfinished = connection.prepare(
    `${selectCalls} WHERE calls.profile_key = ? AND ended = 0 ORDER BY started_at_ms, calls.id`,
  );
  const selectNewest = connection.prepare(`${selectCalls} WHERE calls.profile_key = ? ${newestFirst} LIMIT ?`);
  const selectPage = connection.prepare(pageSql);
  const selectKeys = connection.prepare(keysSql);
  const selectByKeys = connection.prepare(byKeysSql);
  const countCalls = connection.prepare('SELECT count(*) AS calls FROM calls WHERE profile_key = ?');

  // Asked for with every change that is published, and slow to find out: SQLite walks all rows of the profile.
  const counts = new Map<number, number>();
  const countRows = (profileKey: number): number => {
    const row: unknown = countCalls.get(profileKey);
    return Number((row as { calls: unknown }).calls);
  };
  const noteSaved = (before: unknown, profileKey: number) => {
    const known = counts.get(profileKey);
    if (before === undefined) {
      if (known !== undefined) counts.set(profileKey, known + 1);
    } else if ((before as { profile_key: number }).profile_key !== profileKey) counts.clear();
  };

  const read = (rows: readonly unknown[]): readonly Call[] =>
    rows.flatMap((row) => {
      const call = readCallRow(row);
      if (call.ok) return call.value;
      report({ table: 'calls', id: String((row as { id?: unknown }).id), reason: call.error });
      return [];
    });

  const fullPage = (
    limit: number,
    before: CallCursor | null,
    select: (place: Place | null) => readonly unknown[],
  ): readonly Call[] => {
    let rows = select(
      before === null ? null : { beforeMs: toColumnNumber(before.startedAtMs), beforeId: toIdColumn(before.id) },
    );
    const found = [...read(rows)];
    // A page that is not full says that nothing older is there, so rows that cannot be read are made up for.
    while (found.length < limit && rows.length === limit) {
      const last = rows.at(-1) as { started_at_ms: number; id: string };
      rows = select({ beforeMs: last.started_at_ms, beforeId: last.id });
      found.push(...read(rows));
    }
    return found.slice(0, limit);
  };

  return {
    save(call) {
      const row = toCallRow(call);
      const profileKey = profiles.findOrAdd(call.profile);
      const before: unknown = inTransaction(connection, () => {
        const owner: unknown = selectOwner.get(row.id);
        const stored: unknown = save.get(...values(row, profileKey));
        const { key } = stored as { key: number };
        for (const pbxCallId of call.pbxCallIds) addPbxId.run(profileKey, toIdColumn(pbxCallId), key);
        noteCall?.(call, profileKey);
        return owner;
      });
      noteSaved(before, profileKey);
    },
    together(profile, work) {
      profiles.findOrAdd(profile);
      try {
        inTransaction(connection, work);
      } catch (problem) {
        // What was counted while it was saved is not there.
        counts.clear();
        throw problem;
      }
    },
    get(id) {
      const row: unknown = selectOne.get(toIdColumn(id));
      return row === undefined ? null : (read([row])[0] ?? null);
    },
    findCandidates({ profile, originatedCallId, pbxCallId, sinceMs }) {
      const profileKey = profiles.find(profile);
      const byId = read(
        selectById.all({
          profileKey,
          originatedCallId: originatedCallId === null ? null : toIdColumn(originatedCallId),
          pbxCallId: pbxCallId === null ? null : toIdColumn(pbxCallId),
        }),
      );
      if (byId.length > 0) return byId;
      const withPbxIds = pbxCallId === null ? 1 : 0;
      return read(selectByTime.all({ profileKey, sinceMs: toColumnNumber(sinceMs), withPbxIds }));
    },
    listUnfinished: (profile) => read(selectUnfinished.all(profiles.find(profile))),
    list(profile, before, limit) {
      const profileKey = profiles.find(profile);
      return fullPage(limit, before, (place) =>
        place === null ? selectNewest.all(profileKey, limit) : selectPage.all({ profileKey, ...place, limit }),
      );
    },
    listOfMany(names, before, limit) {
      const profileKeys = names.flatMap((name) => profiles.find(name) ?? []);
      return fullPage(limit, before, (place) => {
        const newest = profileKeys.flatMap(
          (profileKey) => selectKeys.all({ profileKey, ...(place ?? beforeNothing), limit }) as readonly KeyRow[],
        );
        const keys = newest.sort((a, b) => b.started_at_ms - a.started_at_ms || (a.id < b.id ? 1 : -1)).slice(0, limit);
        return selectByKeys.all(JSON.stringify(keys.map(({ key }) => key)));
      });
    },
    count(profile) {
      const profileKey = profiles.find(profile);
      if (profileKey === null) return 0;
      const count = counts.get(profileKey) ?? countRows(profileKey);
      counts.set(profileKey, count);
      return count;
    },
  };
}

function values(row: CallRow, profileKey: number): readonly (string | number | null)[] {
  return [
    row.id,
    profileKey,
    row.startedAtMs,
    row.caller,
    row.callee,
    row.direction,
    row.originatedHere,
    row.originatedCallId,
    row.ended,
    row.disposition,
    row.talkSeconds,
    row.trunkName,
    row.facts,
  ];
}
