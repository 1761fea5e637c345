import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { expect, test } from '@playwright/test';
import type { FileReading } from '../../shared/domain/exchange/import-file.ts';
import { insertBare } from '../support/bare-inserts.ts';
import { contactRules } from '../support/contact-files.ts';
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

interface Strain {
  readonly worstMs: number;
  readonly longer: number;
  readonly cpuMs: number;
}

/** How long the thread that takes the events of calls was kept from doing so, at worst and beyond 50 ms; and its work. */
async function watchStrain(electron: ElectronApplication): Promise<() => Promise<Strain>> {
  await electron.evaluate(() => {
    const strain = { lastMs: performance.now(), worstMs: 0, longer: 0, cpu: process.cpuUsage() };
    Object.assign(globalThis, { strain });
    setInterval(() => {
      const nowMs = performance.now();
      const stalledMs = nowMs - strain.lastMs - 1;
      strain.lastMs = nowMs;
      strain.worstMs = Math.max(strain.worstMs, stalledMs);
      if (stalledMs > 50) strain.longer += 1;
    }, 1);
  });
  return () =>
    electron.evaluate(() => {
      const { strain } = globalThis as unknown as {
        strain: { worstMs: number; longer: number; cpu: { user: number; system: number } };
      };
      const { user, system } = process.cpuUsage(strain.cpu);
      const seen = { worstMs: strain.worstMs, longer: strain.longer, cpuMs: (user + system) / 1000 };
      Object.assign(strain, { worstMs: 0, longer: 0, cpu: process.cpuUsage() });
      return seen;
    });
}

/** The thread that takes the events of calls alone: its work, and how long others had the processor when it wanted to work. Linux tells it. */
function mainThread(pid: number): { readonly workedMs: number; readonly waitedMs: number } | null {
  const file = `/proc/${pid}/task/${pid}/schedstat`;
  if (!existsSync(file)) return null;
  const [worked, waited] = readFileSync(file, 'utf8').split(' ').map(Number);
  return { workedMs: (worked ?? 0) / 1e6, waitedMs: (waited ?? 0) / 1e6 };
}

/** What goes on behind an answer is over: rows that go, pieces of the index that are joined. */
async function comeToRest(electron: ElectronApplication): Promise<void> {
  await electron.evaluate(async () => {
    for (let restMs = 0; restMs < 1000; ) {
      const before = process.cpuUsage();
      await new Promise((resolve) => setTimeout(resolve, 250));
      const { user, system } = process.cpuUsage(before);
      restMs = user + system < 50_000 ? restMs + 250 : 0;
    }
  });
}

test('a hundred thousand lines: checked, imported, exported and taken back', async () => {
  test.setTimeout(10 * 60_000);
  const folder = temporaryFolder('bench');
  const file = join(folder, 'many.csv');
  writeFileSync(file, addressBook());
  const desk = await openDesk({ launch: { graphics: true } });
  const { page, app } = desk;
  await app.electron.evaluate(
    ({ dialog }, [open, save]) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [open] });
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: save });
    },
    [file, join(folder, 'contacts.csv')] as const,
  );
  const readStrain = await watchStrain(app.electron);
  const pid = await app.electron.evaluate(() => process.pid);
  const figures: {
    what: string;
    ms: number;
    cpuMs: number;
    main: ReturnType<typeof mainThread>;
    worstStallMs: number;
    stallsOver50Ms: number;
  }[] = [];
  const measure = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    await readStrain();
    const startMs = performance.now();
    const before = mainThread(pid);
    const value = await work();
    const { worstMs, longer, cpuMs } = await readStrain();
    const after = mainThread(pid);
    figures.push({
      what,
      ms: Math.round(performance.now() - startMs),
      cpuMs: Math.round(cpuMs),
      main: before && {
        workedMs: (after?.workedMs ?? 0) - before.workedMs,
        waitedMs: (after?.waitedMs ?? 0) - before.waitedMs,
      },
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
  const order = { path: file, reading: opened.reading, rules: contactRules, withRows: true };
  const insert = await insertBare(join(folder, 'bare.sqlite'), order);
  const [startMs, before] = [performance.now(), process.cpuUsage()];
  insert();
  const { user, system } = process.cpuUsage(before);
  const bare = { ms: Math.round(performance.now() - startMs), cpuMs: Math.round((user + system) / 1000) };
  const imported = await measure('import', () =>
    page.evaluate(
      async (input: Opened) => window.dialer.request('import:run', { ...input, duplicates: 'merge' }),
      opened,
    ),
  );
  expect(imported).toMatchObject({ ok: true, value: { added: amount } });
  await measure('index', () => comeToRest(app.electron));
  const exported = await measure('export', () =>
    page.evaluate(async () => window.dialer.request('export:save', { format: 'csv' })),
  );
  expect(exported).toMatchObject({ ok: true, value: { contacts: amount } });
  await measure('doubles', () => page.evaluate(async () => window.dialer.request('contact:duplicates', {})));
  const importId = imported.ok ? (imported.value?.importId ?? '') : '';
  await measure('undo', () =>
    page.evaluate(async (id) => window.dialer.request('import:undo', { importId: id }), importId),
  );
  await measure('removal', () => comeToRest(app.electron));
  mkdirSync(dirname(report), { recursive: true });
  writeFileSync(report, JSON.stringify({ figures, bare }));
  await desk.leave();
});
