import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { _electron, expect, type Page, test } from '@playwright/test';
import { latestVersion, migrations } from '../../electron/storage/migrations/index.ts';
import type { HistoryFilter } from '../../shared/domain/history/history-filter.ts';
import type { RequestOutput } from '../../shared/ipc/contract.ts';
import { openDesk } from '../support/desk.ts';
import type { DialdeskApp } from '../support/dialdesk-app.ts';
import { rawSearch } from '../support/raw-search.ts';
import { seedHistory } from '../support/seed/seed-history.ts';
import { mustOpen } from '../support/temporary-database.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { layPlainList } from './plain-list.ts';

const out = join(import.meta.dirname, '..', '..', 'out', 'bench');
const report = join(out, 'history-search.json');
const amounts = [10_000, 1_000_000];
const rounds = 4;
const pageSize = 40;
const steps = 60;
/** As many as a window has in sight, and as many as are held. */
const plain = { inSight: 12, held: 600 };
const seed = 1;
/** Waited for a frame with an answer. */
const longestMs = 2000;
const contactsOf = (calls: number) => Math.min(20_000, Math.ceil(calls / 20));

/** As people type them, what many calls have and what few have. */
const texts: Readonly<Record<string, readonly string[]>> = {
  'one letter': ['م', 'a', 'ژ', 'ک'],
  'two letters': ['12', '۴۵', 'مح', 'sm'],
  'three letters': ['912', '021', 'محم', 'smi'],
  'part of a number': ['0912', '0912345', '88776', '4545', '1234', '9999'],
  'whole number': ['09121234567', '+98 912 123 4567'],
  'first name': ['محمد', 'علی', 'فاطمه', 'سارا', 'چنگیز'],
  surname: ['احمدی', 'رضایی', 'چگینی', 'کرم زاده', 'پورمحمد'],
  'whole name': ['محمد احمدی', 'Sara Smith', 'john müller'],
  'Latin name': ['Mohammad', 'smith', 'novak'],
  'note or tag': ['قرارداد', 'پرداخت', 'invoice', 'فوری'],
  'name and number': ['محمد 0912', 'sara 88'],
  'nothing found': ['zzz', 'هیچکس', '0000000000'],
};
const filters: Readonly<Record<string, readonly HistoryFilter[]>> = {
  'first page': [{}],
  filter: [
    { directions: ['inbound'] },
    { dispositions: ['failed'] },
    { trunk: 'backup' },
    { queue: '901' },
    { profile: 'all' },
    { recorded: true },
    { noted: true },
    { unhandled: true },
    { tag: 'vip' },
  ],
  'filters together': [
    { queue: '902', noted: true },
    { recorded: true, dispositions: ['busy'] },
    { trunk: 'backup', recorded: true, directions: ['inbound'] },
  ],
  'text and filter': [
    { text: '0912', directions: ['inbound'] },
    { text: 'محمد', recorded: true },
    { text: 'احمدی', dispositions: ['failed'] },
    { text: 'پرداخت', queue: '901' },
  ],
};

interface Kind {
  readonly what: string;
  /** One answer. */
  readonly ipcMs: number[];
  /** All answers that make a page, where it comes in parts. */
  readonly pageMs: number[];
  readonly parts: number[];
  readonly mainMs: number[];
  readonly emptyMs: number[];
  readonly paintedMs: number[];
  /** As many rows of text alone in a blank window, by turns with those. */
  readonly plainMs: number[];
  readonly rawMs: number[];
}

