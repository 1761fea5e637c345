import { Agent } from 'node:http';
import { DatabaseSync } from '@photostructure/sqlite';
import { expect, test } from 'vitest';
import { createCallRepository } from '../../electron/storage/calls/call-repository.ts';
import type { Call } from '../../shared/domain/call.ts';
import { startDeskProcess } from '../support/adversarial/desk-process.ts';
import { seed, sized } from '../support/adversarial/size.ts';
import { credentials, send } from '../support/event-fixtures-listener.ts';
import { answeredRecord, originatedCall } from '../support/event-shapes.ts';
import { seededRandom } from '../support/seeded-random.ts';

const calls = sized(750, 25_000);
const parts = 5;
const hourMs = 3_600_000;
/** A person, a time server, summer time: none of them may make a day of calls another one. */
const jumps = [0, 24 * hourMs, -24 * hourMs, hourMs, -hourMs, 500, -500] as const;

const askedEach = 10;

/** As it stands when the PBX has accepted it. */
function askedFor(at: number, callee: string, startedAtMs: number): Call {
  return {
    ...originatedCall,
    id: `asked-${at}`,
    callee,
    startedAtMs,
    outcome: 'accepted',
    originatedCallId: `orig.${at}`,
  };
}

const time = (atMs: number) => new Date(atMs).toISOString().replace('T', ' ').replace('Z', '000');

test(
  `A20: ${calls * 4} events, some of calls that were asked for, while the clock jumps and the listener begins anew, leave memory and connections as they were, and calls by their own times (seed ${seed})`,
  async () => {
    const desk = await startDeskProcess();
    const random = seededRandom(seed);
    const connect = () => new Agent({ keepAlive: true, maxSockets: 4 });
    let agent = connect();
    const take = async (fields: Readonly<Record<string, unknown>>) => {
      const { status } = await send(desk.port, '/simotel', {
        method: 'POST',
        headers: { ...credentials, 'Content-Type': 'application/json' },
        body: JSON.stringify(fields),
        agent,
      });
      expect(status).toBe(200);
    };
    const dayMs = Date.UTC(2026, 0, 16, 4);
    const heaps: number[] = [];
    for (let part = 0; part < parts; part += 1) {
      for (let call = 0; call < calls / parts; call += 1) {
        const at = part * (calls / parts) + call;
        if (call % 100 === 99) {
          agent.destroy();
          await desk.listenAgain();
          agent = connect();
        }
        if (call % 50 === 0) await desk.setClockAhead(jumps[Math.floor(random() * jumps.length)] ?? 0);
        const unique_id = `${1768000000 + at}.${at}`;
        const number = `0912${String(at % 5000).padStart(7, '0')}`;
        const isAsked = call % askedEach === 0;
        const ofRequest = isAsked ? { originated_call_id: `orig.${at}` } : {};
        if (isAsked) await desk.begin(askedFor(at, number, dayMs + at * 2000));
        const state = {
          event_name: 'NewState',
          exten: '557',
          participant: number,
          direction: 'in',
          unique_id,
          ...ofRequest,
        };
        const times = { starttime: time(dayMs + at * 2000), endtime: time(dayMs + at * 2000 + 1500) };
        await Promise.all([
          take({ ...state, state: 'Ringing' }),
          take({ ...state, state: 'InUse' }),
          take({ ...state, state: 'Idle' }),
          take({
            ...answeredRecord,
            ...times,
            ...(isAsked
              ? { src: '557', dst: number, type: 'outgoing' }
              : { src: number, dst: '557', type: 'incoming' }),
            unique_id,
            ...ofRequest,
          }),
        ]);
      }
      heaps.push((await desk.how()).heapBytes);
    }
    agent.destroy();
    await desk.setClockAhead(0);
    const health = await desk.expectUnharmed();
    expect(health.stored).toBeGreaterThanOrEqual(calls * 4);
    // What grows with each event grows from part to part; the first ones fill what is of a size of its own.
    const grown = (heaps.at(-1) ?? 0) - (heaps[1] ?? 0);
    expect(grown, heaps.join(' ')).toBeLessThan(8 * 1024 * 1024);

    const connection = new DatabaseSync(desk.file, { readOnly: true });
    const store = createCallRepository({
      connection,
      reportUnreadableRow: (row) => expect.unreachable(String(row.reason)),
    });
    const ofDay = store.list('main', null, calls * 2).filter(({ pbxCallIds: [id = ''] }) => id.startsWith('1768'));
    expect(ofDay).toHaveLength(calls);
    expect(ofDay.filter(({ id }) => id.startsWith('asked')).length).toBe(Math.ceil(calls / parts / askedEach) * parts);
    const began = ofDay.map(({ records }) => records.cdr?.startedAtMs);
    expect(began).toEqual(Array.from({ length: calls }, (_, at) => dayMs + (calls - 1 - at) * 2000));
    connection.close();
  },
  sized(180_000, 3_600_000),
);
