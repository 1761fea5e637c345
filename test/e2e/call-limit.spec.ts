import { expect, test } from '@playwright/test';
import { talkingSince } from '../../shared/domain/call-view.ts';
import { currentCall, openDesk } from '../support/desk.ts';
import { comeTo } from '../support/hold-call.ts';
import { stopClock } from '../support/page-clock.ts';

declare global {
  interface Window {
    /** What a screen reader would have been told at once, in order. */
    announced?: string[];
  }
}

test('a limited call counts down, warns as configured, repeats the warning, and the PBX ends it', async () => {
  const desk = await openDesk({
    identity: { callLimitSeconds: 10 },
    callLimit: { beforeEndSeconds: 8, repeatEverySeconds: 3 },
  });
  const { page } = desk;
  await page.evaluate(() => {
    const heard: string[] = [];
    window.announced = heard;
    new MutationObserver(() => {
      const text = document.querySelector('[aria-live="assertive"]')?.textContent ?? '';
      if (text !== '' && text !== heard.at(-1)) heard.push(text);
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  const announced = () => page.evaluate(() => window.announced);

  await comeTo(desk, 'talking', '09120000012');
  const [call] = await desk.calls();
  const sinceMs = call === undefined ? undefined : talkingSince(call)?.atMs;
  if (sinceMs === undefined) throw new Error('Nobody talks');
  const card = currentCall(page);
  const left = page.getByText(/The PBX ends this call in/);
  await stopClock(page, sinceMs + 1000);
  await expect(card).toContainText('00:09 left');
  await expect(left).toHaveCount(0);
  await stopClock(page, sinceMs + 1999);
  await expect(card).toContainText('00:09 left');
  expect(await announced()).toEqual([]);
  const said: string[] = [];
  for (const seconds of [8, 5, 2]) {
    await stopClock(page, sinceMs + (10 - seconds) * 1000);
    await expect(card).toContainText(`The PBX ends this call in 00:0${seconds}`);
    await expect(left).toBeVisible();
    said.push(`${seconds} seconds left of this call`);
    await expect.poll(announced).toEqual(said);
  }

  desk.pbx.setSpeed(10);
  await expect(card).toContainText('Answered');
  await expect(left).toHaveCount(0);
  expect(await announced()).toEqual(said);
  expect(desk.originates().map(({ body }) => body)).toEqual([expect.objectContaining({ call_limit: '10' })]);
  // Without a limit this number talks for ten minutes.
  await expect.poll(async () => (await desk.calls()).at(0)?.records.cdr?.talkSeconds).toBe(10);
  await desk.leave();
});

test('a call without a limit has no countdown', async () => {
  const desk = await openDesk();
  await comeTo(desk, 'talking', '09120000001');
  const card = currentCall(desk.page);
  await expect(card).not.toContainText(/left|ends this call/);
  await desk.leave();
});
