import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CallRepository, createCallRepository } from '../../electron/storage/calls/call-repository.ts';
import { idHash } from '../../electron/storage/calls/id-columns.ts';
import { packFacts } from '../../electron/storage/calls/packed-facts.ts';
import type { Call } from '../../shared/domain/call.ts';
import { calls } from '../support/call-arbitraries.ts';
import { aFullCall, aMinimalCall, anOriginatedCall, aRecord, morningMs } from '../support/call-builders.ts';
import { assertAlways } from '../support/properties.ts';
import { type TemporaryDatabase, temporaryDatabase } from '../support/temporary-database.ts';

let database: TemporaryDatabase;
let store: CallRepository;

beforeEach(() => {
  database = temporaryDatabase();
  store = createCallRepository(database);
});
afterEach(() => database.remove());

const ids = (found: readonly Call[]) => found.map((call) => call.id);
const nothing = { profile: 'office', originatedCallId: null, pbxCallId: null, sinceMs: Number.MAX_SAFE_INTEGER };

describe('a call', () => {
  it.each([
    ['with every field filled', aFullCall()],
    ['with nothing but what every call has', aMinimalCall()],
    ['just requested', anOriginatedCall()],
    ['refused', anOriginatedCall({}, { outcome: 'refused', outcomeAtMs: morningMs + 9, outcomeMessage: 'no \0 way' })],
    ['with empty texts', aFullCall({ caller: '', callee: '', callerId: '', trunkName: '', originatedCallId: '' })],
    ['with a record of which nothing is known', aMinimalCall({ records: { cdr: aRecord() } })],
    ['with an empty survey', aMinimalCall({ survey: { score: null, label: null } })],
  ])('%s comes back as it was stored', (_, call) => {
    store.save(call);
    expect(store.get(call.id)).toEqual(call);
    expect(store.list(call.profile, null, 10)).toEqual([call]);
  });

  it('of any content comes back as it was stored', () => {
    assertAlways(
      fc.property(calls, (call) => {
        store.save(call);
        expect(store.get(call.id)).toEqual(call);
      }),
      { numRuns: 500 },
    );
    expect(database.unreadable).toEqual([]);
  });

  it('is replaced when it is saved again', () => {
    store.save(anOriginatedCall());
    store.save(aFullCall({ id: 'call-1' }));
    expect(store.get('call-1')).toEqual(aFullCall({ id: 'call-1' }));
    expect(store.count('office')).toBe(1);
  });

  it('that is not there is null', () => {
    expect(store.get('nobody')).toBeNull();
  });

  it('with a name of 4 KB is kept, the name cut to what every part of the program takes', () => {
    const long = 'خط '.repeat(1365);
    store.save(aFullCall({ trunkName: long, outcomeMessage: long, pbxCallIds: [long], originatedCallId: long }));
    const kept = store.get(aFullCall().id);
    expect(kept?.trunkName).toBe(long.slice(0, 256));
    expect(kept?.outcomeMessage).toBe(long.slice(0, 1024));
    expect(ids(store.findCandidates({ ...nothing, pbxCallId: long }))).toEqual([kept?.id]);
    expect(ids(store.findCandidates({ ...nothing, originatedCallId: long }))).toEqual([kept?.id]);
  });

  it.each([Number.NaN, 2 ** 60, -(2 ** 60), Number.MAX_VALUE, 1.5])('with the moment %d harms no other', (moment) => {
    store.save(aFullCall());
    store.save(aMinimalCall({ startedAtMs: moment, records: { cdr: aRecord({ talkSeconds: moment }) } }));
    expect(ids(store.list('office', null, 10))).toContain(aFullCall().id);
    expect(store.count('office')).toBe(2);
  });

  it('that cannot be read is passed over, reported and kept', () => {
    for (const id of ['a', 'b', 'c', 'd', 'e']) store.save(aFullCall({ id }));
    database.connection.exec(`
      UPDATE calls SET facts = x'00' WHERE id = 'd';
      INSERT INTO call_kinds (profile_key, direction, originated_here) SELECT key, 'sideways', 1 FROM profiles;
      UPDATE calls SET kind_key = (SELECT key FROM call_kinds WHERE direction = 'sideways') WHERE id = 'c';
    `);
    const spoil = database.connection.prepare('UPDATE calls SET facts = ? WHERE id = ?');
    spoil.run(packFacts('{"a":'), 'a');
    spoil.run(packFacts('{"a":77}'), 'b');
    expect(ids(store.list('office', null, 10))).toEqual(['e']);
    expect(store.get('a')).toBeNull();
    expect(database.unreadable.map((row) => row.id).slice(0, 4)).toEqual(['d', 'c', 'b', 'a']);
    expect(store.count('office')).toBe(5);
  });

  it('that cannot be read is reported once, however often the list is', () => {
    store.save(anOriginatedCall());
    database.connection.exec("UPDATE calls SET facts = x'00'");
    for (let second = 0; second < 3; second += 1) expect(store.listUnfinished('office')).toEqual([]);
    expect(database.unreadable).toHaveLength(1);
  });

  it('is stored whole or not at all', () => {
    database.connection.exec("CREATE TRIGGER t BEFORE INSERT ON call_more_ids BEGIN SELECT RAISE(ABORT, 'full'); END");
    expect(() => store.save(aFullCall())).toThrow('full');
    expect(store.count('office')).toBe(0);
    expect(database.connection.isTransaction).toBe(false);
  });
});

