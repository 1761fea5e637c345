// Imports contacts without ever finishing, and tells how many were written. To be killed. Argument: file.
import { writeSync } from 'node:fs';
import { createContactIntake } from '../../electron/storage/contacts/contact-intake.ts';
import { openDatabase } from '../../electron/storage/database.ts';
import { appendDrafts } from './append-drafts.ts';
import { aDraft } from './contact-builders.ts';

const opened = openDatabase(process.argv[2] ?? '');
if (!opened.ok) throw new Error(opened.error.detail);
const { connection } = opened.value;
// Checkpoints are the riskiest moments; with small ones there are many.
connection.exec('PRAGMA wal_autocheckpoint = 20');
const intake = createContactIntake({ connection, clock: Date.now, onChange: () => undefined });
const id = intake.beginImport({ fileName: 'killed.csv', profile: 'office' });
for (let written = 0; ; written += 100) {
  const drafts = Array.from({ length: 100 }, (_, at) =>
    aDraft(`Killed ${written + at}`, [`0912${1_000_000 + written + at}`]),
  );
  appendDrafts(intake, id, drafts);
  writeSync(1, `${written + 100}\n`);
}
