import { expect, type Page, test } from '@playwright/test';
import { currentCall, dial, openDesk } from '../support/desk.ts';
import { startEventStorm } from '../support/event-storm.ts';

const typed = '09123456789012345678';
const restMs = 1000;
const quietMs = 2000;

/** What changes in the keypad during that time, so written that a failure explains itself. */
function changesInKeypad(page: Page, forMs: number): Promise<readonly string[]> {
  return page.getByRole('tabpanel', { name: 'Keypad' }).evaluate(async (keypad, ms) => {
    const changes: string[] = [];
    const written = (node: Node) => (node instanceof Element ? node.outerHTML.slice(0, 120) : (node.textContent ?? ''));
    const observer = new MutationObserver((mutations) => {
      for (const { type, target, attributeName, addedNodes, removedNodes } of mutations) {
        const nodes = [
          ...[...addedNodes].map((node) => `+ ${written(node)}`),
          ...[...removedNodes].map((node) => `- ${written(node)}`),
        ];
        changes.push([type, attributeName ?? '', written(target), ...nodes].join(' '));
      }
    });
    observer.observe(keypad, { subtree: true, childList: true, attributes: true, characterData: true });
    await new Promise((resolve) => setTimeout(resolve, ms));
    observer.disconnect();
    return changes;
  }, forMs);
}

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

  // What the last digit asked for is answered in its own time; then the keypad rests, while the events go on.
  await expect.poll(() => changesInKeypad(page, restMs)).toEqual([]);
  expect(await changesInKeypad(page, quietMs)).toEqual([]);

  await storm.stop();
  expect(Object.keys(storm.answers)).toEqual(['200']);
  expect((await desk.app.state()).listener.receivedByName['NewState'] ?? 0).toBeGreaterThan(50);
  expect(desk.app.complaints).toEqual([]);
  await desk.leave();
});
