import { DatabaseSync } from '@photostructure/sqlite';
import { expect, test } from 'vitest';
import { startDeskProcess } from '../support/adversarial/desk-process.ts';
import { sized } from '../support/adversarial/size.ts';
import { payloads } from '../support/event-fixtures.ts';
import { post } from '../support/event-fixtures-listener.ts';

const lockedMs = sized(3000, 30_000);
/** For one that is refused; a second is what a person takes for a program that hangs. */
const longestMs = 1000;

test(
  `A11: while another process holds the database for ${lockedMs / 1000} seconds events are refused soon, and not one is acknowledged that is not there`,
  async () => {
    const desk = await startDeskProcess();
    const taken: string[] = [];
    const refused: string[] = [];
    const sendOne = async (unique_id: string) => {
      const { status } = await post(desk.port, '/simotel', { ...payloads.newState, unique_id });
      (status === 200 ? taken : refused).push(unique_id);
      return status;
    };
    expect(await sendOne('11.0')).toBe(200);

    const other = new DatabaseSync(desk.file);
    other.exec('PRAGMA busy_timeout = 5000; BEGIN EXCLUSIVE');
    const took: number[] = [];
    const until = performance.now() + lockedMs;
    for (let at = 1; performance.now() < until; at += 1) {
      const before = performance.now();
      expect(await sendOne(`12.${at}`)).toBe(503);
      took.push(performance.now() - before);
    }
    const middle = took.sort((one, two) => one - two)[took.length >> 1];
    expect(middle).toBeLessThan(longestMs);
    other.exec('ROLLBACK');

    expect(await sendOne('13.0')).toBe(200);
    const rows = other.prepare('SELECT pbx_call_id AS id FROM inbox').all() as unknown as readonly { id: string }[];
    other.close();
    const stored = new Set(rows.map(({ id }) => id));
    expect(taken.filter((id) => !stored.has(id))).toEqual([]);
    expect(refused.filter((id) => stored.has(id))).toEqual([]);
    await desk.expectUnharmed();
  },
  sized(60_000, 120_000),
);
