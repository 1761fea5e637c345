import { join } from 'node:path';
import { test, type Page } from '@playwright/test';
import { DemoPbx, demoAccount } from '../../electron/demo-pbx/demo-pbx.ts';
import { createHistoryGaps } from '../../electron/storage/history-gaps.ts';
import { aFullCall, aMinimalCall, aRecord } from '../support/call-builders.ts';
import { deskProvisioning, openDesk } from '../support/desk.ts';
import { launchDialdesk } from '../support/dialdesk-app.ts';
import { resize, wear } from '../support/looks.ts';
import { mustOpen } from '../support/temporary-database.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { keepCalls, workedDays } from '../support/worked-days.ts';

test.describe.configure({ timeout: 180_000 });
const shot = (page: Page, name: string) => page.screenshot({ path: `/tmp/w6/${name}.png` });
const fa = { language: 'fa', theme: 'dark' } as const;
const en = { language: 'en', theme: 'light' } as const;
const hourMs = 3_600_000;

test('search spellings', async () => {
  const userDataDir = temporaryFolder();
  const now = Date.now();
  const spelled = ['09121112233', '9121112233', '989121112233', '+989121112233', '00989121112233', '02188001234', '+982188001234'];
  keepCalls(userDataDir, spelled.map((caller, i) => aMinimalCall({ id: `c${i}`, profile: 'main', agentNumber: '557', startedAtMs: now - i * 60_000, caller, callee: '557' })));
  const desk = await openDesk({ launch: { userDataDir }, identity: { countryCode: '98' } });
  const { page } = desk;
  for (const text of ['9121112233', '09121112233', '912111', '0912', '98912', '9891211', '98912111223', '989121112233', '+98912', '+98 912 111', '0098912', '00989121112233', '۹۱۲۱۱', '۰۹۱۲ ۱۱۱', '۹۸۹۱۲', '21 8800', '8800', '982188', '98218800', '0218800', '912-111-2233', '(0912) 111']) {
    const answer = await page.evaluate(async (text) => {
      const a = await window.dialer.request('history:page' as never, { filter: { text }, before: null, limit: 50 } as never) as any;
      return a.ok ? JSON.parse(a.value.rowsJson).map((r: any) => r.call.caller) : JSON.stringify(a.error);
    }, text);
    console.log(text.padEnd(20), JSON.stringify(answer));
  }
  await page.keyboard.press('Control+3');
  await page.getByRole('searchbox').fill('98912111');
  await page.waitForTimeout(800);
  await shot(page, 'search-98');
  await page.getByRole('searchbox').fill('+98912');
  await page.waitForTimeout(800);
  await shot(page, 'search-plus98');
  await desk.leave();
});

test('details and survey', async () => {
  const userDataDir = temporaryFolder();
  const now = Date.now();
  const call = aFullCall({ id: 'full', profile: 'main', agentNumber: '557', caller: '557' });
  const shift = now - 3 * hourMs - call.startedAtMs;
  const moved = JSON.parse(JSON.stringify(call), (_k, v) => (typeof v === 'number' && v > 1e12 ? v + shift : v));
  const survey = aMinimalCall({ id: 's2', profile: 'main', agentNumber: '557', startedAtMs: now - 60_000, caller: '09121112233', callee: '557', survey: { score: 2, label: 'poor service' }, records: { cdr: aRecord({ disposition: 'answered', talkSeconds: 20, totalSeconds: 25, startedAtMs: now - 60_000, endedAtMs: now - 30_000, trunkName: 'old-trunk', queue: '999' }) } });
  const label = aMinimalCall({ id: 's3', profile: 'main', agentNumber: '557', startedAtMs: now - 120_000, caller: '09121112233', callee: '557', records: { cdr: aRecord({ disposition: 'answered', talkSeconds: 20, surveyScore: 5, surveyLabel: 'رضایت مشتری', totalSeconds: 25, startedAtMs: now - 120_000, endedAtMs: now - 90_000 }) } });
  keepCalls(userDataDir, [moved, survey, label, ...workedDays(3, now - 6 * hourMs)]);
  const desk = await openDesk({ launch: { userDataDir }, afterCall: { outcomes: [{ code: 'sold', name: 'Sold', kind: 'success' }, { code: 'later', name: 'Call again', kind: 'open' }] } });
  const { page, app } = desk;
  await resize(app, 'narrow');
  await page.keyboard.press('Control+3');
  await page.waitForTimeout(800);
  await shot(page, 'list-narrow');
  await page.getByRole('grid').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Space');
  await page.waitForTimeout(500);
  await shot(page, 'details-survey-narrow');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  for (const [name, look] of [['en', en], ['fa', fa]] as const) {
    await wear(page, look);
    for (const size of ['narrow', 'wide'] as const) {
      await resize(app, size);
      await page.getByRole('grid').focus();
      await page.keyboard.press('Space');
      await page.waitForTimeout(400);
      await shot(page, `details-${name}-${size}`);
      await page.locator('article').evaluate((a) => { const s = [a, ...a.querySelectorAll('*')].find((e) => e.scrollHeight > e.clientHeight + 50 && getComputedStyle(e).overflowY !== 'visible'); if (s) s.scrollTop = 1e6; });
      await page.waitForTimeout(300);
      await shot(page, `details-${name}-${size}-end`);
      await page.keyboard.press('Escape');
    }
  }
  await desk.leave();
});

