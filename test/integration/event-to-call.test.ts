import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { describeRequest } from '../../electron/call-events/event-description-wire.ts';
import { createCallJournal } from '../../electron/calls/call-journal.ts';
import { createSettleSilentCalls } from '../../electron/calls/settle-silent-calls.ts';
import type { Call } from '../../shared/domain/call.ts';
import { succeed } from '../../shared/result.ts';

import { deskStartedAtMs, openEventDesk } from '../support/event-desk.ts';
import { answeredRecord, originatedCall } from '../support/event-shapes.ts';

import { aReportIntake } from '../support/report-intake.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { type TemporaryDatabase, temporaryDatabase } from '../support/temporary-database.ts';

const own = { profile: 'main', agentNumber: '557' };

let database: TemporaryDatabase;

beforeEach(() => {
  database = temporaryDatabase();
});

afterEach(() => {
  database.remove();
});

describe('from event to call', () => {
  test('an event that is worked on late finds its call, however many were asked for after it', async () => {
    const desk = openEventDesk(database);
    desk.begin({ ...originatedCall, outcome: 'accepted' });
    const later = Array.from({ length: 2000 }, (_, at) => ({
      ...originatedCall,
      id: `later-${at}`,
      startedAtMs: deskStartedAtMs + (at + 100) * 300_000,
    }));
    desk.store.saveAll(later);
    await desk.receive({ event_name: 'OutgoingCall', number: '09121112233', unique_id: '5.5' }, 2);
    expect(desk.store.get('originated')?.pbxCallIds).toEqual(['5.5']);
  });

  test('a call that comes in while a requested one is pending stays apart from it, whoever is named and whenever', async () => {
    const random = seededRandom(11);
    const some = <T>(values: readonly T[]) => values[Math.floor(random() * values.length)] as T;
    for (let round = 0; round < 40; round += 1) {
      database.remove();
      database = temporaryDatabase();
      const desk = openEventDesk(database);
      desk.begin({ ...originatedCall, outcome: some(['pending', 'accepted']) });
      const queue = some([{}, { queue: '902' }]);
      // Without the queue it is the call told to have come in that keeps the ring apart.
      if (!('queue' in queue) || random() < 0.5) {
        await desk.receive({ event_name: 'IncomingCall', number: '09331112233', unique_id: '5.5' }, 1);
      }
      const named = some([{}, { participant: '09331112233' }, { participant: '557' }]);
      const ring = { event_name: 'NewState', exten: '557', state: 'Ringing', direction: 'in', unique_id: '5.5' };
      await desk.receive({ ...ring, ...queue, ...named }, 2 + Math.floor(random() * 50));
      expect(desk.store.get('originated')).toMatchObject({ observed: {}, pbxCallIds: [] });
      expect(desk.store.get('main:5.5')).toMatchObject({ outcome: 'none' });
    }
  });

  test('only a state of the own phone shows that its states are told, also after a restart, for some days', async () => {
    const desk = openEventDesk(database);
    const nowMs = deskStartedAtMs + 60_000;
    await desk.receive({ event_name: 'Ping' }, 1);
    await desk.receive({ event_name: 'NewState', exten: '601', state: 'Idle' }, 2);
    await desk.receive({ event_name: 'OutgoingCall', number: '0912', unique_id: '9.1' }, 3);
    expect(desk.record.ownStatesArrive(nowMs)).toBe(false);
    await desk.receive({ event_name: 'NewState', exten: '557', state: 'Idle' }, 4);
    expect(desk.record.ownStatesArrive(nowMs)).toBe(true);
    expect(openEventDesk(database).record.ownStatesArrive(nowMs)).toBe(true);
    expect(openEventDesk(database).record.ownStatesArrive(nowMs + 8 * 24 * 3_600_000)).toBe(false);
  });

  test('a call of which nothing is heard is unknown after a mere Ping, and not answered after a state', async () => {
    const evidence = [
      [{ event_name: 'Ping' }, { disposition: 'unknown', reason: 'no-events' }],
      [
        { event_name: 'NewState', exten: '557', state: 'Idle' },
        { disposition: 'agent-no-answer', reason: 'caller-silent' },
      ],
    ] as const;
    for (const [event, settlement] of evidence) {
      database.remove();
      database = temporaryDatabase();
      const desk = openEventDesk(database);
      await desk.receive(event, -60);
      desk.begin({ ...originatedCall, outcome: 'accepted' });
      const clock = () => deskStartedAtMs + 60_000;
      const { store } = desk;
      const journal = createCallJournal({ store, own: () => own, publish: () => undefined, onBug: () => undefined });
      await createSettleSilentCalls({
        pbx: { searchCallRecords: () => Promise.resolve(succeed([])) },
        store,
        journal,
        reports: aReportIntake({ store, journal, own: () => own, clock }),
        profile: () => 'main',
        clock,
        watchedSinceMs: () => deskStartedAtMs - 60_000,
        ownStatesArrive: () => desk.record.ownStatesArrive(clock()),
      }).settleDue();
      expect(desk.store.get('originated')?.settlement).toMatchObject(settlement);
    }
  });

  test('the first that is told of a call holds all that was told of it before', async () => {
    const published: Call[] = [];
    const desk = openEventDesk(database, (call) => published.push(call));
    await desk.receive({ event_name: 'IncomingCall', number: '09121112233', entry_point: 'mci', unique_id: '5.1' }, 1);
    await desk.receive({ event_name: 'NewState', exten: '557', state: 'Ringing', unique_id: '5.1' }, 2);
    expect(published).toHaveLength(1);
    expect(published[0]).toMatchObject({ caller: '09121112233', heard: { trunkName: 'mci' } });
    expect(desk.inbox.listRecent('main', 10).map((event) => event.state)).toEqual(['applied', 'applied']);
  });

  test("a colleague's events leave no trace in the history", async () => {
    const desk = openEventDesk(database);
    await desk.receive({ event_name: 'NewState', exten: '601', state: 'Ringing', unique_id: '9.1' }, 1);
    await desk.receive({ event_name: 'OutgoingCall', number: '0912', unique_id: '9.1' }, 2);
    await desk.receive({ ...answeredRecord, src: '601', dst: '0912', unique_id: '9.1' }, 3);
    expect(desk.store.count('main')).toBe(0);
    expect(desk.inbox.listRecent('main', 10).map((event) => event.state)).toEqual(['ignored', 'ignored', 'ignored']);
  });

  test("a colleague's call does not touch the agent's own call under way", async () => {
    const desk = openEventDesk(database);
    desk.begin({ ...originatedCall, outcome: 'accepted', originatedCallId: 'orig.call.1.1' });
    await desk.receive({ event_name: 'NewState', exten: '601', state: 'InUse', unique_id: '9.1' }, 1);
    await desk.receive({ ...answeredRecord, src: '601', dst: '0912', unique_id: '9.1' }, 3);
    expect(desk.store.get('originated')).toMatchObject({ observed: {}, records: {}, pbxCallIds: [] });
  });

  test('unknown and unreadable events are kept as such and change nothing', async () => {
    const desk = openEventDesk(database);
    await desk.receive({ event_name: 'ReservedCallInFront', number: '1' }, 1);
    await desk.receive({ note: 'no name at all' }, 2);
    expect(desk.inbox.listRecent('main', 10).map((event) => event.state)).toEqual(['unreadable', 'unknown']);
  });

  test('events committed before a crash are worked on at the next start', async () => {
    const first = openEventDesk(database);
    const { raw } = describeRequest({
      profile: 'main',
      receivedAtMs: deskStartedAtMs,
      pathName: 'Cdr',
      encoding: 'json',
      body: Buffer.from(JSON.stringify({ ...answeredRecord, src: '557', dst: '558', type: 'local' })),
    });
    await first.inbox.append(raw);
    expect(first.store.count('main')).toBe(0);
    openEventDesk(database).record.workLeftOver();
    expect(first.store.list('main', null, 10)).toMatchObject([{ caller: '557', callee: '558', direction: 'internal' }]);
  });

  test('one that waits for its turn while what is left over is taken up is worked on once', async () => {
    const desk = openEventDesk(database);
    const { raw } = describeRequest({
      profile: 'main',
      receivedAtMs: deskStartedAtMs,
      pathName: 'Ping',
      encoding: 'json',
      body: Buffer.from('{}'),
    });
    const stored = [await desk.inbox.append(raw), await desk.inbox.append({ ...raw, dedupeKey: null })].flatMap(
      (event) => event ?? [],
    );
    expect(stored).toHaveLength(2);
    desk.record.workLeftOver();
    const [first, second] = stored;
    if (first !== undefined) desk.record.work(first);
    // Also when the mark is on the disk.
    desk.inbox.flush();
    if (second !== undefined) desk.record.work(second);
    expect(desk.worked).toEqual(stored.map(({ id }) => id));
  });

  test('twenty thousand left over ones are read some at a time, and others have their turn between', async () => {
    const desk = openEventDesk(database);
    database.connection.exec(`INSERT INTO profiles (name) VALUES ('main') ON CONFLICT DO NOTHING`);
    database.connection.exec(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
      INSERT INTO inbox (profile_key, received_at_ms, name, encoding, body)
      SELECT (SELECT key FROM profiles WHERE name = 'main'), i, 'Ping', 'json', CAST('{}' AS BLOB) FROM n`);
    desk.record.workLeftOver();
    let most = desk.worked.length;
    while (desk.listed.at(-1) !== 0) {
      const before = desk.worked.length;
      await new Promise((resolve) => setImmediate(resolve));
      most = Math.max(most, desk.worked.length - before);
    }
    expect(desk.worked).toHaveLength(20_000);
    expect(most).toBeLessThan(100);
    expect(Math.max(...desk.listed)).toBeLessThan(100);
  });
});