/** A folder of the program with so many calls: made once, since a million take minutes. */
function seeded(calls: number): { readonly folder: string; readonly bytesPerCall: number } {
  const kept = join(out, `calls-${calls}-${latestVersion(migrations)}`);
  const file = join(kept, 'dialdesk.sqlite');
  if (!existsSync(file)) {
    const made = temporaryFolder();
    const { connection, close } = mustOpen(join(made, 'dialdesk.sqlite'));
    seedHistory(connection, { calls, seed, profile: 'main', lastMs: Date.now(), contacts: contactsOf(calls) });
    close();
    cpSync(made, kept, { recursive: true });
    rmSync(made, { recursive: true });
  }
  const folder = temporaryFolder();
  cpSync(file, join(folder, 'dialdesk.sqlite'));
  const { connection, close } = mustOpen(join(folder, 'dialdesk.sqlite'));
  const numberOf = (pragma: string) => Number(Object.values(connection.prepare(`PRAGMA ${pragma}`).get() ?? {})[0]);
  const pages = numberOf('page_count') - numberOf('freelist_count');
  const bytesPerCall = (pages * numberOf('page_size')) / calls;
  close();
  return { folder, bytesPerCall };
}

const cpuOfMain = ({ electron }: DialdeskApp) =>
  electron.evaluate(() => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  });

const overIpc = (page: Page, asked: readonly HistoryFilter[]) =>
  page.evaluate(
    async ([all, limit]) => {
      const answers: { ms: readonly number[]; emptyMs: number }[] = [];
      for (const filter of all) {
        const emptyMs = performance.now();
        await window.dialer.request('contact:names', { numbers: [] });
        const ms: number[] = [];
        const answered = { ms, emptyMs: performance.now() - emptyMs };
        let before: { readonly startedAtMs: number; readonly id: string } | null = null;
        for (let left = limit; left > 0; ) {
          const startMs = performance.now();
          const answer: RequestOutput<'history:page'> = await window.dialer.request('history:page', {
            filter,
            before,
            limit: left,
          });
          if (!answer.ok) throw new Error(answer.error.code);
          const rows: readonly unknown[] = JSON.parse(answer.value.rowsJson);
          ms.push(performance.now() - startMs);
          left -= rows.length;
          before = answer.value.goesOn;
          if (before === null) break;
        }
        answers.push(answered);
      }
      return answers;
    },
    [asked, pageSize] as const,
  );

/** From the change of the field to the end of the first frame with its answer: other rows, or none. */
const painted = (page: Page, text: string) =>
  page.evaluate(
    async ([typed, longest]) => {
      const input = document.querySelector<HTMLInputElement>('[data-history] input[type="search"]');
      const area = document.querySelector('[data-history]');
      if (input === null || area === null) throw new Error('There is no search');
      const type = (value: string, isShown: () => boolean) =>
        new Promise<number>((done) => {
          const startMs = performance.now();
          const look = () => {
            if (!isShown()) return;
            observer.disconnect();
            requestAnimationFrame(() => {
              const { port1, port2 } = new MessageChannel();
              port1.onmessage = () => done(performance.now() - startMs);
              port2.postMessage(null);
            });
          };
          const observer = new MutationObserver(look);
          // The same rows without a mark: nothing to see.
          setTimeout(() => {
            observer.disconnect();
            done(Number.NaN);
          }, longest);
          observer.observe(area, { subtree: true, childList: true, characterData: true });
          Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, value);
          input.dispatchEvent(new Event('input', { bubbles: true }));
        });
      const list = () => area.querySelector('[role="grid"]');
      const rows = () => Array.from(list()?.querySelectorAll('[role="row"]') ?? [], ({ id }) => id).join();
      const unmarked = () => list() !== null && list()?.querySelector('mark') === null;
      const before = rows();
      // Who types is in the field.
      input.focus();
      const ms = await type(typed, () => !unmarked() || rows() !== before);
      await type('', () => unmarked() && rows() === before);
      return ms;
    },
    [text, longestMs] as const,
  );

