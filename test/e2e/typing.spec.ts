import { expect, test } from '@playwright/test';
import { currentCall, dial, openDesk } from '../support/desk.ts';
import { startEventStorm } from '../support/event-storm.ts';

const typed = '09123456789012345678';
const quietMs = 2000;

test('with a live call and 50 events a second nothing typed is lost, and the keypad is left alone by the events', async () => {
  const desk = await openDesk({ identity: { callLimitSeconds: 3600 } });
  const { page } = desk;
  await dial(page, '09120000012');
  await expect(currentCall(page)).toContainText(/talking/i);
  desk.pbx.setSpeed(0.001);
  const field = page.getByRole('textbox', { name: 'Phone number' });
  await field.focus();

  const storm = startEventStorm(desk.pbx);
  await page.keyboard.type(typed, { delay: 30 });
  await expect.poll(async () => (await field.inputValue()).replace(/\D/g, '')).toBe(typed);

  const panel = page.getByRole('tabpanel', { name: 'Keypad' });
  const changes = await panel.evaluate(async (keypad, forMs) => {
    let count = 0;
    const observer = new MutationObserver((mutations) => {
      count += mutations.length;
    });
    observer.observe(keypad, { subtree: true, childList: true, attributes: true, characterData: true });
    await new Promise((resolve) => setTimeout(resolve, forMs));
    observer.disconnect();
    return count;
  }, quietMs);
  expect(changes).toBe(0);

  await storm.stop();
  expect(Object.keys(storm.answers)).toEqual(['200']);
  expect((await desk.app.state()).listener.receivedByName['NewState'] ?? 0).toBeGreaterThan(50);
  expect(desk.app.complaints).toEqual([]);
  await desk.leave();
});