describe('columns', () => {
  it('hold what is known by now of trunk, talk and end', () => {
    store.save(aFullCall());
    const sql = `SELECT calls.*, call_kinds.*, word AS trunk FROM calls JOIN call_kinds ON call_kinds.key = kind_key
      JOIN call_words ON call_words.key = trunk_key`;
    expect(database.connection.prepare(sql).get()).toMatchObject({
      started_at_ms: morningMs,
      caller: '101',
      callee: '09123456789',
      direction: 'outbound',
      disposition: 'answered',
      ended: 1,
      originated_here: 1,
      talk_seconds: 31,
      trunk: 'to_simo_51_20',
    });
  });
});

describe('pages', () => {
  it('go from newest to oldest without gap or repetition, also among calls of one moment', () => {
    const saved = Array.from({ length: 57 }, (_, index) =>
      aMinimalCall({
        id: `call-${String(index).padStart(2, '0')}`,
        startedAtMs: morningMs + Math.floor(index / 10) * 1000,
      }),
    );
    for (const call of saved.toSorted((a, b) => (a.id.at(-1) ?? '').localeCompare(b.id.at(-1) ?? ''))) store.save(call);
    store.save(aMinimalCall({ id: 'elsewhere', profile: 'demo' }));
    const seen: Call[] = [];
    for (;;) {
      const page = store.list('office', seen.at(-1) ?? null, 7);
      seen.push(...page);
      if (page.length < 7) break;
    }
    expect(ids(seen).sort()).toEqual(ids(saved).sort());
    expect(seen.map((call) => call.startedAtMs)).toEqual(saved.map((call) => call.startedAtMs).toReversed());
    expect(store.count('office')).toBe(57);
    expect(store.count('nobody')).toBe(0);
  });

  it('are full as long as there are older calls, also past rows that cannot be read', () => {
    for (let index = 10; index < 40; index += 1) store.save(aMinimalCall({ id: `call-${index}` }));
    database.connection.exec("UPDATE calls SET facts = x'00' WHERE id BETWEEN 'call-18' AND 'call-35'");
    const first = store.list('office', null, 5);
    expect(ids(first)).toEqual(['call-39', 'call-38', 'call-37', 'call-36', 'call-17']);
    const rest = store.list('office', first.at(-1) ?? null, 5);
    expect(ids(rest)).toEqual(['call-16', 'call-15', 'call-14', 'call-13', 'call-12']);
    expect(ids(store.list('office', rest.at(-1) ?? null, 5))).toEqual(['call-11', 'call-10']);
  });

  it('of several profiles go from newest to oldest together, and read no more rows than they show', () => {
    const saved = Array.from({ length: 30 }, (_, at) =>
      aMinimalCall({
        id: `c${at % 2}${at}`,
        profile: `p${at % 3}`,
        startedAtMs: morningMs - Math.floor(at / 4) * 1000,
      }),
    );
    for (const call of saved) store.save(call);
    store.save(aMinimalCall({ id: 'elsewhere', profile: 'demo' }));
    // Of one moment the one that was stored last is the newest.
    const inOrder = [...saved].reverse().sort((a, b) => b.startedAtMs - a.startedAtMs);
    const profiles = ['p0', 'p1', 'nobody', 'p2'];
    const seen: Call[] = [];
    for (;;) {
      const page = store.listOfMany(profiles, seen.at(-1) ?? null, 7);
      seen.push(...page);
      if (page.length < 7) break;
    }
    expect(ids(seen)).toEqual(ids(inOrder));
    const first = ids(inOrder).slice(0, 7);
    const { connection } = database;
    connection.exec(`UPDATE calls SET facts = x'00' WHERE id NOT IN (${first.map((id) => `'${id}'`).join()})`);
    expect(ids(store.listOfMany(profiles, null, 7))).toEqual(first);
    expect(database.unreadable).toEqual([]);
  });

  it('are kept count of', () => {
    store.save(aMinimalCall({ id: 'a' }));
    expect(store.count('office')).toBe(1);
    store.save(aMinimalCall({ id: 'b' }));
    store.save(aMinimalCall({ id: 'b', callee: '1' }));
    store.save(aMinimalCall({ id: 'c', profile: 'demo' }));
    expect([store.count('office'), store.count('demo')]).toEqual([2, 1]);
    database.connection.exec("DELETE FROM calls WHERE id = 'a'");
    expect(store.count('office')).toBe(1);
    store.save(aMinimalCall({ id: 'b', profile: 'demo' }));
    expect([store.count('office'), store.count('demo')]).toEqual([0, 2]);
  });

  it('hold what backfill brings later at its place', () => {
    const at = (id: string, minutes: number) => aMinimalCall({ id, startedAtMs: morningMs + minutes * 60_000 });
    store.saveAll([at('first', 1), at('third', 3)]);
    store.saveAll([at('second', 2), at('zeroth', 0)]);
    expect(ids(store.list('office', null, 9))).toEqual(['third', 'second', 'first', 'zeroth']);
    // The record of the PBX says that it began earlier.
    store.save({ ...at('third', 0.5), callee: '5' });
    expect(ids(store.list('office', null, 9))).toEqual(['second', 'first', 'third', 'zeroth']);
    expect(ids(store.list('office', at('first', 1), 9))).toEqual(['third', 'zeroth']);
    expect(store.count('office')).toBe(4);
  });
});

