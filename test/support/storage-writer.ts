// Appends events without end, a few at a time, and says which were acknowledged. To be killed. Arguments: file, first number.
import { writeSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { openDatabase } from '../../electron/storage/database.ts';
import { createInbox } from '../../electron/storage/inbox.ts';

const [, , file = '', first = '0'] = process.argv;
const opened = openDatabase(file);
if (!opened.ok) throw new Error(opened.error.detail);
const { connection } = opened.value;
// Checkpoints are the riskiest moments; with small ones there are many.
connection.exec('PRAGMA wal_autocheckpoint = 20');
const inbox = createInbox({ connection, reportUnreadableRow: () => {} });

function appendAndTell(number: number): void {
  const body = Buffer.from(JSON.stringify({ number, filling: 'x'.repeat(number % 900) }));
  const event = { profile: 'office', receivedAtMs: number, name: 'NewState', pbxCallId: `${number >> 3}` };
  inbox.append({ ...event, dedupeKey: `event-${number}`, encoding: 'json', body }).then(
    () => writeSync(1, `${number}\n`),
    (error: unknown) => {
      throw error;
    },
  );
}

for (let number = Number(first); ; number += 1) {
  appendAndTell(number);
  // Now and then the PBX repeats itself, and events come in twos and threes.
  if (number % 7 === 0) appendAndTell(number);
  if (number % 3 === 0) await nextTurn();
}
