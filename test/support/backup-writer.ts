// Makes backups without end. To be killed. Argument: the database.
import { writeSync } from 'node:fs';
import { makeBackup } from '../../electron/storage/keeping/make-backup.ts';

const [, , file = ''] = process.argv;
for (;;) {
  const made = makeBackup({ file, kind: 'daily', nowMs: Date.now() });
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  writeSync(1, 'made\n');
}
