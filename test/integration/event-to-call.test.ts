import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readStoredEvent } from '../../electron/call-events/call-event-wire.ts';
import { describeRequest } from '../../electron/call-events/event-description-wire.ts';
import { createCallJournal } from '../../electron/calls/call-journal.ts';
import { createRecordCallEvent } from '../../electron/calls/record-call-event.ts';
import { createSettleSilentCalls } from '../../electron/calls/settle-silent-calls.ts';
import { createCallRepository } from '../../electron/storage/calls/call-repository.ts';
import { createInbox } from '../../electron/storage/inbox.ts';
import type { Call } from '../../shared/domain/call.ts';
import { startCall } from '../../shared/domain/start-call.ts';
import { succeed } from '../../shared/result.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { type TemporaryDatabase, temporaryDatabase } from '../support/temporary-database.ts';

type Fields = Readonly<Record<string, string | number>>;

const own = { profile: 'main', agentNumber: '557' };
const startedAtMs = Date.UTC(2026, 0, 16, 8);

let database: TemporaryDatabase;

beforeEach(() => {
  database = temporaryDatabase();
});

afterEach(() => {
  database.remove();
});

/** The way of an event from the socket's bytes to the call row, all real but for the socket. */
function openDesk(publish: (call: Call) => void = () => undefined) {
  const inbox = createInbox({ ...database });
  const store = createCallRepository({ ...database });
  const journal = createCallJournal({ store, own: () => own, publish });
  const record = createRecordCallEvent({
    inbox,
    store,
    journal,
    own: () => own,
    read: (event) => readStoredEvent(event, 'UTC'),
    onWorked: () => undefined,
    onBug: (_stored, problem) => {
      throw problem;
    },
  });
  return {
    inbox,
    store,
    record,
    begin: (call: Call) => journal.begin(call),
    async receive(fields: Fields, secondsIn: number) {
      const { raw } = describeRequest({
        profile: 'main',
        receivedAtMs: startedAtMs + secondsIn * 1000,
        pathName: null,
        encoding: 'json',
        body: Buffer.from(JSON.stringify(fields)),
      });
      const stored = await inbox.append(raw);
      if (stored !== null) record.work(stored);
    },
  };
}

const cdr = {
  event_name: 'Cdr',
  starttime: '2026-01-16 08:00:00.100000',
  endtime: '2026-01-16 08:00:20.100000',
  duration: '20',
  billsec: 9,
  wait: 11,
  disposition: 'ANSWERED',
  unique_id: '1768.1',
};

const originated = startCall(
  'originated',
  'main',
  {
    caller: '557',
    callee: '09121112233',
    callerId: '557',
    dialplanContext: 'main_routing',
    trunkName: null,
    timeoutSeconds: 30,
    callLimitSeconds: null,
  },
  startedAtMs,
);

interface Shape {
  readonly title: string;
  /** The call this program asked for, if it is one. */
  readonly call: Call | null;
  readonly events: readonly Fields[];
}

const shapes: readonly Shape[] = [
  {
    title: 'an originated call whose events carry the originate id',
    call: { ...originated, outcome: 'accepted', originatedCallId: 'orig.call.1.1' },
    events: [
      { event_name: 'NewState', exten: '557', state: 'Ringing', unique_id: '1768.1' },
      { event_name: 'NewState', exten: '557', state: 'InUse', direction: 'out', unique_id: '1768.1' },
      {
        event_name: 'OutgoingCall',
        number: '09121112233',
        outgoing_point: 'MCI',
        unique_id: '1768.1',
        originated_call_id: 'orig.call.1.1',
      },
      { event_name: 'NewState', exten: '557', state: 'Idle', unique_id: '1768.1' },
      { ...cdr, src: '557', dst: '09121112233', type: 'outgoing', originated_call_id: 'orig.call.1.1' },
    ],
  },
  {
    title: 'an originated call on a server too old to send the originate id',
    call: { ...originated, outcome: 'accepted', originatedCallId: 'orig.call.1.1' },
    events: [
      { event_name: 'NewState', exten: '557', state: 'Ringing', cuid: '1768.1' },
      { event_name: 'NewState', exten: '557', state: 'InUse', participant: '09121112233', cuid: '1768.1' },
      { ...cdr, src: '557', dst: '09121112233', type: 'outgoing' },
      { event: 'Survey', unique_id: '1768.1', src: '557', dst: '09121112233', point: 5, label: 'MySurvey' },
    ],
  },
  {
    title: 'a call that came in, first heard of by whichever event comes first',
    call: null,
    events: [
      { event_name: 'IncomingCall', number: '09331112233', entry_point: 'MCI', unique_id: '1768.1' },
      {
        event_name: 'NewState',
        exten: '557',
        state: 'Ringing',
        participant: '09331112233',
        direction: 'in',
        unique_id: '1768.1',
      },
      {
        event_name: 'NewState',
        exten: '557',
        state: 'InUse',
        participant: '09331112233',
        direction: 'in',
        unique_id: '1768.1',
      },
      { event_name: 'NewState', exten: '557', state: 'Idle', unique_id: '1768.1' },
      { ...cdr, src: '09331112233', dst: '557', type: 'incoming' },
    ],
  },
];

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  return items
    .map((item) => ({ item, order: random() }))
    .sort((a, b) => a.order - b.order)
    .map(({ item }) => item);
}

