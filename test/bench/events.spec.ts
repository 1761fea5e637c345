import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { expect, type Page, test } from '@playwright/test';
import { openDesk } from '../support/desk.ts';
import { openBareListener } from './support/bare-listener.ts';
import { createEventSender, type EventSender, sendAll } from './support/event-sender.ts';
import { atLeastTimes, atMost, leaveFigures } from './support/report.ts';

const rowRounds = 60;
const burstRounds = 5;
const burst = 5000;
/** As many as the listener takes at once, with room for others. */
const connections = 32;
const askEveryMs = 20;

let made = 0;

/** Mostly what colleagues do; every tenth is the record of a finished call of the agent, which is a new row in the history. */
function someEvents(amount: number): readonly object[] {
  return Array.from({ length: amount }, (_, index) => {
    made += 1;
    if (index % 10 === 9) return finishedCall(made);
    const state = ['Ringing', 'InUse', 'Idle'][index % 3];
    const exten = String(551 + (index % 6));
    return { ...named('NewState', made), exten, state, participant: '09120000099', direction: 'in' };
  });
}

const named = (name: string, index: number) => ({ event_name: name, unique_id: `1768545037.${index}` });
const numberOf = (index: number) => `0935${String(index).padStart(7, '0')}`;

function finishedCall(index: number): object {
  const at = new Date(Date.now()).toISOString().replace('T', ' ').replace('Z', '000');
  const call = { src: '557', dst: numberOf(index), type: 'outgoing', disposition: 'BUSY' };
  return {
    ...named('Cdr', index),
    ...call,
    starttime: at,
    endtime: at,
    duration: '9',
    billsec: 0,
    wait: 9,
    record: '',
  };
}

/** When the end of the first frame with that text was, after the text is there. */
async function watchFor(page: Page, text: string): Promise<() => Promise<number>> {
  await page.evaluate((wanted) => {
    const seen = new Promise<number>((done) => {
      const look = () => {
        if (document.body.textContent?.replace(/\D/g, '').includes(wanted) !== true) return;
        observer.disconnect();
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => done(performance.timeOrigin + performance.now());
          port2.postMessage(null);
        });
      };
      const observer = new MutationObserver(look);
      observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    Object.assign(window, { rowSeen: seen });
  }, text);
  return () => page.evaluate(() => (window as unknown as { rowSeen: Promise<number> }).rowSeen);
}

async function untilSeen(page: Page, sender: EventSender): Promise<number> {
  made += 1;
  const seen = await watchFor(page, numberOf(made).slice(-7));
  const sentAtMs = performance.timeOrigin + performance.now();
  expect(await sender.send(finishedCall(made))).toBe(200);
  return (await seen()) - sentAtMs;
}

/** How long the window waits for an answer of the main process, and for a frame, until it is ended. */
async function askMeanwhile(page: Page): Promise<() => Promise<readonly number[]>> {
  await page.evaluate((everyMs) => {
    const waits: number[] = [];
    const asking = { waits, over: false };
    Object.assign(window, { asking });
    const ask = async () => {
      while (!asking.over) {
        const startMs = performance.now();
        await window.dialer.request('contact:names', { numbers: [] });
        await new Promise(requestAnimationFrame);
        waits.push(performance.now() - startMs);
        await new Promise((resolve) => setTimeout(resolve, everyMs));
      }
    };
    void ask();
  }, askEveryMs);
  return () =>
    page.evaluate(() => {
      const { asking } = window as unknown as { asking: { waits: number[]; over: boolean } };
      asking.over = true;
      return asking.waits;
    });
}

test('events: until their row is seen, and how many are acknowledged a second, beside a bare listener', async () => {
  test.setTimeout(10 * 60_000);
  const bare = await openBareListener();
  const desk = await openDesk({ events: null, launch: { graphics: true } });
  const { page, listener } = desk;
  const ours = createEventSender(listener, connections);
  const bareRows = createEventSender({ address: `${bare.address}/row` }, 1);
  const bareParses = createEventSender({ address: bare.address }, connections);
  await page.getByRole('tab', { name: 'History' }).click();
  const rows = { ours: [] as number[], bare: [] as number[] };
  for (let round = 0; round <= rowRounds; round += 1) {
    const bareMs = await untilSeen(bare.page, bareRows);
    const oursMs = await untilSeen(page, ours);
    if (round > 0) rows.bare.push(bareMs);
    if (round > 0) rows.ours.push(oursMs);
  }
  await page.getByRole('tab', { name: 'Keypad' }).click();
  const file = new DatabaseSync(join(desk.app.userDataDir, 'dialdesk.sqlite'), { readOnly: true });
  const stored = () => Number(Object.values(file.prepare('SELECT count(*) FROM inbox').get() ?? {})[0]);
  const rate = { ours: [] as number[], bare: [] as number[] };
  const waits: number[] = [];
  const measured = async (sender: EventSender) => {
    const events = someEvents(burst);
    const startMs = performance.now();
    const answers = await sendAll(sender, events, connections);
    const perSecond = burst / ((performance.now() - startMs) / 1000);
    expect([...answers]).toEqual([[200, burst]]);
    return perSecond;
  };
  for (let round = 0; round <= burstRounds; round += 1) {
    const barePerSecond = await measured(bareParses);
    const before = stored();
    const stop = await askMeanwhile(page);
    const perSecond = await measured(ours);
    const waited = await stop();
    expect(stored() - before).toBe(burst);
    if (round === 0) continue;
    rate.bare.push(barePerSecond);
    rate.ours.push(perSecond);
    waits.push(...waited);
  }
  file.close();
  for (const sender of [ours, bareRows, bareParses]) sender.close();
  await desk.leave();
  await bare.electron.close();
  leaveFigures('events', [
    {
      what: 'event sent to row visible',
      unit: 'ms',
      ours: rows.ours,
      baseline: { name: 'bare listener and page', values: rows.bare },
      goals: [atMost(50)],
    },
    {
      what: `events acknowledged, ${burst} at once, each committed first`,
      unit: 'per second',
      ours: rate.ours,
      baseline: { name: 'node:http with JSON.parse', values: rate.bare },
      goals: [atLeastTimes(0.6)],
    },
    {
      what: 'the window answers meanwhile',
      unit: 'ms',
      ours: waits,
      baseline: null,
      goals: [atMost(100, 'worst')],
    },
  ]);
});
