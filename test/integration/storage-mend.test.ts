import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createCallSearch } from '../../electron/storage/calls/call-search.ts';
import { createKeepingThread, type KeepingThread } from '../../electron/storage/keeping/keeping-thread.ts';
import { keptFiles } from '../../electron/storage/keeping/kept-files.ts';
import { makeBackup } from '../../electron/storage/keeping/make-backup.ts';
import { type KeptDatabase, openKeptDatabase } from '../../electron/storage/keeping/open-kept.ts';
import { createMissedCalls } from '../../electron/storage/missed/missed-calls.ts';
import { createMissedSigns } from '../../electron/storage/missed/missed-signs.ts';
import { type Bundle, bundle } from '../support/bundle.ts';
import { aFullCall } from '../support/call-builders.ts';
import {
  callsIn,
  firstPageOf,
  overwritePages,
  storeCalls,
  storedEvents,
  storeEvents,
} from '../support/kept-database.ts';
import { mustOpen } from '../support/temporary-database.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const now = Date.UTC(2026, 10, 22, 12);
const numbers = Array.from({ length: 50 }, (_, at) => at);

let built: Bundle;
let thread: KeepingThread;
let folder = '';
let file = '';
beforeAll(async () => {
  built = await bundle(new URL('../../electron/keeping-worker.ts', import.meta.url));
  thread = createKeepingThread(built.file);
});
afterAll(() => built.remove());
beforeEach(() => {
  folder = temporaryFolder('dialdesk-mend');
  file = join(folder, 'dialdesk.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function opened(): Promise<KeptDatabase> {
  const result = await openKeptDatabase(file, thread, () => now);
  if (!result.ok) throw new Error(`${result.error.reason}: ${result.error.detail}`);
  return result.value;
}

/** Half of the calls are younger than the backup. */
async function aDayWithBackup(): Promise<void> {
  const database = mustOpen(file);
  storeCalls(database, 0, 60);
  if (!makeBackup({ file, kind: 'daily', nowMs: now - 1 }).ok) throw new Error('No backup');
  storeCalls(database, 60, 120);
  await storeEvents(database, 0, 50);
  database.close();
}

const aside = () => readdirSync(folder).filter((name) => name.startsWith('corrupt-'));

describe('damage of nothing but indexes', () => {
  const found = async ({ connection }: KeptDatabase): Promise<readonly number[]> => {
    const missed = createMissedCalls({
      connection,
      clock: () => now,
      signs: createMissedSigns({ connection, clock: () => now }),
    });
    const deps = { connection, missed, clock: () => now, countryCode: () => '', reportUnreadableRow: () => undefined };
    const search = createCallSearch(deps);
    const contacts = connection.prepare(`SELECT rowid FROM contact_search WHERE contact_search MATCH '"sar"'`).all();
    return [(await search.count(['main'], { text: aFullCall().callee })).count, contacts.length];
  };

  it.each([
    ['the content of the search', (): void => undefined, true],
    ['a page of the search', () => overwritePages(file, [firstPageOf(file, 'call_search_data')]), false],
    ['a page of the search of contacts', () => overwritePages(file, [firstPageOf(file, 'contact_search_data')]), false],
    ['a page of an index', () => overwritePages(file, [firstPageOf(file, 'calls_id')]), false],
  ] as const)(
    'makes %s anew: nothing is missing, no backup is used, and the damaged file is kept',
    async (_, harm, content) => {
      await aDayWithBackup();
      const before = mustOpen(file);
      before.connection.exec(`INSERT INTO contacts (id, source, name, company, note, tags, favourite, do_not_call, changed_at_ms, sort_key, haystack)
      VALUES ('one', 'own', 'Sara', '', '', '[]', 0, 0, 0, 'sara', 'sara');
      INSERT INTO contact_search (rowid, name, rest, digits) VALUES (1, 'sara ', ' ', ' ')`);
      if (content) {
        before.connection.enableDefensive(false);
        before.connection.exec('UPDATE call_search_data SET block = zeroblob(length(block)) WHERE id > 10');
      }
      before.close();
      harm();
      const damaged = readFileSync(file);
      writeFileSync(keptFiles(file).running, '');
      const database = await opened();
      expect([callsIn(database), storedEvents(database)]).toEqual([120, numbers]);
      expect(await found(database)).toEqual([120, 1]);
      expect(database.rescued).toMatchObject({ cause: 'search-damaged', backupAtMs: null, missing: null });
      expect(database.connection.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
      expect(readFileSync(join(folder, aside()[0] ?? '', 'dialdesk.sqlite')).equals(damaged)).toBe(true);
      database.close();
    },
  );

  it.each(['call_search_config', 'call_search_data', 'contact_search_idx'])(
    'also after a clean stop, where a page of %s would keep the program from starting',
    async (table) => {
      await aDayWithBackup();
      overwritePages(file, [firstPageOf(file, table)]);
      const database = await opened();
      expect([callsIn(database), database.rescued?.cause]).toEqual([120, 'search-damaged']);
      database.close();
    },
  );

  it('which is met while the program runs is looked for more closely at the next start', async () => {
    await aDayWithBackup();
    const database = await opened();
    // An index of something else than it says: a quick look passes over it.
    database.connection.exec(`DROP INDEX calls_id; CREATE INDEX calls_id ON calls (substr(id, -3));`);
    database.connection.enableDefensive(false);
    database.connection.exec(`PRAGMA writable_schema = ON;
      UPDATE sqlite_schema SET sql = 'CREATE INDEX calls_id ON calls (substr(id, -6))' WHERE name = 'calls_id'`);
    database.cleanStop.suspect();
    database.close();
    const after = await opened();
    expect([callsIn(after), after.rescued?.cause]).toEqual([120, 'search-damaged']);
    after.close();
  });
});
