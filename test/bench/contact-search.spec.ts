import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { createContactBook } from '../../electron/storage/contacts/contact-book.ts';
import { createContactIntake } from '../../electron/storage/contacts/contact-intake.ts';
import { launchDialdesk } from '../support/dialdesk-app.ts';
import { manyContacts } from '../support/many-contacts.ts';
import { mustOpen } from '../support/temporary-database.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const contacts = 100_000;
const calls = 20_000;
const rounds = 12;
const batch = 500;
const report = join(import.meta.dirname, '..', '..', 'out', 'bench', 'contact-search.json');

/** As people type them: one letter, two, common names, parts of numbers, words of all kinds, and what nobody has. */
const queries: Readonly<Record<string, readonly string[]>> = {
  'nothing typed': [''],
  'one letter or digit': ['م', 'ع', 'a', 'z', '9', '0'],
  'two letters or digits': ['مح', 'لی', 'sa', 'xq', '12', '77'],
  'common names': ['محمد', 'علی', 'احمدی', 'sara', 'smith'],
  'full names': ['محمد احمدی', 'محمد علی احمدی', 'john müller', 'ژاله چگینی'],
  'parts of numbers': ['912', '0912', '3456', '77777', '2188', '021'],
  'whole numbers': ['09123456789', '+98 912 345 6789'],
  'companies, tags and notes': ['آسیاتک', 'Acme', 'تهران', 'customer 5', 'احم 0912'],
  nobody: ['zzz', 'هیچکس'],
};

/** Fills the database before the program starts, the same way an import does; tells how long that took. */
async function fill(file: string): Promise<number> {
  const { connection, close } = mustOpen(file);
  const clock = () => Date.now();
  const intake = createContactIntake({ connection, clock, onChange: () => undefined });
  const all = manyContacts(contacts);
  const startMs = performance.now();
  const id = intake.beginImport({ fileName: 'bench.csv', profile: 'bench' });
  for (let from = 0; from < all.length; from += batch) intake.appendImported(id, all.slice(from, from + batch));
  intake.finishImport(id);
  const tookMs = performance.now() - startMs;
  connection.exec("INSERT INTO profiles (name) VALUES ('bench'); BEGIN");
  const insert = connection.prepare(`
    INSERT INTO calls (id, profile_key, started_at_ms, caller, callee, direction, originated_here, ended, disposition, facts)
    VALUES (?, 1, ?, '557', ?, 'outbound', 1, 1, 'answered', '{}')`);
  for (let index = 0; index < calls; index += 1) {
    const number = all[(index * 7919) % 30_000]?.numbers[0]?.written ?? '';
    insert.run(`bench-${index}`, Date.now() - index * 60_000, number);
  }
  connection.exec('COMMIT');
  close();
  return tookMs;
}

test('a search among a hundred thousand contacts over IPC, beside the same query of the database', async () => {
  test.setTimeout(10 * 60_000);
  const userDataDir = temporaryFolder();
  const file = join(userDataDir, 'dialdesk.sqlite');
  const filledMs = await fill(file);
  const app = await launchDialdesk({ userDataDir });
  const raw = mustOpen(file);
  const book = createContactBook({
    connection: raw.connection,
    clock: () => Date.now(),
    reportUnreadableRow: () => undefined,
    onChange: () => undefined,
  });
  const everything = { source: 'all', favourites: false, tag: null, limit: 50 } as const;
  const overIpc = (text: string) =>
    app.page.evaluate(
      async (query) => {
        const startMs = performance.now();
        const answer = await window.dialer.request('contact:search', query);
        return { ms: performance.now() - startMs, hits: answer.ok ? answer.value.hits.length : -1 };
      },
      { text, ...everything },
    );
  const measured = [];
  for (const [what, texts] of Object.entries(queries)) {
    const lagsMs: number[] = [];
    const bareMs: number[] = [];
    // By turns, so that whatever else the machine does falls on both; the first round fills the caches.
    for (let round = 0; round <= rounds; round += 1) {
      for (const text of texts) {
        const startMs = performance.now();
        const found = book.search('bench', { text, ...everything }).length;
        const took = performance.now() - startMs;
        const { ms, hits } = await overIpc(text);
        expect([text, hits]).toEqual([text, found]);
        if (round === 0) continue;
        bareMs.push(took);
        lagsMs.push(ms);
      }
    }
    measured.push({ what, lagsMs, bareMs });
  }
  const all = { lagsMs: measured.flatMap(({ lagsMs }) => lagsMs), bareMs: measured.flatMap(({ bareMs }) => bareMs) };
  mkdirSync(join(report, '..'), { recursive: true });
  writeFileSync(report, JSON.stringify([...measured, { what: 'all', ...all }]));
  test.info().annotations.push({ type: 'import', description: `${contacts} contacts in ${Math.round(filledMs)} ms` });
  raw.close();
  await app.close();
});
