import { copyFileSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { firstRows } from '../../electron/directory/exchange/table-form.ts';
import { removePartials } from '../../electron/files/write-whole.ts';
import { createSavedPlaces } from '../../electron/storage/saved-places.ts';
import { exportedCallsSchema } from '../../shared/domain/history/exported-call.ts';
import { aFullCall, aMinimalCall, aRecord, morningMs } from '../support/call-builders.ts';
import { anOrder, historyExportOver } from '../support/history-export.ts';
import { memoryFile, silent } from '../support/settings-fakes.ts';
import { type TemporaryDatabase, temporaryDatabase } from '../support/temporary-database.ts';

let database: TemporaryDatabase;
let office: ReturnType<typeof historyExportOver>;

beforeEach(() => {
  database = temporaryDatabase();
  office = historyExportOver(database);
  office.chosen.path = join(database.folder, 'calls.csv');
});
afterEach(() => database.remove());

const written = () => readFileSync(office.chosen.path ?? '', 'utf8');
const partials = () => readdirSync(database.folder).filter((file) => file.endsWith('.partial'));

function addMany(amount: number): void {
  const record = aRecord({ disposition: 'answered', talkSeconds: 60, waitSeconds: 7, endedAtMs: morningMs });
  office.calls.saveAll(
    Array.from({ length: amount }, (_, at) =>
      aMinimalCall({
        id: `call-${at}`,
        caller: `0912${1_000_000 + at}`,
        callee: '101',
        startedAtMs: morningMs - at * 1000,
        records: { cdr: record },
      }),
    ),
  );
}

describe('calls written to a file', () => {
  it('are one JSON text of the documented form', async () => {
    office.calls.save(aFullCall());
    office.calls.save(aMinimalCall({ startedAtMs: morningMs - 60_000 }));
    const saved = await office.desk.save({ ...anOrder, format: 'json', dates: 'jalali' });
    expect(saved).toEqual({ ok: true, value: { fileName: 'calls.csv', calls: 2 } });
    expect(office.chosen.name).toBe('calls-1402-11-01.json');
    const file = exportedCallsSchema.parse(JSON.parse(written()));
    expect(file).toMatchObject({
      calendar: 'jalali',
      timeZone: 'Asia/Tehran',
      exportedAt: '1402-11-01T11:30:00+03:30',
    });
    expect(file.calls.map(({ startedAt }) => startedAt)).toEqual([
      '1402-11-01T11:30:00+03:30',
      '1402-11-01T11:29:00+03:30',
    ]);
    expect(file.calls[0]).toMatchObject({
      result: 'answered',
      number: '09123456789',
      name: '=Sara',
      waitSeconds: 11,
      talkSeconds: 31,
      queue: 'heard-queue',
      pbxCallIds: ['1705824000.12', '1705824001.13'],
    });
  });

  it('are a table that runs no formula, in the words and with the mark that were asked for', async () => {
    office.calls.save(aFullCall());
    await office.desk.save({ ...anOrder, language: 'fa' });
    expect(written().startsWith('\ufeffتاریخ,ساعت,جهت,نتیجه,شماره')).toBe(true);
    const line = firstRows(written().replaceAll('\r\n', '\n'), ',', true)[1]?.cells ?? [];
    expect(line.slice(0, 6)).toEqual(['2024-01-21', '11:30:00', 'خروجی', 'پاسخ داده شد', '0912 345 6789', "'=Sara"]);
    expect(line.slice(11, 14)).toEqual(['11', '31', '42']);
    await office.desk.save({ ...anOrder, withMark: false });
    expect(written().startsWith('Date,Time,Direction')).toBe(true);
  });

  it('are those of the filter alone', async () => {
    office.calls.save(aFullCall());
    office.calls.save(aMinimalCall());
    await office.desk.save({ ...anOrder, format: 'json', filter: { directions: ['inbound'] } });
    expect(exportedCallsSchema.parse(JSON.parse(written())).calls.map(({ direction }) => direction)).toEqual([
      'inbound',
    ]);
  });

  it('are those of the profile that was in use when they were asked for, also when that changes meanwhile', async () => {
    addMany(250);
    office.calls.save(aMinimalCall({ id: 'foreign', profile: 'elsewhere', startedAtMs: morningMs - 200_500 }));
    office.onRead(() => {
      office.inUse.profile = 'elsewhere';
    });
    await office.desk.save({ ...anOrder, format: 'json' });
    const { calls } = exportedCallsSchema.parse(JSON.parse(written()));
    expect([calls.length, new Set(calls.map(({ profile }) => profile))]).toEqual([250, new Set(['office'])]);
  });

  it('go through memory a page at a time, and others have their turn', async () => {
    addMany(6_000);
    let read = 0;
    let turns = 0;
    const bytesAt: number[] = [];
    const count = () => {
      turns += 1;
      if (read < 6_000) setImmediate(count);
    };
    setImmediate(count);
    office.onRead((rows) => {
      expect(rows.length).toBeLessThanOrEqual(100);
      const [partial] = partials();
      bytesAt.push(partial === undefined ? 0 : statSync(join(database.folder, partial)).size);
      read += rows.length;
    });
    expect(await office.desk.save({ ...anOrder, format: 'json' })).toMatchObject({ value: { calls: 6_000 } });
    // What was read before is in the file when the next page is asked for.
    expect(bytesAt.length).toBeGreaterThanOrEqual(60);
    expect(bytesAt.every((bytes, at) => at < 2 || bytes > (bytesAt[at - 1] ?? 0))).toBe(true);
    expect(turns).toBeGreaterThan(bytesAt.length / 2);
    expect(exportedCallsSchema.parse(JSON.parse(written())).calls).toHaveLength(6_000);
    const amounts = office.progress.map(({ calls }) => calls);
    expect(amounts).toEqual([...amounts].sort((a, b) => a - b));
  }, 120_000);

  it('leave what stood there when they are cancelled, and nothing beside it', async () => {
    addMany(500);
    writeFileSync(office.chosen.path ?? '', 'before');
    office.onRead(() => office.desk.cancel());
    expect(await office.desk.save(anOrder)).toEqual({ ok: true, value: null });
    expect(written()).toBe('before');
    expect(partials()).toEqual([]);
  });

  it('leave nothing behind when the program is killed: the next start removes it, and nothing of anybody else', async () => {
    addMany(500);
    const others = ['.calls.csv.mine.partial', '.other.csv.12345678.partial'].map((name) =>
      join(database.folder, name),
    );
    for (const other of others) writeFileSync(other, '');
    const file = memoryFile();
    const places = () => createSavedPlaces(file, silent, removePartials);
    const killed = places();
    killed.note(join(database.folder, 'gone', 'calls.csv'));
    killed.note(office.chosen.path ?? '');
    office.onRead(() => {
      const partial = partials().find((name) => /^\.calls\.csv\.[0-9a-f]{8}\.partial$/.test(name));
      // As it stands there when the power fails.
      if (partial !== undefined)
        copyFileSync(join(database.folder, partial), join(database.folder, '.calls.csv.0badcafe.partial'));
    });
    await office.desk.save(anOrder);
    expect(partials()).toHaveLength(3);
    await places().tidy();
    expect(partials().sort()).toEqual(['.calls.csv.mine.partial', '.other.csv.12345678.partial']);
    expect(file.read()).toEqual({ places: [join(database.folder, 'gone', 'calls.csv')] });
  });

  it('are not half written at the end of the program', async () => {
    addMany(500);
    const saved = office.desk.save(anOrder);
    await office.desk.stop();
    expect(await saved).toEqual({ ok: true, value: null });
    expect(existsSync(office.chosen.path ?? '')).toBe(false);
    expect(partials()).toEqual([]);
  });

  it('say that the disk did not take them, and which file that was', async () => {
    office.calls.save(aFullCall());
    office.chosen.path = join(database.folder, 'no-such-folder', 'calls.csv');
    expect(await office.desk.save(anOrder)).toEqual({
      ok: false,
      error: { code: 'export-not-written', file: 'calls.csv' },
    });
    office.chosen.path = null;
    expect(await office.desk.save(anOrder)).toEqual({ ok: true, value: null });
  });
});
