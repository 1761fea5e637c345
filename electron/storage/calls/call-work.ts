import type { CallWork } from '../../../shared/domain/after-call/call-work.ts';
import { emptyWork, isEmptyWork } from '../../../shared/domain/after-call/work-rules.ts';
import type { Call } from '../../../shared/domain/call.ts';
import { otherParty } from '../../../shared/domain/call-view.ts';
import type { CallWorkStore, WorkedCall } from '../../after-call/ports.ts';
import { toColumnNumber, toColumnText } from '../column-text.ts';
import type { Connection } from '../database.ts';
import { createProfileKeys } from '../profile-keys.ts';
import { inTransaction } from '../transaction.ts';
import { callWithIdSql, createCallPlaces } from './call-places.ts';
import { callColumns, callReferences, readCallRow } from './call-row.ts';
import { readCallWork, workColumns } from './call-work-row.ts';
import { firstKeyAt, toIdValue } from './id-columns.ts';

const withWork = `SELECT ${callColumns}, ${workColumns}, changed_at_ms
  FROM calls ${callReferences} LEFT JOIN call_work ON call_work.call_key = calls.key`;
// From the few that have something, by their partial index, to their calls.
const fromWork = `FROM call_work CROSS JOIN calls ON calls.key = call_work.call_key ${callReferences}`;
const worked = `SELECT ${callColumns}, ${workColumns}, changed_at_ms ${fromWork}`;

const saveSql = `
  INSERT INTO call_work (call_key, note, outcome, tags, awaits_outcome, follow_up_at_ms, follow_up_done_at_ms, changed_at_ms)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (call_key) DO UPDATE SET note = excluded.note, outcome = excluded.outcome, tags = excluded.tags,
    awaits_outcome = excluded.awaits_outcome, follow_up_at_ms = excluded.follow_up_at_ms,
    follow_up_done_at_ms = excluded.follow_up_done_at_ms, changed_at_ms = excluded.changed_at_ms`;

const awaitingSql = `${worked} WHERE awaits_outcome = 1 AND kinds.profile_key = ? ORDER BY calls.key DESC LIMIT ?`;
const countAwaitingSql = `SELECT count(*) AS calls ${fromWork} WHERE awaits_outcome = 1 AND kinds.profile_key = ?`;
const openSql = `${worked} WHERE follow_up_at_ms IS NOT NULL AND follow_up_done_at_ms IS NULL AND kinds.profile_key = ?
  ORDER BY follow_up_at_ms, call_work.call_key`;
/** A call is longer than a day only on paper. */
const longestCallMs = 24 * 60 * 60 * 1000;
const undecidedSql = `SELECT calls.key AS key FROM calls ${callReferences}
  LEFT JOIN call_work ON call_work.call_key = calls.key WHERE calls.key >= ? AND calls.ended = 1 AND kinds.profile_key = ?
  AND (call_work.call_key IS NULL OR (call_work.outcome IS NULL AND awaits_outcome = 0)) ORDER BY calls.key`;
const byKeysSql = `${withWork} WHERE calls.key IN (SELECT value FROM json_each(?))`;
/** Who marks calls uses the same few words again and again. */
const tagsSql = `SELECT ${workColumns} ${fromWork} WHERE tags <> '[]' AND kinds.profile_key = ?
  ORDER BY call_work.call_key DESC LIMIT 500`;
const notedSql = `${withWork} WHERE calls.key >= ? AND kinds.profile_key = ? AND (note <> '' OR call_work.outcome > '')
  ORDER BY calls.key DESC`;

type Known = { readonly call: Call; readonly work: CallWork | null; readonly changedAtMs: number };

