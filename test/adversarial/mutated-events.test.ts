import { Agent } from 'node:http';
import { DatabaseSync } from '@photostructure/sqlite';
import { expect, test } from 'vitest';
import { describeRequest } from '../../electron/call-events/event-description-wire.ts';
import { createCallRepository } from '../../electron/storage/calls/call-repository.ts';
import { callSteps } from '../../shared/domain/call-steps.ts';
import { callDisposition, callEnding, callState, otherParty } from '../../shared/domain/call-view.ts';
import { startDeskProcess } from '../support/adversarial/desk-process.ts';
import { type MutatedEvent, mutatedEvents } from '../support/adversarial/mutated-events.ts';
import { seed, sized } from '../support/adversarial/size.ts';
import { credentials, send } from '../support/event-fixtures-listener.ts';

const count = sized(3000, 100_000);
/** A PBX waits for its answers too. */
const atOnce = 16;

test(
  `A1: ${count} mutated events are answered by a rule, and what was taken is kept byte for byte (seed ${seed})`,
  async () => {
    const desk = await startDeskProcess();
    const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
    const answers: Record<number, number> = {};
    const taken: MutatedEvent[] = [];
    const events = mutatedEvents(count, seed);
    const sender = async () => {
      for (const event of events) {
        const query = event.encoding === 'query';
        const { status } = await send(desk.port, query ? `/simotel?${event.body.toString('latin1')}` : '/simotel', {
          method: query ? 'GET' : 'POST',
          headers: { ...credentials, ...(query ? {} : { 'Content-Type': event.contentType }) },
          ...(query ? {} : { body: event.body }),
          agent,
        });
        answers[status] = (answers[status] ?? 0) + 1;
        if (status === 200) taken.push(event);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, sender));
    agent.destroy();
    const allowed = ['200', '400', '413', '415', '422'];
    expect(Object.keys(answers).filter((status) => !allowed.includes(status))).toEqual([]);
    // Neither door is shut for all of them.
    expect(answers[200]).toBeGreaterThan(count / 10);
    expect((answers[400] ?? 0) + (answers[415] ?? 0)).toBeGreaterThan(count / 10);
    await desk.expectUnharmed();

    const connection = new DatabaseSync(desk.file, { readOnly: true });
    const rows = connection.prepare('SELECT body, dedupe_key AS dedupeKey FROM inbox').all() as unknown as readonly {
      readonly body: Uint8Array;
      readonly dedupeKey: string | null;
    }[];
    const bodies = new Set(rows.map(({ body }) => Buffer.from(body).toString('latin1')));
    const keys = new Set(rows.map(({ dedupeKey }) => dedupeKey));
    const lost = taken.filter(({ encoding, body }) => {
      if (bodies.has(body.toString('latin1'))) return false;
      // Two mutations may leave one event, which is kept as it came first.
      const { raw } = describeRequest({ profile: 'main', receivedAtMs: 0, pathName: null, encoding, body });
      return raw.dedupeKey === null || !keys.has(raw.dedupeKey);
    });
    expect(lost.map(({ body }) => body.toString('latin1'))).toEqual([]);
    const unreadable: unknown[] = [];
    const calls = createCallRepository({ connection, reportUnreadableRow: (row) => unreadable.push(row) });
    const shown = calls.list('main', null, count);
    for (const call of shown) {
      const looks = [callState(call), callDisposition(call), callEnding(call), otherParty(call), callSteps(call)];
      expect(JSON.stringify(looks)).not.toMatch(/polluted|\\u0000|\\ud[89a-f]/);
    }
    expect(shown.length).toBeGreaterThan(count / 100);
    expect(unreadable).toEqual([]);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    connection.close();
  },
  sized(120_000, 900_000),
);
