import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Call } from '../../shared/domain/call.ts';
import { type EventFields, openEventDesk } from '../support/event-desk.ts';
import { type EventShape, eventShapes } from '../support/event-shapes.ts';
import { type TemporaryDatabase, temporaryDatabase } from '../support/temporary-database.ts';

interface Timed {
  readonly fields: EventFields;
  readonly secondsIn: number;
}

let database: TemporaryDatabase;
beforeEach(() => {
  database = temporaryDatabase();
});
afterEach(() => {
  database.remove();
});

function permutations<T>(items: readonly T[]): readonly (readonly T[])[] {
  if (items.length < 2) return [items];
  return items.flatMap((item, index) => permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]));
}

/** The same event as another version of the PBX would send it once more: not the same bytes, so that it is not dropped on arrival. */
const spelledAnew = ({ fields: { unique_id: pbxCallId, ...rest }, secondsIn }: Timed): Timed => ({
  fields: pbxCallId === undefined ? { ...rest, repeated: 'yes' } : { ...rest, cuid: pbxCallId },
  secondsIn,
});

/** Every order, each of them also with one of the events once more, and the usual one with every event once more at every place. */
function* deliveries(timed: readonly Timed[]): Generator<readonly Timed[]> {
  for (const [number, order] of permutations(timed).entries()) {
    yield order;
    yield [
      ...order,
      ...order
        .slice(number % order.length)
        .slice(0, 1)
        .map(spelledAnew),
    ];
  }
  for (const event of timed) for (const place of timed.keys()) yield timed.toSpliced(place, 0, spelledAnew(event));
}

/** Answers what stands in the history after a delivery, each time under a profile of its own. */
function openTables({ call }: EventShape): (delivery: readonly Timed[]) => Promise<readonly Call[]> {
  const desk = openEventDesk(database);
  let tables = 0;
  return async (delivery) => {
    tables += 1;
    const profile = `profile-${tables}`;
    desk.switchTo(profile);
    if (call !== null) desk.begin({ ...call, id: `${call.id}-${profile}`, profile });
    for (const { fields, secondsIn } of delivery) await desk.receive(fields, secondsIn);
    const rows = desk.store.list(profile, null, 10);
    return JSON.parse(JSON.stringify(rows).replaceAll(profile, 'main')) as readonly Call[];
  };
}

test.each(eventShapes.map((shape) => [shape.title, shape] as const))(
  '%s: every order, with any event once more, gives one table',
  async (_, shape) => {
    const timed = shape.events.map((fields, index) => ({ fields, secondsIn: index + 1 }));
    const tableOf = openTables(shape);
    const expected = await tableOf(timed);
    expect(expected).toHaveLength(1);
    for (const delivery of deliveries(timed)) {
      const table = await tableOf(delivery);
      // Compared as text first: a deep comparison of thousands of calls takes longer than making them.
      if (JSON.stringify(table) !== JSON.stringify(expected)) {
        expect(table, JSON.stringify(delivery.map(({ fields }) => fields))).toEqual(expected);
      }
    }
  },
);
