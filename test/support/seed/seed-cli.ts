// Writes a history into the folder of the program. Arguments: folder, calls, seed, profile.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../../../electron/storage/database.ts';
import { seedHistory } from './seed-history.ts';

const [, , folder = '', calls = '', seed = '', profile = ''] = process.argv;
mkdirSync(folder, { recursive: true, mode: 0o700 });
const opened = openDatabase(join(folder, 'dialdesk.sqlite'));
if (!opened.ok) throw new Error(`${opened.error.reason}: ${opened.error.detail}`);
const startMs = Date.now();
let told = 0;
seedHistory(opened.value.connection, { calls: Number(calls), seed: Number(seed), profile, lastMs: startMs }, (done) => {
  if (done - told < 50_000 && done < Number(calls)) return;
  told = done;
  process.stdout.write(`${done} calls, ${Math.round((Date.now() - startMs) / 1000)} s\n`);
});
opened.value.close();
