import { expect, test } from '@playwright/test';
import { currentCall, type Desk, dial, openDesk } from '../support/desk.ts';

let desk: Desk;

test.afterEach(() => desk.leave());

test('a ring that was promised and not seen is promised no longer', async () => {
  desk = await openDesk();
  const { page, pbx, app } = desk;
  await pbx.sendEvent('Ping', { event_name: 'Ping' });
  await expect.poll(async () => (await app.state()).listener.lastEventAtMs).not.toBeNull();
  // From now on nothing is heard of any call.
  pbx.setEventTarget(null);
  await dial(page, '09120000001');
  const card = currentCall(page);
  await expect(card).toContainText('Your phone should ring soon');
  await expect(card).toContainText('No ring seen yet: look at your phone', { timeout: 15_000 });
  await expect(card).not.toContainText('Your phone should ring soon');
});