describe('from event to call', () => {
  for (const { title, call, events } of shapes) {
    test(`${title}: every order, with repeats, ends in the same row`, async () => {
      const random = seededRandom(7);
      // Each event keeps the moment at which it was received, however late it is worked on.
      const timed = events.map((fields, index) => ({ fields, secondsIn: index + 1 }));
      let expected: readonly Call[] | null = null;
      for (let round = 0; round < 60; round += 1) {
        database.remove();
        database = temporaryDatabase();
        const desk = openDesk();
        if (call !== null) desk.begin(call);
        const order = round === 0 ? timed : shuffled([...timed, ...timed.slice(0, 2)], random);
        for (const { fields, secondsIn } of order) await desk.receive(fields, secondsIn);
        const rows = desk.store.list('main', null, 10);
        expect(rows).toHaveLength(1);
        expected ??= rows;
        expect(rows).toEqual(expected);
      }
    });
  }

  test('a call that comes in while a requested one is pending stays apart from it, whoever is named and whenever', async () => {
    const random = seededRandom(11);
    const some = <T>(values: readonly T[]) => values[Math.floor(random() * values.length)] as T;
    for (let round = 0; round < 40; round += 1) {
      database.remove();
      database = temporaryDatabase();
      const desk = openDesk();
      desk.begin({ ...originated, outcome: some(['pending', 'accepted']) });
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
    const desk = openDesk();
    const nowMs = startedAtMs + 60_000;
    await desk.receive({ event_name: 'Ping' }, 1);
    await desk.receive({ event_name: 'NewState', exten: '601', state: 'Idle' }, 2);
    await desk.receive({ event_name: 'OutgoingCall', number: '0912', unique_id: '9.1' }, 3);
    expect(desk.record.ownStatesArrive(nowMs)).toBe(false);
    await desk.receive({ event_name: 'NewState', exten: '557', state: 'Idle' }, 4);
    expect(desk.record.ownStatesArrive(nowMs)).toBe(true);
    expect(openDesk().record.ownStatesArrive(nowMs)).toBe(true);
    expect(openDesk().record.ownStatesArrive(nowMs + 8 * 24 * 3_600_000)).toBe(false);
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
      const desk = openDesk();
      await desk.receive(event, -60);
      desk.begin({ ...originated, outcome: 'accepted' });
      const clock = () => startedAtMs + 60_000;
      await createSettleSilentCalls({
        pbx: { searchCallRecords: () => Promise.resolve(succeed([])) },
        store: desk.store,
        journal: createCallJournal({ store: desk.store, own: () => own, publish: () => undefined }),
        profile: () => 'main',
        clock,
        watchedSinceMs: () => startedAtMs - 60_000,
        ownStatesArrive: () => desk.record.ownStatesArrive(clock()),
      }).settleDue();
      expect(desk.store.get('originated')?.settlement).toMatchObject(settlement);
    }
  });

  test('the first that is told of a call holds all that was told of it before', async () => {
    const published: Call[] = [];
    const desk = openDesk((call) => published.push(call));
    await desk.receive({ event_name: 'IncomingCall', number: '09121112233', entry_point: 'mci', unique_id: '5.1' }, 1);
    await desk.receive({ event_name: 'NewState', exten: '557', state: 'Ringing', unique_id: '5.1' }, 2);
    expect(published).toHaveLength(1);
    expect(published[0]).toMatchObject({ caller: '09121112233', heard: { trunkName: 'mci' } });
    expect(desk.inbox.listRecent('main', 10).map((event) => event.state)).toEqual(['applied', 'applied']);
  });

  test("a colleague's events leave no trace in the history", async () => {
    const desk = openDesk();
    await desk.receive({ event_name: 'NewState', exten: '601', state: 'Ringing', unique_id: '9.1' }, 1);
    await desk.receive({ event_name: 'OutgoingCall', number: '0912', unique_id: '9.1' }, 2);
    await desk.receive({ ...cdr, src: '601', dst: '0912', unique_id: '9.1' }, 3);
    expect(desk.store.count('main')).toBe(0);
    expect(desk.inbox.listRecent('main', 10).map((event) => event.state)).toEqual(['ignored', 'ignored', 'ignored']);
  });

  test("a colleague's call does not touch the agent's own call under way", async () => {
    const desk = openDesk();
    desk.begin({ ...originated, outcome: 'accepted', originatedCallId: 'orig.call.1.1' });
    await desk.receive({ event_name: 'NewState', exten: '601', state: 'InUse', unique_id: '9.1' }, 1);
    await desk.receive({ ...cdr, src: '601', dst: '0912', unique_id: '9.1' }, 3);
    expect(desk.store.get('originated')).toMatchObject({ observed: {}, records: {}, pbxCallIds: [] });
  });

  test('unknown and unreadable events are kept as such and change nothing', async () => {
    const desk = openDesk();
    await desk.receive({ event_name: 'ReservedCallInFront', number: '1' }, 1);
    await desk.receive({ note: 'no name at all' }, 2);
    expect(desk.inbox.listRecent('main', 10).map((event) => event.state)).toEqual(['unreadable', 'unknown']);
  });

  test('events committed before a crash are worked on at the next start', async () => {
    const first = openDesk();
    const { raw } = describeRequest({
      profile: 'main',
      receivedAtMs: startedAtMs,
      pathName: 'Cdr',
      encoding: 'json',
      body: Buffer.from(JSON.stringify({ ...cdr, src: '557', dst: '558', type: 'local' })),
    });
    await first.inbox.append(raw);
    expect(first.store.count('main')).toBe(0);
    openDesk().record.workLeftOver();
    expect(first.store.list('main', null, 10)).toMatchObject([{ caller: '557', callee: '558', direction: 'internal' }]);
  });
});