describe('unfinished calls', () => {
  it('are those without an end, oldest first', () => {
    store.save(anOriginatedCall({}, { id: 'late', startedAtMs: morningMs + 5 }));
    store.save(anOriginatedCall({}, { id: 'early' }));
    store.save(aFullCall());
    store.save(anOriginatedCall({}, { id: 'refused', outcome: 'refused' }));
    store.save(anOriginatedCall({}, { id: 'elsewhere', profile: 'demo' }));
    expect(ids(store.listUnfinished('office'))).toEqual(['early', 'late']);
    store.save(anOriginatedCall({}, { id: 'early', records: { cdr: aRecord({ disposition: 'busy' }) } }));
    expect(ids(store.listUnfinished('office'))).toEqual(['late']);
  });
});

describe('candidates for an event', () => {
  beforeEach(() => {
    store.save(anOriginatedCall({}, { id: 'old', startedAtMs: morningMs - 1, originatedCallId: 'o-1' }));
    store.save(anOriginatedCall({}, { id: 'recent', pbxCallIds: ['p-2', 'p-3'], originatedCallId: 'o-2' }));
    store.save(aMinimalCall({ id: 'inbound', pbxCallIds: ['p-4'], startedAtMs: morningMs + 1 }));
    store.save(
      anOriginatedCall({}, { id: 'elsewhere', profile: 'demo', originatedCallId: 'o-1', pbxCallIds: ['p-2'] }),
    );
  });

  it('are those with one of the ids, each once; else those originated here of late', () => {
    const find = (query: Partial<typeof nothing> | object) => ids(store.findCandidates({ ...nothing, ...query }));
    expect(find({})).toEqual([]);
    expect(find({ sinceMs: morningMs })).toEqual(['recent']);
    expect(find({ originatedCallId: 'o-1' })).toEqual(['old']);
    expect(find({ pbxCallId: 'p-3' })).toEqual(['recent']);
    expect(find({ pbxCallId: 'p-4', originatedCallId: 'o-1', sinceMs: morningMs })).toEqual(['inbound', 'old']);
    expect(find({ pbxCallId: 'p-2', originatedCallId: 'o-2', sinceMs: 0 })).toEqual(['recent']);
    expect(find({ sinceMs: 0 })).toEqual(['recent', 'old']);
    expect(find({ sinceMs: 0, untilMs: morningMs - 1 })).toEqual(['old']);
    expect(find({ profile: 'nobody', sinceMs: 0 })).toEqual([]);
  });

  it('for a PBX id nobody has are only calls that have none yet, whatever their texts say', () => {
    store.save(anOriginatedCall({}, { id: 'odd', startedAtMs: morningMs + 2, callerId: '"p":["p-9"]' }));
    expect(ids(store.findCandidates({ ...nothing, pbxCallId: 'p-9', sinceMs: 0 }))).toEqual(['odd', 'old']);
  });

  it('are the newest two thousand of that time, whatever came after it', () => {
    const later = Array.from({ length: 2100 }, (_, at) =>
      anOriginatedCall({}, { id: `later-${at}`, startedAtMs: morningMs + 1000 + at }),
    );
    store.saveAll(later);
    const found = ids(store.findCandidates({ ...nothing, sinceMs: 0 }));
    expect(found).toHaveLength(2000);
    expect(found[0]).toBe('later-2099');
    expect(ids(store.findCandidates({ ...nothing, sinceMs: 0, untilMs: morningMs }))).toEqual(['recent', 'old']);
  });

  it("do not make an event of a colleague read the agent's whole day", () => {
    for (let index = 0; index < 300; index += 1) {
      store.save(anOriginatedCall({}, { id: `day-${index}`, pbxCallIds: [`day-${index}`] }));
    }
    // Every row that is read would be reported.
    database.connection.exec("UPDATE calls SET facts = x'00' WHERE id LIKE 'day-%'");
    store.findCandidates({ ...nothing, pbxCallId: 'p-9', sinceMs: 0 });
    store.findCandidates({ ...nothing, pbxCallId: 'p-2', sinceMs: 0 });
    expect(database.unreadable).toEqual([]);
  });
});

