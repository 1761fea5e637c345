import { afterEach, beforeEach, expect, it } from 'vitest';
import { readStoredEvent } from '../../electron/call-events/call-event-wire.ts';
import type { RawEvent } from '../../electron/calls/ports.ts';
import { createFollowOthersCalls } from '../../electron/desk/others-calls.ts';
import { createInbox } from '../../electron/storage/inbox.ts';
import { createMissedCalls } from '../../electron/storage/missed/missed-calls.ts';
import { createMissedSigns } from '../../electron/storage/missed/missed-signs.ts';
import { createOthersCalls } from '../../electron/storage/missed/others-calls.ts';
import { morningMs } from '../support/call-builders.ts';
import { type TemporaryDatabase, temporaryDatabase } from '../support/temporary-database.ts';

let database: TemporaryDatabase;
beforeEach(() => {
  database = temporaryDatabase();
});
afterEach(() => database.remove());

const number = '09121110001';
/** In vain in the first minute, in another call of the queue a colleague takes it in the third, and tries to call back in the second. */
const told: readonly (readonly [minute: number, pbxCallId: string, fields: Readonly<Record<string, string>>])[] = [
  [1, '1.1', { event_name: 'CdrQueue', src: number, dst: '104', queue: '902', disposition: 'NO ANSWER' }],
  [1, '1.1', { event_name: 'Cdr', src: number, dst: '902', disposition: 'NO ANSWER', wait: '40' }],
  [2, '1.2', { event_name: 'Cdr', src: '104', dst: `0${number}`, type: 'outgoing', disposition: 'BUSY' }],
  [3, '1.3', { event_name: 'CdrQueue', src: number, dst: '104', queue: '902', disposition: 'NO ANSWER' }],
  [3, '1.3', { event_name: 'CdrQueue', src: number, dst: '105', queue: '902', disposition: 'ANSWERED', billsec: '9' }],
];

it('the records of calls of others say the same in every order, and each time they are told', async () => {
  const { connection, reportUnreadableRow } = database;
  const clock = () => morningMs + 3_600_000;
  const inbox = createInbox({ connection, reportUnreadableRow });
  const signs = createMissedSigns({ connection, clock });
  const missed = createMissedCalls({ connection, clock, signs });
  const follow = createFollowOthersCalls({
    inbox,
    read: (event) => readStoredEvent(event, 'UTC'),
    keep: createOthersCalls({ connection, signs }),
    known: () => ({
      isColleague: (party) => party === '104' || party === '105',
      isOwnQueue: (queue) => queue === '902',
    }),
    onChange: () => undefined,
  });
  const tell = async (profile: string, index: number) => {
    const [minute, pbxCallId, fields] = told[index] ?? [0, '', {}];
    const event: RawEvent = {
      profile,
      receivedAtMs: morningMs + minute * 60_000,
      name: fields['event_name'] ?? '',
      dedupeKey: null,
      pbxCallId,
      encoding: 'json',
      body: Buffer.from(JSON.stringify({ ...fields, unique_id: pbxCallId })),
    };
    const stored = await inbox.append(event);
    if (stored === null) throw new Error('An event was taken for a repeated one');
    inbox.mark(stored.id, 'ignored', null);
    follow(stored, 'ignored');
  };

  const orders = permutations(told.map((_, index) => index));
  expect(orders).toHaveLength(120);
  for (const order of orders) {
    const profile = order.join('');
    for (const index of order) await tell(profile, index);
    await tell(profile, order[0] ?? 0);
    expect(missed.list(profile, false), profile).toEqual([]);
    expect(missed.list(profile, true), profile).toMatchObject([
      {
        number,
        count: 1,
        queue: '902',
        waitedSeconds: 40,
        attempts: 1,
        lastAttempt: { by: '104', outcome: 'busy' },
        handled: { how: 'reached-us', by: '105', atMs: morningMs + 171_000 },
      },
    ]);
  }

  await tell('half', 0);
  expect(missed.list('half', false)).toEqual([]);
  await tell('half', 1);
  await tell('half', 2);
  expect(missed.list('half', false)).toMatchObject([{ number, attempts: 1, handled: null }]);
});

function permutations(items: readonly number[]): readonly (readonly number[])[] {
  if (items.length < 2) return [items];
  return items.flatMap((item) => permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]));
}
