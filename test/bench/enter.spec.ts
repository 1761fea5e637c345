import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { openDesk } from '../support/desk.ts';
import { atMost, leaveFigures } from './support/report.ts';

const rounds = 40;
/** The PBX refuses it, so that no call has to end before the next round. */
const refused = '09120000006';
/** Sooner it would be the same wish twice. */
const apartMs = 2100;
const now = () => performance.timeOrigin + performance.now();

test('from Enter to the request at the PBX, beside a bare request of the main process', async () => {
  test.setTimeout(5 * 60_000);
  const arrivals: { readonly path: string; readonly atMs: number }[] = [];
  const desk = await openDesk({
    pbx: { observer: { request: ({ path }) => arrivals.push({ path, atMs: now() }) } },
    launch: { graphics: true },
  });
  const { page, app } = desk;
  const origin = (await app.state()).settings.pbx.address;
  const arrived = (path: string, before: number) =>
    expect.poll(() => arrivals.filter((one) => one.path.endsWith(path)).length, { intervals: [20] }).toBe(before + 1);
  const last = (path: string) => arrivals.filter((one) => one.path.endsWith(path)).at(-1)?.atMs ?? Number.NaN;
  const many = (path: string) => arrivals.filter((one) => one.path.endsWith(path)).length;
  await page.evaluate(() => {
    addEventListener(
      'keydown',
      ({ key, timeStamp }) => {
        if (key === 'Enter') Object.assign(window, { enterAtMs: performance.timeOrigin + timeStamp });
      },
      true,
    );
  });
  const field = page.getByRole('textbox', { name: 'Phone number' });
  const ours: number[] = [];
  const bare: number[] = [];
  // By turns, so that whatever else the machine does falls on both; the first round fills the caches.
  for (let round = 0; round <= rounds; round += 1) {
    const before = many('/bare');
    const sentAtMs = await app.electron.evaluate(async (_electron, origin) => {
      const { mainModule } = process;
      // The module loader of the main process is not reached from here in another way.
      if (mainModule === undefined) throw new Error('There is no main module');
      const { request }: typeof import('node:http') = mainModule.require('node:http');
      const body = JSON.stringify({ caller: '557', callee: '09120000000', context: 'main_routing', timeout: 30 });
      const startMs = performance.timeOrigin + performance.now();
      const headers = { 'Content-Type': 'application/json', 'Content-Length': body.length };
      request(`${origin}/api/v4/bare`, { method: 'POST', headers }, (answer) => answer.resume()).end(body);
      return startMs;
    }, origin);
    await arrived('/bare', before);
    if (round > 0) bare.push(last('/bare') - sentAtMs);

    await field.fill(refused);
    const calls = many('/call/originate/act');
    await field.press('Enter');
    await arrived('/call/originate/act', calls);
    const enterAtMs = await page.evaluate(() => (window as unknown as { enterAtMs: number }).enterAtMs);
    if (round > 0) ours.push(last('/call/originate/act') - enterAtMs);
    await pause(apartMs);
  }
  await desk.leave();
  leaveFigures('enter', [
    {
      what: 'Enter to request received by the PBX',
      unit: 'ms',
      ours,
      baseline: { name: 'bare request from main', values: bare },
      goals: [atMost(8)],
    },
  ]);
});