describe('room on the disk', () => {
  it('is less than 300 bytes for an answered call with all its steps and record, indexes included', () => {
    const count = 5000;
    const before = pages();
    store.saveAll(Array.from({ length: count }, (_, index) => aUsualCall(index)));
    expect((pages() - before) / count).toBeLessThan(300);
  });

  function pages(): number {
    database.connection.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    const { page_count } = database.connection.prepare('PRAGMA page_count').get() as { page_count: number };
    return page_count * 4096;
  }
});

function aUsualCall(index: number): Call {
  const startedAtMs = morningMs + index * 61_007;
  // Who is called once is called again.
  const callee = `09${String(120_000_000 + (index % 1000) * 7919).padStart(9, '0')}`;
  const pbxCallId = `${Math.floor(startedAtMs / 1000)}.${index}`;
  return {
    ...anOriginatedCall({ callee }),
    id: createHash('md5')
      .update(String(index))
      .digest('hex')
      .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'),
    startedAtMs,
    outcome: 'accepted',
    outcomeAtMs: startedAtMs + 120,
    originatedCallId: `orig.call.${Math.floor(startedAtMs / 1000)}.${100_000 + index}`,
    pbxCallIds: [pbxCallId],
    heard: {
      firstAtMs: startedAtMs,
      incomingNumber: null,
      outgoingNumber: callee,
      participant: callee,
      legDirection: 'outbound',
      trunkName: 'to_simo_51_20',
      queue: null,
    },
    observed: {
      'agent-ringing': startedAtMs + 300,
      'agent-in-use': startedAtMs + 2000,
      'agent-in-use-with-other': startedAtMs + 5500,
      'agent-idle': startedAtMs + 42_000,
      'other-dialled-out': startedAtMs + 2500,
    },
    records: {
      cdr: aRecord({
        caller: '101',
        callee,
        direction: 'outbound',
        disposition: 'answered',
        startedAtMs: startedAtMs + 40,
        endedAtMs: startedAtMs + 42_010,
        waitSeconds: 6,
        talkSeconds: 36,
        totalSeconds: 42,
        recordingFiles: [`20240121_${pbxCallId}.mp3`],
        trunkName: 'to_simo_51_20',
      }),
    },
  };
}

it('an id finds its call alone where others have the same hash', () => {
  const seen = new Map<number, string>();
  for (let number = 0; ; number += 1) {
    const id = `1768545037.${number}`;
    const other = seen.get(idHash(id));
    seen.set(idHash(id), id);
    if (other === undefined) continue;
    store.save(aMinimalCall({ id: 'one', pbxCallIds: [other], originatedCallId: id }));
    store.save(aMinimalCall({ id: 'two', pbxCallIds: [id], originatedCallId: other }));
    expect(ids(store.findCandidates({ ...nothing, pbxCallId: other }))).toEqual(['one']);
    expect(ids(store.findCandidates({ ...nothing, pbxCallId: id }))).toEqual(['two']);
    expect(ids(store.findCandidates({ ...nothing, originatedCallId: id }))).toEqual(['one']);
    return;
  }
});
