import type { CallWork } from '../../../shared/domain/after-call/call-work.ts';
import type { Call } from '../../../shared/domain/call.ts';
import type { Connection } from '../database.ts';
import type { ProfileKeys } from '../profile-keys.ts';
import { inTransaction } from '../transaction.ts';
import { createCallFacets } from './call-facets.ts';
import { createCallIndex, sameDocument } from './call-index.ts';
import { type CallKinds, createCallWords } from './call-kinds.ts';
import { callWithIdSql, createCallPlaces } from './call-places.ts';
import { type CallRow, callColumns, callReferences, readCallRow, toCallRow } from './call-row.ts';
import { readCallWork, workColumns } from './call-work-row.ts';
import { firstKeyAt, movedMs } from './id-columns.ts';
import { searchDocument } from './search-document.ts';

export interface CallWriterOptions {
  readonly profiles: ProfileKeys;
  readonly kinds: CallKinds;
  /** What else is kept of a call, in the transaction that saves it. */
  readonly noteCall?: ((call: Call, profileKey: number) => void) | undefined;
}

/** Stores calls, with all that is derived of them. */
export interface CallWriter {
  /** All of them, or none. */
  save(calls: readonly Call[]): void;
  /** The same of all that `work` saves. */
  together(work: () => void): void;
}

const insertSql = `INSERT INTO calls (moved_ms, kind_key, ended, caller, callee, trunk_key, talk_seconds, waited,
    originated_hash, pbx_hash, facts, key, id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
const updateSql = `UPDATE calls SET moved_ms = ?, kind_key = ?, ended = ?, caller = ?, callee = ?, trunk_key = ?, talk_seconds = ?, waited = ?,
    originated_hash = ?, pbx_hash = ?, facts = ? WHERE key = ?`;
const selectSql = `SELECT ${callColumns}, calls.kind_key, ${workColumns} FROM calls ${callReferences}
    LEFT JOIN call_work ON call_work.call_key = calls.key WHERE ${callWithIdSql}`;

interface Prepared {
  readonly call: Call;
  readonly row: CallRow;
  readonly profileKey: number;
  readonly kindKey: number;
  readonly trunkKey: number | null;
}

interface Stored {
  readonly key: number;
  readonly kindKey: number;
  readonly work: CallWork | null;
  /** Null: it cannot be read. */
  readonly call: Call | null;
}

export function createCallWriter(connection: Connection, { profiles, kinds, noteCall }: CallWriterOptions): CallWriter {
  const words = createCallWords(connection);
  const index = createCallIndex(connection);
  const facets = createCallFacets(connection);
  const places = createCallPlaces(connection);
  const select = connection.prepare(selectSql);
  const insert = connection.prepare(insertSql);
  const update = connection.prepare(updateSql);
  const moveTo = connection.prepare('UPDATE calls SET key = ? WHERE key = ?');
  const addId = connection.prepare(
    'INSERT INTO call_more_ids (call_key, pbx_hash) VALUES (?, ?) ON CONFLICT DO NOTHING',
  );

  const prepare = (call: Call): Prepared => {
    const row = toCallRow(call);
    const { direction, disposition, originatedHere } = row;
    const profileKey = profiles.findOrAdd(call.profile);
    const kind = { profile_key: profileKey, direction, disposition };
    return {
      call,
      row,
      profileKey,
      kindKey: kinds.findOrAdd({ ...kind, originated_here: originatedHere }),
      trunkKey: row.trunkName === null ? null : words.findOrAdd(row.trunkName),
    };
  };
  const find = (id: CallRow['id']): Stored | null => {
    const found: unknown = select.get({ id });
    if (found === undefined) return null;
    const call = readCallRow(found);
    const { key, kind_key } = found as { key: number; kind_key: number };
    return { key, kindKey: kind_key, work: readCallWork(found), call: call.ok ? call.value : null };
  };
  const documentOf = (call: Call, work: CallWork | null, kindKey: number) => {
    const facetKey = facets.findOrAdd(kindKey, call, work);
    return { facetKey, document: searchDocument(call, work, facetKey) };
  };
  /** The key says when it began; what refers to it follows. */
  const placeOf = (stored: Stored | null, startedAtMs: number): number => {
    if (stored === null) return places.free(startedAtMs);
    const first = firstKeyAt(startedAtMs);
    const began = stored.call === null ? Number.NaN : firstKeyAt(stored.call.startedAtMs);
    if (began === first || stored.key === first) return stored.key;
    const key = places.free(startedAtMs);
    moveTo.run(key, stored.key);
    index.remove(stored.key);
    return key;
  };
  const write = ({ call, row, profileKey, kindKey, trunkKey }: Prepared) => {
    const stored = find(row.id);
    const key = placeOf(stored, row.startedAtMs);
    const values = [
      movedMs(key, row.startedAtMs),
      kindKey,
      row.ended,
      row.caller,
      row.callee,
      trunkKey,
      row.talkSeconds,
      row.waited,
      row.originatedHash,
      row.pbxHashes[0] ?? null,
      row.facts,
      key,
    ] as const;
    if (stored === null) insert.run(...values, row.id);
    else update.run(...values);
    for (const hash of row.pbxHashes.slice(1)) addId.run(key, hash);
    const { document, facetKey } = documentOf(call, stored?.work ?? null, kindKey);
    const before = stored === null || stored.call === null ? null : { key: stored.key, call: stored.call };
    const indexed = before !== null && stored !== null && before.key === key;
    if (!indexed || !sameDocument(document, documentOf(before.call, stored.work, stored.kindKey).document)) {
      index.put(key, document, facetKey);
    }
    noteCall?.(call, profileKey);
  };
  const together = (work: () => void) => {
    try {
      inTransaction(connection, work);
    } catch (problem) {
      kinds.forget();
      words.forget();
      throw problem;
    }
  };
  return {
    save(calls) {
      // Their numbers outlast a transaction that is taken back.
      for (const { profile } of calls) profiles.findOrAdd(profile);
      together(() => {
        for (const call of calls) write(prepare(call));
      });
    },
    together,
  };
}
