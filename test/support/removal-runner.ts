// Removes all calls that began before a moment. To be killed. Arguments: the database, the moment.
import { writeSync } from 'node:fs';
import { openDatabase } from '../../electron/storage/database.ts';
import { removeOld } from '../../electron/storage/keeping/remove-old.ts';
import { createMissedSigns } from '../../electron/storage/missed/missed-signs.ts';

const [, , file = '', beforeMs = '0'] = process.argv;
const opened = openDatabase(file);
if (!opened.ok) throw new Error(opened.error.detail);
// The pauses between the steps do not keep a program alive.
setInterval(() => undefined, 1000);
writeSync(1, 'begun\n');
const { connection } = opened.value;
await removeOld(connection, createMissedSigns({ connection, clock: Date.now }), Number(beforeMs), () => false);