export function createCallWork(deps: {
  readonly connection: Connection;
  /** Notes and tags are found by who searches the history; in the same transaction. */
  readonly refreshSearch: (callKey: number) => void;
}): CallWorkStore {
  const { connection } = deps;
  const profiles = createProfileKeys(connection);
  const { keyOf } = createCallPlaces(connection);
  const selectWork = connection.prepare(`SELECT ${workColumns} FROM call_work WHERE call_key = ?`);
  const selectOne = connection.prepare(`${withWork} WHERE ${callWithIdSql}`);
  const save = connection.prepare(saveSql);
  const remove = connection.prepare('DELETE FROM call_work WHERE call_key = ?');
  const selectAwaiting = connection.prepare(awaitingSql);
  const countAwaiting = connection.prepare(countAwaitingSql);
  const clearAwaiting = connection.prepare('UPDATE call_work SET awaits_outcome = 0 WHERE awaits_outcome = 1');
  const selectUndecided = connection.prepare(undecidedSql);
  const selectByKeys = connection.prepare(byKeysSql);
  const selectOpen = connection.prepare(openSql);
  const selectTags = connection.prepare(tagsSql);
  const selectNoted = connection.prepare(notedSql);

  const workOf = (key: number | null): CallWork | null => {
    const row: unknown = key === null ? undefined : selectWork.get(key);
    return row === undefined ? null : readCallWork(row);
  };

  return {
    read: (callIds) => callIds.map((callId) => workOf(keyOf(callId))),
    get(callId) {
      const row: unknown = selectOne.get({ id: toIdValue(callId) });
      return row === undefined ? null : (readKnown(row)[0] ?? null);
    },
    change: (callId, change, nowMs) =>
      inTransaction(connection, () => {
        const key = keyOf(callId);
        if (key === null) return null;
        const work: CallWork = { ...(workOf(key) ?? emptyWork), ...change };
        if (isEmptyWork(work)) remove.run(key);
        else save.run(key, ...values(work), toColumnNumber(nowMs));
        deps.refreshSearch(key);
        return work;
      }),
    awaiting: (profile, limit) => selectAwaiting.all(profiles.find(profile), limit).flatMap(readWorked),
    countAwaiting: (profile) => Number((countAwaiting.get(profiles.find(profile)) as { calls: unknown }).calls),
    clearAwaiting: () => void clearAwaiting.run(),
    undecided: (profile, sinceMs) =>
      selectUndecided
        .all(firstKeyAt(sinceMs - longestCallMs), profiles.find(profile))
        .map((row) => (row as { key: number }).key),
    byKeys: (keys) => selectByKeys.all(JSON.stringify(keys)).flatMap(readKnown),
    openFollowUps: (profile) =>
      selectOpen
        .all(profiles.find(profile))
        .flatMap(readKnown)
        .map(({ call, work, changedAtMs }) => ({
          callId: call.id,
          number: otherParty(call),
          note: work?.note ?? '',
          startedAtMs: call.startedAtMs,
          atMs: work?.followUpAtMs ?? 0,
          changedAtMs,
        })),
    tags(profile) {
      const rows = selectTags.all(profiles.find(profile));
      return [...new Set(rows.flatMap((row) => readCallWork(row)?.tags ?? []))];
    },
    notedSince: (profile, sinceMs) => selectNoted.all(firstKeyAt(sinceMs), profiles.find(profile)).flatMap(readWorked),
  };
}

function values(work: CallWork): readonly (string | number | null)[] {
  return [
    toColumnText(work.note),
    work.outcome === null ? null : toColumnText(work.outcome),
    toColumnText(JSON.stringify(work.tags)),
    work.awaitsOutcome ? 1 : 0,
    work.followUpAtMs === null ? null : toColumnNumber(work.followUpAtMs),
    work.followUpDoneAtMs === null ? null : toColumnNumber(work.followUpDoneAtMs),
  ];
}

/** A row that cannot be read is reported where the history is read. */
function readKnown(row: unknown): readonly Known[] {
  const call = readCallRow(row);
  if (!call.ok) return [];
  const changedAtMs: unknown = (row as { changed_at_ms?: unknown }).changed_at_ms;
  return [{ call: call.value, work: readCallWork(row), changedAtMs: Number(changedAtMs ?? 0) }];
}

function readWorked(row: unknown): readonly WorkedCall[] {
  return readKnown(row).flatMap(({ call, work }) => (work === null ? [] : [{ call, work }]));
}
