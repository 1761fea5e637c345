import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { createContactBook } from '../../electron/storage/contacts/contact-book.ts';
import { createContactIntake } from '../../electron/storage/contacts/contact-intake.ts';
import type { ContactDraft } from '../../shared/domain/contact/contact.ts';
import { contactContract } from '../../shared/ipc/contact-contract.ts';
import { succeed } from '../../shared/result.ts';
import { appendDrafts } from '../support/append-drafts.ts';
import { launchDialdesk } from '../support/dialdesk-app.ts';
import { addManyCalls } from '../support/many-calls.ts';
import { manyContacts } from '../support/many-contacts.ts';
import { mustOpen } from '../support/temporary-database.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const sizes = [10_000, 1_000_000];
const rounds = 20;
/** Drawn, written and forgotten together. */
const batch = 500;
const profile = 'bench';
const report = join(import.meta.dirname, '..', '..', 'out', 'bench', 'contact-search.json');

/** As people type them, what many have and what few have. */
const queries: Readonly<Record<string, readonly string[]>> = {
  'nothing typed': [''],
  'one letter': ['م', 'ع', 'ژ', 'a', 'z', 's'],
  'two letters': ['مح', 'sa', 'ژا', 'xq', 'jo', 'کر'],
  'two letters inside words': ['لی', 'ان', 'er', 'گی', 'mm', 'وس'],
  'beginning of a word': ['محم', 'احمدی', 'جعفری', 'sara', 'smi', 'yıl'],
  'inside a word': ['حمد', 'سین', 'گین', 'ohn', 'ara', 'eht'],
  'two words': ['محمد احمدی', 'علی ر', 'ژاله چگینی', 'john müller', 'احم مح', 'ar sm'],
  'Persian in Arabic writing': ['علي كاظمي', 'مُحَمَّد', 'امیر‌حسین', 'مهدي', 'زهراء', 'كريمي'],
  'company, tag or note': ['آسیاتک', 'بانک', 'Acme', 'khodro', 'تهران', 'customer 5'],
  'beginning of a number': ['0912', '912', '۰۹۳۵', '021', '09123', '+98 912'],
  'end of a number': ['4567', '77777', '0001', '99', '00', '123456'],
  'middle of a number': ['123 45', '55555', '3121', '902', '7654', '010'],
  'one digit': ['9', '0', '1', '5', '۷', '2'],
  'two digits': ['12', '77', '09', '91', '۳۵', '48'],
  'whole number': ['09123456789', '+98 912 345 6789', '02188776655'],
  'name and number': ['احم 0912', 'sara 88', 'علی 12'],
  'nothing found': ['zzz', 'هیچکس', 'qqxx', 'zz', 'محمد zzz', '0000000000'],
};
const everything = { source: 'all', favourites: false, tag: null, limit: 50 } as const;

/** Fills the database before the program starts, the same way an import does; each fifth contact was called, two times and a half. */
function fill(file: string, contacts: number): void {
  const { connection, close } = mustOpen(file);
  const intake = createContactIntake({ connection, clock: () => Date.now(), onChange: () => undefined });
  const id = intake.beginImport({ fileName: 'bench.csv', profile });
  const called: ContactDraft[] = [];
  for (let from = 0; from < contacts; from += batch) {
    const drafts = manyContacts(batch, from + 1);
    appendDrafts(intake, id, drafts);
    if (called.length < Math.min(contacts / 5, 20_000)) called.push(...drafts);
  }
  intake.finishImport(id);
  addManyCalls(connection, called, { calls: called.length * 2.5, lastMs: Date.now(), profile });
  close();
}

/** Unlike the time that went by, what others do with the machine hardly touches it. */
function cpuOf<T>(work: () => T): { readonly ms: number; readonly value: T } {
  const before = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(before);
  return { ms: (user + system) / 1000, value };
}

const cpuOfMain = (electron: ElectronApplication) =>
  electron.evaluate(() => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  });

async function measure(contacts: number) {
  const userDataDir = temporaryFolder();
  const file = join(userDataDir, 'dialdesk.sqlite');
  fill(file, contacts);
  const app = await launchDialdesk({ userDataDir, graphics: true });
  const { connection, close } = mustOpen(file);
  const book = createContactBook({
    connection,
    clock: () => Date.now(),
    reportUnreadableRow: () => undefined,
    onChange: () => undefined,
  });
  const rowsByKey = connection.prepare(
    'SELECT * FROM json_each(?) AS wanted CROSS JOIN contacts AS c ON c.key = wanted.value',
  );
  const someKeys = JSON.stringify(Array.from({ length: everything.limit }, (_, at) => ((at * 7919) % contacts) + 1));
  const overIpc = (texts: readonly string[]) =>
    app.page.evaluate(
      async ([all, filter]) => {
        const answers = [];
        for (const text of all) {
          const emptyMs = performance.now();
          await window.dialer.request('contact:names', { numbers: [] });
          const startMs = performance.now();
          const answer = await window.dialer.request('contact:search', { text, ...filter });
          const endMs = performance.now();
          const hits = answer.ok ? answer.value.hits.length : -1;
          answers.push({ ms: endMs - startMs, emptyMs: startMs - emptyMs, hits });
        }
        return answers;
      },
      [texts, everything] as const,
    );
  const measured = Object.entries(queries).map(([what, texts]) => ({
    what,
    texts,
    lags: { 'over IPC': [], search: [], parse: [], 'empty IPC': [], '50 rows': [] } as Record<string, number[]>,
    cpuOfMainMs: 0,
  }));
  // By turns, so that whatever else the machine does falls on all; the first round fills the caches.
  for (let round = 0; round <= rounds; round += 1) {
    for (const kind of measured) {
      const { texts, lags } = kind;
      const before = await cpuOfMain(app.electron);
      const answers = await overIpc(texts);
      const spent = (await cpuOfMain(app.electron)) - before;
      if (round > 0) kind.cpuOfMainMs += spent / rounds / texts.length;
      for (const [at, text] of texts.entries()) {
        const search = cpuOf(() => book.search(profile, { text, ...everything }));
        const parse = cpuOf(() => contactContract['contact:search'].output.parse(succeed({ hits: search.value })));
        const rows = cpuOf(() => rowsByKey.all(someKeys));
        expect([text, answers[at]?.hits]).toEqual([text, search.value.length]);
        if (round === 0) continue;
        lags['over IPC']?.push(answers[at]?.ms ?? Number.NaN);
        lags['search']?.push(search.ms);
        lags['parse']?.push(parse.ms);
        lags['empty IPC']?.push(answers[at]?.emptyMs ?? Number.NaN);
        lags['50 rows']?.push(rows.ms);
      }
    }
  }
  close();
  await app.close();
  return { contacts, kinds: measured };
}

test('a search among ten thousand and among a million contacts over IPC, beside its parts', async () => {
  test.setTimeout(30 * 60_000);
  const measured = [];
  for (const contacts of sizes) measured.push(await measure(contacts));
  mkdirSync(join(report, '..'), { recursive: true });
  writeFileSync(report, JSON.stringify(measured));
});
