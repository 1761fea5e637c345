import { expect, test } from 'vitest';
import { createEventsOfCall } from '../../electron/storage/events-of-call.ts';
import { mostPbxCallIds } from '../../shared/domain/call-ids.ts';
import { sized } from '../support/adversarial/size.ts';
import { type EventFields, openEventDesk } from '../support/event-desk.ts';
import { answeredRecord } from '../support/event-shapes.ts';
import { temporaryDatabase } from '../support/temporary-database.ts';

/** Of the row A1: what each event of a PBX costs that mixes up its ids, however many came before. */

const count = sized(800, 20_000);
const together = 20;
const one = 'orig.call.1.1';
const long = 'x'.repeat(230);
const record = (fields: EventFields): EventFields => ({ ...answeredRecord, src: '557', dst: '09121112233', ...fields });
const state = (fields: EventFields): EventFields => ({ event_name: 'NewState', participant: '601', ...fields });

interface Mix {
  readonly title: string;
  readonly events: (at: number) => readonly EventFields[];
}

const mixes: readonly Mix[] = [
  {
    title: 'records of as many calls that all name one request',
    events: (at) => [record({ unique_id: `${at}.1`, originated_call_id: one })],
  },
  {
    title: 'the same with ids as long as they may be, from the last to the first',
    events: (at) => [record({ unique_id: `${9_000_000 - at}.${long}`, originated_call_id: one })],
  },
  {
    title: 'states of one call that is nobody’s',
    events: (at) => [state({ exten: '557', state: 'Idle', unique_id: '5.5', at })],
  },
  {
    title: 'calls of the agent that turn out to be of one request',
    events: (at) => [
      state({ exten: '999', state: 'InUse', unique_id: `${at}.1`, originated_call_id: one }),
      state({ exten: '557', state: 'Ringing', unique_id: `${at}.1` }),
    ],
  },
  {
    title: 'states of one call, told in other words each time',
    events: (at) => [state({ exten: '557', state: at % 2 === 0 ? 'InUse' : 'Ringing', unique_id: '6.6', at })],
  },
];

test.each(mixes.map(({ title, events }) => [title, events] as const))(
  `A1: ${count} %s: each is kept, and the last takes no longer than the first`,
  async (_title, events) => {
    const database = temporaryDatabase();
    const desk = openEventDesk(database);
    const took: number[] = [];
    let sent = 0;
    for (let at = 0; at < count; at += together) {
      const some = Array.from({ length: together }, (_, more) => events(at + more)).flat();
      sent += some.length;
      const before = process.cpuUsage();
      // They share a commit, so that the disk is not what is waited for.
      await Promise.all(some.map((fields) => desk.receive(fields, at * 0.01)));
      const { user, system } = process.cpuUsage(before);
      took.push((user + system) / 1000);
    }
    // The first five times are those in which a call gets its ids.
    const median = (times: readonly number[]) => times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0;
    const [first, last] = [median(took.slice(5, 15)), median(took.slice(-10))];
    expect(last, `${first} ms, then ${last} ms`).toBeLessThan(together / 2 + first * 1.5);

    desk.inbox.flush();
    const stored = database.connection.prepare('SELECT count(*) AS events FROM inbox').get();
    expect(stored).toEqual({ events: sent });
    expect(database.connection.prepare("SELECT count(*) AS waiting FROM inbox WHERE state = 'new'").get()).toEqual({
      waiting: 0,
    });
    expect(database.unreadable).toEqual([]);
    const calls = desk.store.list('main', null, count * 2);
    for (const { pbxCallIds } of calls) expect(pbxCallIds.length).toBeLessThanOrEqual(mostPbxCallIds);
    const [call] = calls.filter(({ originatedCallId }) => originatedCallId === one);
    if (call !== undefined) {
      // What it did not take is shown with it as it came.
      const readEvents = createEventsOfCall(database);
      const { events } = readEvents(call, { after: null, limit: sent });
      expect(events.length).toBeGreaterThanOrEqual(Math.min(sent, mostPbxCallIds + 1) / calls.length);
    }
    // A call as any other, in the middle of it.
    await desk.receive(record({ unique_id: '1999.1' }), 60);
    expect(desk.store.get('main:1999.1')?.records.cdr?.disposition).toBe('answered');
    database.remove();
  },
  sized(120_000, 900_000),
);
