import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { expect, test } from '@playwright/test';
import type { FileReading } from '../../shared/domain/exchange/import-file.ts';
import { openDesk } from '../support/desk.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const report = join(import.meta.dirname, '..', '..', 'out', 'bench', 'contact-import.json');
const amount = 100_000;

/** Two numbers, a company, a tag and a note each; names in both scripts. */
function addressBook(): string {
  const rows = Array.from({ length: amount }, (_, at) => {
    const name = at % 2 === 0 ? `علی رضایی ${at}` : `Sara Ahmadi ${at}`;
    return `${name},شرکت ${at % 900},0912${1_000_000 + at},021${22_000_000 + at * 7},customer,note ${at}`;
  });
  return `Name,Company,Mobile,Phone,Tags,Note\n${rows.join('\n')}\n`;
}

/** How long the thread that takes the events of calls was kept from doing so, at worst and beyond 50 ms. */
async function watchStalls(electron: ElectronApplication): Promise<() => Promise<{ worstMs: number; longer: number }>> {
  await electron.evaluate(() => {
    const stalls = { lastMs: performance.now(), worstMs: 0, longer: 0 };
    Object.assign(globalThis, { stalls });
    setInterval(() => {
      const nowMs = performance.now();
      const stalledMs = nowMs - stalls.lastMs - 1;
      stalls.lastMs = nowMs;
      stalls.worstMs = Math.max(stalls.worstMs, stalledMs);
      if (stalledMs > 50) stalls.longer += 1;
    }, 1);
  });
  return () =>
    electron.evaluate(() => {
      const { stalls } = globalThis as unknown as { stalls: { worstMs: number; longer: number } };
      const seen = { worstMs: stalls.worstMs, longer: stalls.longer };
      Object.assign(stalls, { worstMs: 0, longer: 0 });
      return seen;
    });
}

test('a hundred thousand lines: checked, imported, exported and taken back', async () => {
  test.setTimeout(10 * 60_000);
  const folder = temporaryFolder('bench');
  const file = join(folder, 'many.csv');
  writeFileSync(file, addressBook());
  const desk = await openDesk();
  const { page, app } = desk;
  await app.electron.evaluate(
    ({ dialog }, [open, save]) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [open] });
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: save });
    },
    [file, join(folder, 'contacts.csv')] as const,
  );
  const readStalls = await watchStalls(app.electron);
  const figures: { what: string; ms: number; worstStallMs: number; stallsOver50Ms: number }[] = [];
  const measure = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    await readStalls();
    const startMs = performance.now();
    const value = await work();
    const { worstMs, longer } = await readStalls();
    figures.push({
      what,
      ms: Math.round(performance.now() - startMs),
      worstStallMs: Math.round(worstMs),
      stallsOver50Ms: longer,
    });
    return value;
  };
  const opened = await page.evaluate(async () => {
    const answer = await window.dialer.request('import:choose', {});
    if (!answer.ok || answer.value === null) throw new Error('The file was not opened');
    return { id: answer.value.id, reading: answer.value.reading };
  });
  type Opened = { readonly id: string; readonly reading: FileReading };
  const checked = await measure('check', () =>
    page.evaluate(async (input: Opened) => window.dialer.request('import:check', input), opened),
  );
  expect(checked).toMatchObject({ ok: true, value: { counts: { fresh: amount, problems: 0 } } });
  const imported = await measure('import', () =>
    page.evaluate(
      async (input: Opened) => window.dialer.request('import:run', { ...input, duplicates: 'merge' }),
      opened,
    ),
  );
  expect(imported).toMatchObject({ ok: true, value: { added: amount } });
  const exported = await measure('export', () =>
    page.evaluate(async () => window.dialer.request('export:save', { format: 'csv' })),
  );
  expect(exported).toMatchObject({ ok: true, value: { contacts: amount } });
  const importId = imported.ok ? (imported.value?.importId ?? '') : '';
  await measure('undo', () =>
    page.evaluate(async (id) => window.dialer.request('import:undo', { importId: id }), importId),
  );
  mkdirSync(dirname(report), { recursive: true });
  writeFileSync(report, JSON.stringify(figures));
  await desk.leave();
});
