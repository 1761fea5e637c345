import { expect, test } from '@playwright/test';
import { currentCall, type Desk, dial, openDesk } from '../support/desk.ts';

declare global {
  interface Window {
    /** What a screen reader would have been told at once, in order. */
    announced?: string[];
  }
}

test('a limited call counts down, warns as configured, repeats the warning, and the PBX ends it', async () => {
  const desk: Desk = await openDesk({
    identity: { callLimitSeconds: 10 },
    callLimit: { beforeEndSeconds: 8, repeatEverySeconds: 3 },
    pbx: {
      observer: {
        // Quick until shortly before the callee answers; then the PBX must count the same seconds as the agent's clock.
        request: ({ path }) => {
          if (path.endsWith('/call/originate/act')) setTimeout(() => desk.pbx.setSpeed(1), 500);
        },
      },
    },
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

  await dial(page, '09120000012');
  const card = currentCall(page);
  await expect(card).toContainText(/00:(09|10) left/);
  await expect(card).not.toContainText('The PBX ends this call');
  await expect(card).toContainText('The PBX ends this call in 00:08');
  const left = page.getByText(/The PBX ends this call in/);
  await expect(left).toBeVisible();
  expect(await page.evaluate(() => window.announced)).toEqual(['8 seconds left of this call']);

  await expect(card).toContainText('Answered', { timeout: 12_000 });
  const saidAtMs = (state: string) =>
    desk.pbx.sentEvents.findLast(({ fields }) => fields['exten'] === '557' && fields['state'] === state)?.atMs ?? 0;
  const talkedMs = saidAtMs('Idle') - saidAtMs('InUse');
  expect(talkedMs).toBeGreaterThan(9_000);
  expect(talkedMs).toBeLessThan(12_000);
  await expect(left).toHaveCount(0);
  expect(await page.evaluate(() => window.announced)).toEqual([
    '8 seconds left of this call',
    '5 seconds left of this call',
    '2 seconds left of this call',
  ]);
  expect(desk.originates().map(({ body }) => body)).toEqual([expect.objectContaining({ call_limit: '10' })]);
  await expect.poll(async () => (await desk.calls()).at(0)?.records.cdr?.talkSeconds).toBe(10);
  await desk.leave();
});

test('a call without a limit has no countdown', async () => {
  const desk = await openDesk();
  await dial(desk.page, '09120000001');
  const card = currentCall(desk.page);
  await expect(card).toContainText(/talking/i);
  await expect(card).not.toContainText(/left|ends this call/);
  await desk.leave();
});