test('icons without names or hints', async () => {
  const userDataDir = temporaryFolder();
  keepCalls(userDataDir, workedDays(3, Date.now() - 6 * hourMs));
  const desk = await openDesk({ launch: { userDataDir }, afterCall: { outcomes: [{ code: 'sold', name: 'Sold', kind: 'success' }] } });
  const { page, app } = desk;
  await resize(app, 'wide');
  await page.keyboard.press('Control+3');
  await page.waitForTimeout(800);
  const names = async () => console.log(JSON.stringify(await page.evaluate(() => [...document.querySelectorAll('main button, [role=tabpanel] button')].filter((b) => (b.textContent ?? '').trim() === '').map((b) => `${b.getAttribute('aria-label')} | title=${b.getAttribute('title')} | ctl=${b.getAttribute('data-control')}`).filter((v, i, a) => a.indexOf(v) === i)), null, 1));
  await names();
  const row = page.getByRole('grid').getByRole('row').nth(3);
  await row.hover();
  const buttons = row.getByRole('button');
  for (let i = 0; i < await buttons.count(); i++) {
    await buttons.nth(i).hover();
    await page.waitForTimeout(1200);
    console.log(i, await buttons.nth(i).getAttribute('aria-label'), 'tooltip:', await page.getByRole('tooltip').allTextContents());
    await shot(page, `row-hover-${i}`);
  }
  await page.locator('input[value="missed"]').check({ force: true });
  await page.waitForTimeout(600);
  await shot(page, 'missed-wide');
  await names();
  const mrow = page.getByRole('grid').getByRole('row').nth(1);
  await mrow.hover();
  const mb = mrow.getByRole('button');
  for (let i = 0; i < await mb.count(); i++) {
    await mb.nth(i).hover();
    await page.waitForTimeout(1200);
    console.log('missed', i, await mb.nth(i).getAttribute('aria-label'), 'tooltip:', await page.getByRole('tooltip').allTextContents());
    await shot(page, `missed-hover-${i}`);
  }
  await desk.leave();
});

test('backfill progress', async () => {
  const nowMs = Date.now();
  const meanwhile = { count: 5000, fromMs: nowMs - 8 * hourMs, toMs: nowMs - 60_000 };
  const services: string[] = ['setting/ping/act', 'call/originate/act'];
  const pbx = new DemoPbx({ directory: 'empty', meanwhile, accounts: [{ ...demoAccount, services }] });
  const { address } = await pbx.start();
  const launch = { userDataDir: temporaryFolder(), provision: deskProvisioning(address) };
  keepCalls(launch.userDataDir, workedDays(3, nowMs - 9 * hourMs));
  const first = await launchDialdesk(launch);
  await first.page.waitForTimeout(1500);
  await first.kill();
  const { connection, close } = mustOpen(join(launch.userDataDir, 'dialdesk.sqlite'));
  createHistoryGaps({ connection, reportUnreadableRow: () => undefined }).keepMarks('main', { watchedUntilMs: nowMs - 8 * hourMs, readUntilMs: nowMs - 8 * hourMs });
  close();
  const app = await launchDialdesk(launch);
  const { page } = app;
  await page.getByRole('tab', { name: 'History' }).click();
  await page.waitForTimeout(1500);
  await shot(page, 'gap-denied');
  await wear(page, fa);
  await shot(page, 'gap-denied-fa');
  await wear(page, en);
  services.push('reports/cdr/search');
  await page.getByRole('button', { name: 'Try again' }).first().click();
  for (let i = 0; i < 14; i++) { await page.waitForTimeout(250); await shot(page, `backfill-${i}`); }
  await page.waitForTimeout(6000);
  await shot(page, 'backfill-done');
  console.log(app.complaints);
  await app.close();
  await pbx.stop();
});

test('export progress', async () => {
  const userDataDir = temporaryFolder();
  keepCalls(userDataDir, Array.from({ length: 20 }).flatMap((_, k) => workedDays(20, Date.now() - hourMs).map((c) => ({ ...c, id: `${c.id}-${k}`, startedAtMs: c.startedAtMs - k * 20 * 24 * hourMs }))));
  const desk = await openDesk({ launch: { userDataDir } });
  const { page } = desk;
  await page.keyboard.press('Control+3');
  await page.waitForTimeout(1000);
  await page.keyboard.press('Control+Shift+E');
  await page.waitForTimeout(600);
  await shot(page, 'export-form');
  await desk.app.electron.evaluate(({ dialog }, p) => { dialog.showSaveDialog = async () => ({ canceled: false, filePath: p }); }, join(temporaryFolder(), 'calls.csv'));
  await page.getByRole('dialog').getByRole('button', { name: /^Export/ }).click();
  for (let i = 0; i < 6; i++) { await page.waitForTimeout(120); await shot(page, `export-${i}`); }
  await page.waitForTimeout(2500);
  await shot(page, 'export-done');
  await wear(page, fa);
  await shot(page, 'export-done-fa');
  await desk.leave();
});

