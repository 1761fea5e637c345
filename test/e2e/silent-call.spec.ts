import { expect, test } from '@playwright/test';
import { currentCall, type Desk, dial, openDesk } from '../support/desk.ts';
import { passTime, stopClock } from '../support/page-clock.ts';

let desk: Desk;

test.afterEach(() => desk.leave());

test('a ring that was promised and not seen is promised no longer', async () => {
  desk = await openDesk();
  const { page, pbx, app } = desk;
  await pbx.sendEvent('Ping', { event_name: 'Ping' });
  await expect.poll(async () => (await app.state()).listener.lastEventAtMs).not.toBeNull();
  // From now on nothing is heard of any call.
  pbx.setEventTarget(null);
  await stopClock(page);
  await dial(page, '09120000001');
  const card = currentCall(page);
  await expect(card).toContainText('Your phone should ring soon');
  await passTime(page, 12_000);
  await expect(card).toContainText('No ring seen yet: look at your phone');
  await expect(card).not.toContainText('Your phone should ring soon');
});
