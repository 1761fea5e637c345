import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createContactBook } from '../../electron/storage/contacts/contact-book.ts';
import { createContactIntake } from '../../electron/storage/contacts/contact-intake.ts';
import { appendDrafts } from '../support/append-drafts.ts';
import { type Bundle, bundle } from '../support/bundle.ts';
import { aDraft } from '../support/contact-builders.ts';
import { mustOpen } from '../support/temporary-database.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

let writer: Bundle;
let folder = '';
beforeAll(async () => {
  folder = temporaryFolder('dialdesk-storage');
  writer = await bundle(new URL('../support/import-writer.ts', import.meta.url));
});
afterAll(() => {
  writer.remove();
  rmSync(folder, { recursive: true, force: true });
});

const everything = { source: 'all', favourites: false, tag: null } as const;

// Before the first portion of texts for the search is written, and after several.
it.each([300, 3500])(
  'an import that is killed after %i lines leaves nothing, and the next one is whole',
  async (lines) => {
    const file = join(folder, `killed-${lines}.db`);
    await importUntilKilled(file, lines);
    const { connection, close } = mustOpen(file);
    const rows = (table: string) => connection.prepare(`SELECT count(*) AS n FROM ${table}`).get();
    expect(connection.prepare('PRAGMA quick_check').all()).toEqual([{ quick_check: 'ok' }]);
    const { noteChange, ...book } = createContactBook({
      connection,
      clock: Date.now,
      reportUnreadableRow: () => undefined,
      onChange: () => undefined,
    });
    const intake = createContactIntake({ connection, clock: Date.now, onChange: noteChange });
    const listed = () => book.list('office', { ...everything, after: null, limit: 200 });
    expect(listed()).toMatchObject({ contacts: [], total: 0 });
    await intake.dropUnfinished();
    for (const table of ['contacts', 'contact_numbers', 'contact_imports', 'contact_search_docsize']) {
      expect([table, rows(table)]).toEqual([table, { n: 0 }]);
    }
    const id = intake.beginImport({ fileName: 'next.csv', profile: 'office' });
    appendDrafts(intake, id, [aDraft('Sara', ['09121000000'])]);
    intake.finishImport(id);
    expect(listed().contacts.map(({ name }) => name)).toEqual(['Sara']);
    expect(book.search('office', { ...everything, text: 'killed', limit: 50 })).toEqual([]);
    close();
  },
);

async function importUntilKilled(file: string, lines: number): Promise<void> {
  const child = spawn(process.execPath, [writer.file, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
    if (printed.includes(`${lines}\n`)) child.kill('SIGKILL');
  });
  const [, signal] = await once(child, 'close');
  expect(signal).toBe('SIGKILL');
}
