import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createInbox } from '../../electron/storage/inbox.ts';
import { type Bundle, bundle } from '../support/bundle.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { mustOpen } from '../support/temporary-database.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const cycles = 15;
const longestLifeMs = 60;

let writer: Bundle;
let folder = '';
beforeAll(async () => {
  folder = temporaryFolder('dialdesk-storage');
  writer = await bundle(new URL('../support/storage-writer.ts', import.meta.url));
});
afterAll(() => {
  writer.remove();
  rmSync(folder, { recursive: true, force: true });
});

it('every acknowledged event is there, once, after the program was killed at any moment', async () => {
  const file = join(folder, 'dialdesk.db');
  const random = seededRandom(15);
  const acknowledged = new Set<number>();
  for (let cycle = 0; cycle < cycles; cycle += 1) {
    // Goes back a little, as a PBX that repeats what was not answered.
    const first = Math.max(0, Math.max(-1, ...acknowledged) - 20);
    for (const number of await writeUntilKilled(file, first, random() * longestLifeMs)) acknowledged.add(number);

    const database = mustOpen(file);
    expect(database.connection.prepare('PRAGMA quick_check').all()).toEqual([{ quick_check: 'ok' }]);
    const unreadable: unknown[] = [];
    const inbox = createInbox({ ...database, reportUnreadableRow: (row) => unreadable.push(row) });
    const stored = inbox.listNew('office').map((event) => Number(event.dedupeKey?.replace('event-', '')));
    const distinct = new Set(stored);
    expect(distinct.size).toBe(stored.length);
    expect([...acknowledged].filter((number) => !distinct.has(number))).toEqual([]);
    expect(unreadable).toEqual([]);
    // Nothing checkpoints at the end of a killed program, so half of the cycles leave that to the next start as well.
    if (cycle % 2 === 0) database.close();
    else database.connection.close();
  }
  expect(acknowledged.size).toBeGreaterThan(cycles * 10);
}, 120_000);

/** Lives for a random time after the first acknowledgement; what was printed in full had been acknowledged. */
function writeUntilKilled(file: string, first: number, lifeMs: number): Promise<readonly number[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [writer.file, file, String(first)], { stdio: ['ignore', 'pipe', 'pipe'] });
    let printed = '';
    let complaint = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (printed === '') setTimeout(() => child.kill('SIGKILL'), lifeMs);
      printed += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaint += text;
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (signal === 'SIGKILL') resolve(printed.split('\n').slice(0, -1).map(Number));
      else reject(new Error(`The writer ended by itself with ${code}: ${complaint}`));
    });
  });
}
