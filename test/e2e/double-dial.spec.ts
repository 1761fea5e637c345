import { expect, test } from '@playwright/test';
import { type Desk, dial, openDesk } from '../support/desk.ts';
import { holdAt } from '../support/hold-call.ts';

let desk: Desk;

test.beforeEach(async () => {
  desk = await openDesk();
  // However slowly the keys come, the call goes on as long as they do.
  holdAt(desk, 'ringingCaller');
});

test.afterEach(async () => {
  await desk.leave();
});

/** After the call is over nothing can be on its way any more. */
async function expectOneRequest() {
  await expect(desk.page.locator('[data-phase="ringingCaller"]')).toBeVisible();
  desk.pbx.setSpeed(10);
  await expect.poll(async () => (await desk.calls()).at(0)?.records.cdr?.disposition).toBe('answered');
  expect(desk.originates()).toHaveLength(1);
  expect(await desk.calls()).toHaveLength(1);
}

test('fifty clicks on Call send one request', async () => {
  await desk.page.getByRole('textbox', { name: 'Phone number' }).fill('09120000001');
  await desk.page.getByRole('button', { name: 'Call', exact: true }).evaluate((button: HTMLElement) => {
    for (let click = 0; click < 50; click += 1) button.click();
  });
  await expectOneRequest();
});

test('a held Enter key sends one request', async () => {
  const field = desk.page.getByRole('textbox', { name: 'Phone number' });
  await field.fill('09120000001');
  await field.focus();
  // Pressing a key that is down already is what a keyboard's repeat looks like.
  for (let repeat = 0; repeat < 50; repeat += 1) await desk.page.keyboard.down('Enter');
  await desk.page.keyboard.up('Enter');
  await expectOneRequest();
});

test('fifty separate Enter presses send one request', async () => {
  const field = desk.page.getByRole('textbox', { name: 'Phone number' });
  await field.fill('09120000001');
  for (let press = 0; press < 50; press += 1) await field.press('Enter');
  await expectOneRequest();
});

test('fifty requests past the window itself are still one intent', async () => {
  const answers = await desk.page.evaluate(() =>
    Promise.all(
      Array.from({ length: 50 }, () =>
        window.dialer.request('call:originate', { destination: '09120000001', trunkName: null }),
      ),
    ),
  );
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  await expectOneRequest();
});

test('what is asked for while the program ends is not placed', async () => {
  // The PBX does not answer: the end waits for a moment for what it may still say.
  await dial(desk.page, '09120000007');
  await expect.poll(() => desk.originates().length).toBe(1);
  const window = await desk.app.electron.browserWindow(desk.page);
  const answer: unknown = await desk.app.electron.evaluate(({ app }, { webContents }) => {
    app.quit();
    return webContents.executeJavaScript(
      `window.dialer.request('call:originate', { destination: '09120000001', trunkName: null })`,
    );
  }, window);
  expect(answer).toEqual({ ok: false, error: { code: 'program-ending' } });
  expect(desk.originates()).toHaveLength(1);
});