test('empty states', async () => {
  const desk = await openDesk({ afterCall: { outcomes: [{ code: 'sold', name: 'Sold', kind: 'success' }] } });
  const { page, app } = desk;
  for (const [look, l] of [['en', en], ['fa', fa]] as const)
  for (const size of ['narrow', 'wide'] as const) {
    await wear(page, l);
    await resize(app, size);
    await page.keyboard.press('Control+3');
    await page.waitForTimeout(300);
    await shot(page, `empty-history-${look}-${size}`);
    await page.keyboard.press('Control+b');
    await page.waitForTimeout(300);
    await shot(page, `empty-numbers-${look}-${size}`);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+u');
    await page.waitForTimeout(300);
    await shot(page, `empty-without-outcome-${look}-${size}`);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Shift+u');
    await page.waitForTimeout(300);
    await shot(page, `empty-due-${look}-${size}`);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Shift+m');
    await page.waitForTimeout(300);
    await shot(page, `empty-missed-${look}-${size}`);
  }
  await desk.leave();
});

test('filter fa and backfill line', async () => {
  const userDataDir = temporaryFolder();
  const now = Date.now();
  const old = aMinimalCall({ id: 'old', profile: 'main', agentNumber: '557', startedAtMs: now - 90 * 24 * hourMs, caller: '09121112233', callee: '557', records: { cdr: aRecord({ disposition: 'answered', trunkName: 'VeryOldTrunk', queue: '999', endedAtMs: now - 90 * 24 * hourMs + 1000 }) } });
  keepCalls(userDataDir, [old, ...workedDays(20, now - 6 * hourMs)]);
  const desk = await openDesk({ launch: { userDataDir }, ui: { language: 'fa', calendar: 'persian', theme: 'dark' }, afterCall: { outcomes: [{ code: 'sold', name: 'فروش', kind: 'success' }] } });
  const { page, app } = desk;
  for (const size of ['narrow', 'wide'] as const) {
    await resize(app, size);
    await page.keyboard.press('Control+3');
    await page.waitForTimeout(500);
    await page.getByRole('button', { name: /^پالایه/ }).first().click();
    await page.waitForTimeout(400);
    await page.getByRole('dialog').getByText('انتخاب روزها').click();
    await page.waitForTimeout(400);
    await shot(page, `filter-fa-days-${size}`);
    await page.getByRole('dialog').getByRole('button', { name: 'انتخاب روزها' }).click();
    await page.getByRole('dialog').evaluate((a) => { const s = [a, ...a.querySelectorAll('*')].find((e) => e.scrollHeight > e.clientHeight + 20 && ['auto', 'scroll'].includes(getComputedStyle(e).overflowY)); if (s) s.scrollTop = 1e6; });
    await page.waitForTimeout(300);
    await shot(page, `filter-fa-end-${size}`);
    const trunk = page.getByRole('dialog').getByRole('button', { name: /ترانک/ }).last();
    await trunk.click({ timeout: 4000 }).catch(() => undefined);
    await page.waitForTimeout(400);
    await shot(page, `filter-fa-trunk-${size}`);
    await page.keyboard.press('Escape'); await page.keyboard.press('Escape');
  }
  const say = (running: object | null, done: object | null = null) => app.electron.evaluate(({ BrowserWindow }, s) => { for (const { webContents } of BrowserWindow.getAllWindows()) webContents.send('backfill:changed', { revision: Date.now(), gaps: [], ...s }); }, { running, done } as any);
  for (const [look, l] of [['en', en], ['fa', fa]] as const) for (const size of ['narrow', 'wide'] as const) {
    await wear(page, l); await resize(app, size);
    await say({ read: 2174, added: 1200, asked: true, part: 0.43, waits: false });
    await page.waitForTimeout(300);
    await shot(page, `bf-run-${look}-${size}`);
    await say({ read: 2174, added: 1200, asked: true, part: 0.43, waits: true });
    await page.waitForTimeout(300);
    await shot(page, `bf-wait-${look}-${size}`);
    await say(null, { atMs: Date.now(), asked: true, added: 12, cancelled: false, error: { code: 'pbx-rate-limited', retryAfterSeconds: 30 } });
    await page.waitForTimeout(300);
    await shot(page, `bf-fail-${look}-${size}`);
    await say(null, { atMs: Date.now() + 1, asked: true, added: 4980, cancelled: false, error: null });
    await page.waitForTimeout(300);
    await shot(page, `bf-done-${look}-${size}`);
    await say(null, { atMs: Date.now() + 2, asked: true, added: 1, cancelled: true, error: null });
    await page.waitForTimeout(300);
    await shot(page, `bf-cancel-${look}-${size}`);
  }
  console.log(app.complaints);
  await desk.leave();
});
