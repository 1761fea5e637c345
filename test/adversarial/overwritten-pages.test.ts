import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createKeepingThread, type KeepingThread } from '../../electron/storage/keeping/keeping-thread.ts';
import { keptFiles } from '../../electron/storage/keeping/kept-files.ts';
import { makeBackup } from '../../electron/storage/keeping/make-backup.ts';
import { openKeptDatabase } from '../../electron/storage/keeping/open-kept.ts';
import { seed, sized } from '../support/adversarial/size.ts';
import { type Bundle, bundle } from '../support/bundle.ts';
import { callsIn, overwritePages, pagesOf, storeCalls, storedEvents, storeEvents } from '../support/kept-database.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { mustOpen } from '../support/temporary-database.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const backupAt = Date.UTC(2026, 10, 22, 9);
const now = Date.UTC(2026, 10, 22, 12);
const times = sized(15, 300);

let built: Bundle;
let thread: KeepingThread;
let whole = '';
beforeAll(async () => {
  built = await bundle(new URL('../../electron/keeping-worker.ts', import.meta.url));
  thread = createKeepingThread(built.file);
  whole = temporaryFolder('dialdesk-whole');
  const file = join(whole, 'dialdesk.sqlite');
  const database = mustOpen(file);
  storeCalls(database, 0, 200);
  await storeEvents(database, 0, 200);
  if (!makeBackup({ file, kind: 'daily', nowMs: backupAt }).ok) throw new Error('No backup');
  storeCalls(database, 200, 400);
  await storeEvents(database, 200, 400);
  database.close();
});
afterAll(() => {
  built.remove();
  rmSync(whole, { recursive: true, force: true });
});

test(
  `A11: ${times} files with pages overwritten at random open whole, with the backup at least, and nothing is thrown away (seed ${seed})`,
  async () => {
    const random = seededRandom(seed);
    const below = (limit: number) => Math.floor(random() * limit);
    let mended = 0;
    for (let time = 0; time < times; time += 1) {
      const folder = temporaryFolder('dialdesk-pages');
      const file = join(folder, 'dialdesk.sqlite');
      cpSync(whole, folder, { recursive: true });
      const pages = Array.from({ length: 1 + below(4) }, () => below(pagesOf(file)));
      overwritePages(file, pages, below(256));
      writeFileSync(keptFiles(file).running, '');
      const damaged = readFileSync(file);
      const what = `pages ${pages}, time ${time}`;

      const opened = await openKeptDatabase(file, thread, () => now);
      if (!opened.ok) throw new Error(`${what}: ${opened.error.reason} ${opened.error.detail}`);
      const database = opened.value;
      expect(database.connection.prepare('PRAGMA quick_check').all(), what).toEqual([{ quick_check: 'ok' }]);
      expect(callsIn(database), what).toBeGreaterThanOrEqual(200);
      const events = storedEvents(database);
      expect(events.slice(0, 200), what).toEqual(Array.from({ length: 200 }, (_, number) => number));
      // What takes less than all of it out of the file keeps the file.
      if (database.rescued?.cause === 'damaged') {
        mended += 1;
        const aside = readdirSync(folder).filter((name) => name.startsWith('corrupt-'));
        if (callsIn(database) < 400) {
          expect(aside, what).toHaveLength(1);
          expect(readFileSync(join(folder, aside[0] ?? '', 'dialdesk.sqlite')).equals(damaged), what).toBe(true);
        }
      } else {
        expect([callsIn(database), events.length], what).toEqual([400, 400]);
      }
      // It goes on, and the next start has nothing to mend.
      await storeEvents(database, 1000, 1010);
      database.close();
      const again = await openKeptDatabase(file, thread, () => now + 1);
      expect(again, what).toMatchObject({ ok: true });
      if (again.ok) {
        expect(storedEvents(again.value).slice(-10), what).toEqual(Array.from({ length: 10 }, (_, at) => 1000 + at));
        again.value.close();
      }
      rmSync(folder, { recursive: true, force: true });
    }
    expect(mended).toBeGreaterThan(times / 4);
  },
  sized(180_000, 3_600_000),
);
