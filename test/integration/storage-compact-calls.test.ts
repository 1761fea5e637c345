import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeFacts } from '../../electron/storage/calls/call-facts.ts';
import { createCallRepository } from '../../electron/storage/calls/call-repository.ts';
import { createCallSearch } from '../../electron/storage/calls/call-search.ts';
import { toColumnText } from '../../electron/storage/column-text.ts';
import { type Connection, openDatabase } from '../../electron/storage/database.ts';
import { migrations } from '../../electron/storage/migrations/index.ts';
import type { Call } from '../../shared/domain/call.ts';
import { callDisposition, callEnd, callTrunkName, talkSeconds } from '../../shared/domain/call-view.ts';
import { aFullCall, aMinimalCall, anOriginatedCall, aRecord, morningMs } from '../support/call-builders.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const old = 9;
let folder: string;
beforeEach(() => {
  folder = temporaryFolder('dialdesk-compact');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function open(steps = migrations): Connection {
  const opened = openDatabase(join(folder, 'dialdesk.db'), steps);
  if (!opened.ok) throw new Error(opened.error.detail);
  return opened.value.connection;
}

/** As the versions before wrote it. */
function saveBefore(connection: Connection, call: Call, key: number): void {
  const columns = {
    startedAtMs: call.startedAtMs,
    caller: call.caller,
    callee: call.callee,
    direction: call.direction,
    disposition: callDisposition(call),
    trunkName: callTrunkName(call),
  };
  connection.prepare('INSERT INTO profiles (name) VALUES (?) ON CONFLICT DO NOTHING').run(call.profile);
  const { key: profileKey } = connection.prepare('SELECT key FROM profiles WHERE name = ?').get(call.profile) as {
    key: number;
  };
  connection
    .prepare(`INSERT INTO calls (key, id, profile_key, started_at_ms, caller, callee, direction, originated_here,
      originated_call_id, ended, disposition, talk_seconds, trunk_name, facts)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
    .run(
      key,
      toColumnText(call.id),
      profileKey,
      call.startedAtMs,
      toColumnText(call.caller),
      toColumnText(call.callee),
      call.direction,
      call.outcome === 'none' ? 0 : 1,
      call.originatedCallId === null ? null : toColumnText(call.originatedCallId),
      callEnd(call) === null ? 0 : 1,
      columns.disposition,
      talkSeconds(call),
      columns.trunkName === null ? null : toColumnText(columns.trunkName),
      // The id of the request had a column of its own.
      writeFacts({ ...call, originatedCallId: null }, columns),
    );
  for (const id of call.pbxCallIds) {
    connection.prepare('INSERT INTO call_pbx_ids VALUES (?, ?, ?)').run(profileKey, toColumnText(id), key);
  }
}

const missed = aMinimalCall({
  id: 'office:17.1',
  caller: '02188776655',
  callee: '101',
  startedAtMs: morningMs + 5000,
  pbxCallIds: ['17.1'],
  records: { cdr: aRecord({ disposition: 'no-answer', endedAtMs: morningMs + 9000, queue: '902' }) },
});
const every: readonly Call[] = [
  aFullCall(),
  aFullCall({ id: 'again', startedAtMs: morningMs, originatedCallId: null, pbxCallIds: ['9.9'] }),
  missed,
  anOriginatedCall({}, { id: 'under way', startedAtMs: morningMs + 6000 }),
  anOriginatedCall({}, { id: 'odd \0 id \ufffd', originatedCallId: 'o \ud83d', startedAtMs: morningMs + 7000.5 }),
  anOriginatedCall({}, { id: 'refused', outcome: 'refused', outcomeAtMs: morningMs, outcomeMessage: 'no' }),
  aMinimalCall({ id: 'demo:1.1', profile: 'demo', startedAtMs: -5 }),
  aMinimalCall({ id: 'far', startedAtMs: Number.MAX_SAFE_INTEGER }),
];

describe('a database of the version before', () => {
  it('is carried over with every call and all that belongs to it', () => {
    const before = open(migrations.slice(0, old));
    for (const [index, call] of every.entries()) saveBefore(before, call, index + 1);
    before.exec(`
      INSERT INTO call_work (call_key, note, outcome, tags, awaits_outcome, changed_at_ms)
        VALUES (3, 'ask for the بیمه', 'sold', '["vip"]', 1, 5);
      UPDATE calls SET facts = '{"a":' WHERE key = 2;
    `);
    const uses = before.prepare('SELECT * FROM number_usage ORDER BY ending').all();
    before.close();

    const connection = open();
    const store = createCallRepository({ connection, reportUnreadableRow: () => undefined });
    const readable = every.filter((_, index) => index !== 1);
    for (const call of readable) expect(store.get(call.id)).toEqual(call);
    expect(store.get('again')).toBeNull();
    expect([store.count('office'), store.count('demo')]).toEqual([7, 1]);
    expect(store.list('demo', null, 9)).toEqual([every[6]]);
    const nothing = { profile: 'office', originatedCallId: null, pbxCallId: null, sinceMs: Number.MAX_SAFE_INTEGER };
    expect(store.findCandidates({ ...nothing, pbxCallId: '1705824001.13' })).toEqual([aFullCall()]);
    expect(store.findCandidates({ ...nothing, originatedCallId: 'o \ud83d' })).toEqual([every[4]]);
    expect(store.listUnfinished('office').map(({ id }) => id)).toEqual(['under way', 'odd \0 id \ufffd', 'far']);
    expect(connection.prepare('SELECT * FROM number_usage ORDER BY ending').all()).toEqual(uses);
    expect(connection.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
    expect(connection.prepare('PRAGMA integrity_check').get()).toMatchObject({ integrity_check: 'ok' });

    const search = createCallSearch({
      connection,
      missed: { unhandledCalls: () => new Set() },
      clock: () => morningMs,
      countryCode: () => '',
      reportUnreadableRow: () => undefined,
    });
    const found = (filter: object) =>
      search.page({ profiles: ['office'], filter, before: null, limit: 9 }).map(({ call }) => call.id);
    expect(found({ text: 'بیمه' })).toEqual([missed.id]);
    expect(found({ awaitsOutcome: true, tag: 'vip', outcome: 'sold' })).toEqual([missed.id]);
    expect(found({ text: '345678' })).toHaveLength(4);
    connection.close();
  });

  it('is carried over when it is empty', () => {
    open(migrations.slice(0, old)).close();
    const connection = open();
    expect(createCallRepository({ connection, reportUnreadableRow: () => undefined }).list('office', null, 1)).toEqual(
      [],
    );
    connection.close();
  });
});
