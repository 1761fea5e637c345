import { Agent } from 'node:http';
import { DatabaseSync } from '@photostructure/sqlite';
import { expect, test } from 'vitest';
import { startDeskProcess } from '../support/adversarial/desk-process.ts';
import { sized } from '../support/adversarial/size.ts';
import { credentials, send } from '../support/event-fixtures-listener.ts';

/** As many connections as a PBX would open; the listener takes twice as many. */
const atOnce = 32;
const perSecond = 200;
const seconds = sized(4, 600);

test(
  `A8: a burst of 5000 events and ${perSecond} a second for ${seconds} seconds are all stored, once, and the process stays quick`,
  async () => {
    const desk = await startDeskProcess();
    const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
    const taken: string[] = [];
    const sendOne = async (unique_id: string) => {
      const { status } = await send(desk.port, '/simotel', {
        method: 'POST',
        headers: { ...credentials, 'Content-Type': 'application/json' },
        body: JSON.stringify({ event_name: 'NewState', exten: '551', state: 'InUse', participant: '601', unique_id }),
        agent,
      });
      expect(status).toBe(200);
      taken.push(unique_id);
    };
    await Promise.all(Array.from({ length: 5000 }, (_, at) => sendOne(`5000.${at}`)));
    await desk.expectUnharmed();

    const startedAt = performance.now();
    const underWay: Promise<void>[] = [];
    for (let sent = 0; sent < perSecond * seconds; ) {
      for (; sent < ((performance.now() - startedAt) / 1000) * perSecond; sent += 1) {
        if (sent < perSecond * seconds) underWay.push(sendOne(`200.${sent}`));
      }
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await Promise.all(underWay);
    agent.destroy();
    await desk.expectUnharmed();

    const connection = new DatabaseSync(desk.file, { readOnly: true });
    const rows = connection.prepare('SELECT pbx_call_id AS id FROM inbox').all() as unknown as readonly {
      id: string;
    }[];
    const stored = rows.map(({ id }) => id).filter((id) => /^(5000|200)\./.test(id));
    connection.close();
    expect(new Set(taken).size).toBe(taken.length);
    expect(stored.sort()).toEqual(taken.sort());
  },
  sized(120_000, 900_000),
);
