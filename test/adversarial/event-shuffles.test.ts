import { expect, test } from 'vitest';
import type { Call } from '../../shared/domain/call.ts';
import { seed, sized } from '../support/adversarial/size.ts';
import { deskStartedAtMs, type EventFields, openEventDesk } from '../support/event-desk.ts';
import { eventShapes } from '../support/event-shapes.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { temporaryDatabase } from '../support/temporary-database.ts';

interface Delivered {
  readonly fields: EventFields;
  readonly secondsIn: number;
  /** What this program asked for, which is known before anything comes of it; null: nothing, or of a PBX that does not name it. */
  readonly asked: Call | null;
}

const callCount = sized(200, 5000);
const shuffles = sized(4, 20);
const share = 0.3;
const together = 16;
/** More than both phones ring: of two calls within that time, mixed up, nobody can say whose a state without an id of the request is. */
const apartSeconds = 300;

/** Of whole days: what all these calls were, each with ids and times of its own. */
function dayOfEvents(): readonly Delivered[] {
  return Array.from({ length: callCount }, (_, at) => {
    const shape = eventShapes[at % eventShapes.length];
    const ofCall = JSON.stringify(shape?.events ?? [])
      .replaceAll('1768.1', `1768.${at}`)
      .replaceAll('orig.call.1.1', `orig.call.1.${at}`)
      // The same number calls often enough on a day.
      .replaceAll('1112233', String(1_110_000 + (at % 1000)))
      .replaceAll(
        '08:00:',
        `${String(8 + (at % 12)).padStart(2, '0')}:${String(Math.floor(at / 12) % 60).padStart(2, '0')}:`,
      );
    const events = JSON.parse(ofCall) as readonly EventFields[];
    const asked = ofCall.includes('orig.call.1.') ? askedFor(shape?.call ?? null, at) : null;
    return events.map((fields, index) => ({ fields, secondsIn: at * apartSeconds + index + 1, asked }));
  }).flat();
}

function askedFor(call: Call | null, at: number): Call | null {
  return (
    call && {
      ...call,
      id: `asked-${at}`,
      callee: call.callee.replace('1112233', String(1_110_000 + (at % 1000))),
      originatedCallId: `orig.call.1.${at}`,
      startedAtMs: deskStartedAtMs + at * apartSeconds * 1000,
    }
  );
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const mixed = [...items];
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [mixed[at], mixed[other]] = [mixed[other] as T, mixed[at] as T];
  }
  return mixed;
}

/** The order of fields is that in which they were heard of. */
const inOneOrder = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );

test(
  `A2: ${callCount} calls at once, in ${shuffles} orders, a third of the events twice, give one table (seed ${seed})`,
  async () => {
    const random = seededRandom(seed);
    const day = dayOfEvents();
    const database = temporaryDatabase();
    const desk = openEventDesk(database);
    let expected: string[] | null = null;
    for (let round = 0; round < shuffles; round += 1) {
      const profile = `profile-${round}`;
      desk.switchTo(profile);
      const twice = day.filter(() => random() < share);
      const begun = new Set<Call>();
      const order = shuffled([...day, ...twice], random);
      for (let from = 0; from < order.length; from += together) {
        const some = order.slice(from, from + together);
        for (const { asked } of some) {
          if (asked === null || begun.has(asked)) continue;
          begun.add(asked);
          desk.begin({ ...asked, id: `${asked.id}-${profile}`, profile });
        }
        // They share a commit, so that the disk is not what is waited for.
        await Promise.all(some.map(({ fields, secondsIn }) => desk.receive(fields, secondsIn)));
      }
      const rows = desk.store.list(profile, null, callCount * 2);
      const table = rows.map((call) => inOneOrder(call).replaceAll(profile, 'main')).sort();
      expected ??= table;
      // Shown one by one: all of them together are beyond what anybody reads.
      const other = table.find((row, at) => row !== expected?.[at]);
      expect(other, `round ${round}: ${expected.find((row, at) => row !== table[at])}`).toBeUndefined();
      expect(table).toHaveLength(expected.length);
    }
    expect(expected).toHaveLength(callCount);
    expect(database.unreadable).toEqual([]);
    expect(database.connection.prepare('PRAGMA quick_check').all()).toEqual([{ quick_check: 'ok' }]);
    database.remove();
  },
  sized(120_000, 1_800_000),
);
