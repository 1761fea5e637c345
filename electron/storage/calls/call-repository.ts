import type { Call } from '../../../shared/domain/call.ts';
import type { CallCursor } from '../../../shared/ipc/call-contract.ts';
import type { CallStore } from '../../calls/ports.ts';
import { toColumnNumber } from '../column-text.ts';
import type { Connection } from '../database.ts';
import { createProfileKeys } from '../profile-keys.ts';
import { oncePerRow, type ReportUnreadableRow } from '../unreadable-row.ts';
import { createCallKinds } from './call-kinds.ts';
import { callWithIdSql, createCallPlaces } from './call-places.ts';
import { callColumns, callReferences, readCallRow, rowId } from './call-row.ts';
import { createCallWriter } from './call-writer.ts';
import { fillIndex } from './fill-index.ts';
import { firstKeyAt, idHash, toIdColumn, toIdValue } from './id-columns.ts';
import { createNewestCalls } from './newest-calls.ts';

export interface CallRepositoryOptions {
  readonly connection: Connection;
  readonly reportUnreadableRow: ReportUnreadableRow;
  /** What else is kept of a call, in the transaction that saves it. */
  readonly noteCall?: (call: Call, profileKey: number) => void;
}

export interface CallRepository extends CallStore {
  /** All of them, or none. */
  saveAll(calls: readonly Call[]): void;
}

const selectCalls = `SELECT ${callColumns} FROM calls ${callReferences}`;

/** The newest with one id, and whatever else has its hash; there is one as a rule, and a PBX that mixes up its ids makes no more work than this. */
const mostWithId = 50;

// UNION drops a call that is found in more than one way. Of a hash there may be others.
const byIdSql = `SELECT ${callColumns} FROM (
    SELECT * FROM (SELECT key FROM calls WHERE originated_hash = :originated ORDER BY key DESC LIMIT ${mostWithId})
    UNION SELECT * FROM (SELECT key FROM calls WHERE pbx_hash = :pbx ORDER BY key DESC LIMIT ${mostWithId})
    UNION SELECT * FROM (SELECT call_key FROM call_more_ids WHERE pbx_hash = :pbx ORDER BY call_key DESC LIMIT ${mostWithId})
  ) AS found CROSS JOIN calls ON calls.key = found.key ${callReferences}
  WHERE kinds.profile_key = :profileKey ORDER BY calls.key DESC`;

/** No agent has so many calls in the hours in which one is looked for; a PBX that makes up calls makes no more work than this. */
const mostInTime = 2000;

const byTimeSql = `${selectCalls} WHERE calls.key < :beforeKey AND calls.key >= ifnull(
    (SELECT key FROM calls WHERE key >= :sinceKey AND key < :beforeKey ORDER BY key DESC LIMIT 1 OFFSET ${mostInTime - 1}), :sinceKey)
  AND (:withPbxIds OR calls.pbx_hash IS NULL) AND kinds.profile_key = :profileKey AND kinds.originated_here = 1
  ORDER BY calls.key DESC`;

const unfinishedSql = `${selectCalls} WHERE calls.ended = 0 AND kinds.profile_key = ? ORDER BY calls.key`;

export function createCallRepository({
  connection,
  reportUnreadableRow,
  noteCall,
}: CallRepositoryOptions): CallRepository {
  fillIndex(connection);
  const report = oncePerRow(reportUnreadableRow);
  const profiles = createProfileKeys(connection);
  const kinds = createCallKinds(connection);
  const writer = createCallWriter(connection, { profiles, kinds, noteCall });
  const places = createCallPlaces(connection);
  const newest = createNewestCalls(connection, kinds);
  const selectOne = connection.prepare(`${selectCalls} WHERE ${callWithIdSql}`);
  const selectById = connection.prepare(byIdSql);
  const selectByTime = connection.prepare(byTimeSql);
  const selectUnfinished = connection.prepare(unfinishedSql);

  const read = (rows: Iterable<unknown>): readonly Call[] =>
    [...rows].flatMap((row) => {
      const call = readCallRow(row);
      if (call.ok) return call.value;
      report({ table: 'calls', id: rowId(row), reason: call.error });
      return [];
    });
  const list = (names: readonly string[], before: CallCursor | null, limit: number): readonly Call[] => {
    const profileKeys = names.flatMap((name) => profiles.find(name) ?? []);
    let below = places.below(before);
    const found: Call[] = [];
    // A page that is not full says that nothing older is there, so rows that cannot be read are made up for.
    for (;;) {
      const rows = newest.calls(profileKeys, below, limit);
      found.push(...read(rows));
      const last = rows.at(-1);
      if (found.length >= limit || rows.length < limit || last === undefined) return found.slice(0, limit);
      below = last.key;
    }
  };
  return {
    save: (call) => writer.save([call]),
    saveAll: (calls) => writer.save(calls),
    together(profile, work) {
      profiles.findOrAdd(profile);
      writer.together(work);
    },
    get(id) {
      const row: unknown = selectOne.get({ id: toIdValue(id) });
      return row === undefined ? null : (read([row])[0] ?? null);
    },
    findCandidates({ profile, originatedCallId, pbxCallId, sinceMs, untilMs = Number.MAX_SAFE_INTEGER }) {
      const profileKey = profiles.find(profile);
      const byId = read(
        selectById.all({
          profileKey,
          originated: originatedCallId === null ? null : idHash(originatedCallId),
          pbx: pbxCallId === null ? null : idHash(pbxCallId),
        }),
      ).filter((call) => hasId(call, originatedCallId, pbxCallId));
      if (byId.length > 0) return byId;
      const withPbxIds = pbxCallId === null ? 1 : 0;
      const sinceKey = firstKeyAt(toColumnNumber(sinceMs));
      const beforeKey = firstKeyAt(toColumnNumber(untilMs)) + 1;
      return read(selectByTime.all({ profileKey, sinceKey, beforeKey, withPbxIds }));
    },
    listUnfinished: (profile) => read(selectUnfinished.all(profiles.find(profile))),
    list: (profile, before, limit) => list([profile], before, limit),
    listOfMany: list,
    count(profile) {
      const profileKey = profiles.find(profile);
      return kinds.list().reduce((sum, kind) => sum + (kind.profile_key === profileKey ? kind.calls : 0), 0);
    },
  };
}

/** Of those with the same hash; ids are compared as they are kept, shortened where they are too long. */
function hasId(call: Call, originatedCallId: string | null, pbxCallId: string | null): boolean {
  const isOne = (kept: string, asked: string | null) => asked !== null && toIdColumn(kept) === toIdColumn(asked);
  return (
    (call.originatedCallId !== null && isOne(call.originatedCallId, originatedCallId)) ||
    call.pbxCallIds.some((id) => isOne(id, pbxCallId))
  );
}