/** How long frames take while `act` goes on. */
async function framesDuring(page: Page, act: () => Promise<unknown>): Promise<readonly number[]> {
  await page.evaluate(() => {
    const seen: number[] = [];
    Object.assign(window, { seen });
    let before = performance.now();
    const note = (now: number) => {
      seen.push(now - before);
      before = now;
      if ('seen' in window) requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
  });
  await act();
  return page.evaluate(() => {
    const { seen } = window as unknown as { seen: number[] };
    Reflect.deleteProperty(window, 'seen');
    return seen.slice(2);
  });
}

async function scrolled(page: Page) {
  const grid = page.getByRole('grid', { name: 'Call history' });
  await grid.focus();
  const byKeys = await framesDuring(page, async () => {
    for (let at = 0; at < steps; at += 1) await page.keyboard.press('PageDown');
  });
  await grid.hover();
  const byWheel = await framesDuring(page, async () => {
    for (let at = 0; at < steps; at += 1) await page.mouse.wheel(0, 240);
  });
  return { byKeys, byWheel };
}

test('a page of the history over IPC and painted, with ten thousand and with a million calls', async () => {
  test.setTimeout(60 * 60_000);
  mkdirSync(out, { recursive: true });
  const executablePath = process.env['DIALDESK_ELECTRON'];
  if (executablePath === undefined) throw new Error('DIALDESK_ELECTRON is not set: run this by npm run bench');
  const bare = await _electron.launch({
    executablePath,
    args: [join(import.meta.dirname, 'bare-window.cjs'), `--user-data-dir=${temporaryFolder()}`],
  });
  const blank = await bare.firstWindow();
  // Nothing happens in it that could be waited for: how its frames come while nothing is done is what is measured.
  const blankFrames = await framesDuring(blank, () => blank.waitForTimeout(2000));
  await layPlainList(blank, plain.held);
  const plainFrames = await scrolled(blank);
  await layPlainList(blank, plain.inSight);
  const measured = [];
  for (const calls of amounts) {
    const { folder, bytesPerCall } = seeded(calls);
    const contacts = contactsOf(calls);
    const raw = rawSearch(join(folder, 'dialdesk.sqlite'), join(out, `raw-${calls}.sqlite`), { contacts, seed });
    const desk = await openDesk({ events: null, launch: { userDataDir: folder, graphics: true } });
    const { app } = desk;
    await app.page.keyboard.press('Control+3');
    await expect(app.page.getByRole('row').first()).toBeVisible();
    const asked = Object.entries({
      ...filters,
      ...Object.fromEntries(Object.entries(texts).map(([what, all]) => [what, all.map((text) => ({ text }))])),
    });
    const kinds: Kind[] = [];
    for (const [what, all] of asked) {
      const kind: Kind = {
        what,
        ipcMs: [],
        pageMs: [],
        parts: [],
        mainMs: [],
        emptyMs: [],
        paintedMs: [],
        plainMs: [],
        rawMs: [],
      };
      kinds.push(kind);
      // The first round fills the caches.
      for (let round = 0; round <= rounds; round += 1) {
        const before = await cpuOfMain(app);
        const answers = await overIpc(app.page, all);
        const mainMs = ((await cpuOfMain(app)) - before) / all.length;
        for (const { text = '' } of all) {
          const startMs = performance.now();
          if (Object.hasOwn(texts, what) || what === 'first page') raw.find(text);
          if (round > 0) kind.rawMs.push(performance.now() - startMs);
        }
        if (round === 0) continue;
        kind.ipcMs.push(...answers.flatMap(({ ms }) => ms));
        kind.pageMs.push(...answers.map(({ ms }) => ms.reduce((sum, one) => sum + one, 0)));
        kind.parts.push(...answers.map(({ ms }) => ms.length));
        kind.emptyMs.push(...answers.map(({ emptyMs }) => emptyMs));
        kind.mainMs.push(mainMs);
      }
    }
    // Afterwards, since calls that are shown are also counted, which goes on for a while.
    for (const kind of kinds) {
      for (let round = 0; round <= rounds; round += 1) {
        for (const text of texts[kind.what] ?? []) {
          const ms = await painted(app.page, text);
          const plainMs = await painted(blank, text);
          if (round > 0 && !Number.isNaN(ms)) kind.paintedMs.push(ms);
          if (round > 0) kind.plainMs.push(plainMs);
        }
      }
    }
    const frames = await scrolled(app.page);
    measured.push({ calls, bytesPerCall, rawBytesPerCall: raw.bytesPerCall, kinds, frames });
    raw.close();
    await desk.leave();
  }
  await bare.close();
  writeFileSync(report, JSON.stringify({ blankFrames, plainFrames, measured }));
});
