import { expect, type Page, test } from '@playwright/test';
import { currentCall, type Desk, type DeskOptions, openDesk, untilFree } from '../support/desk.ts';
import { type DialdeskApp, launchDialdesk } from '../support/dialdesk-app.ts';
import { handOver, launchAgain } from '../support/launch-again.ts';
import { mainWindow } from '../support/main-window.ts';
import { passTime, stopClock } from '../support/page-clock.ts';

let leave: () => Promise<void>;

test.afterEach(() => leave());

const numberField = ({ page }: Pick<Desk, 'page'>) => page.getByRole('textbox', { name: 'Phone number' });
const askedLine = ({ page }: Pick<Desk, 'page'>) => page.getByRole('region', { name: 'Asked for by another program' });
const sent = (desk: Desk) => desk.originates().map(({ body }) => body as Record<string, string>);

async function open(options: DeskOptions = {}): Promise<Desk> {
  const desk = await openDesk(options);
  leave = desk.leave;
  return desk;
}

/** As long as it takes to see what was put in: before that Enter calls nothing. */
const look = (page: Page) => passTime(page, 700);

test('a start with a link fills in its number, says who asked and calls nothing before Enter', async () => {
  const desk = await open({ launch: { args: ['tel:+98-912-000-0001'] } });
  await expect(numberField(desk)).toHaveValue('0912 000 0001');
  await expect(numberField(desk)).toBeFocused();
  await expect(askedLine(desk)).toContainText('From a link: 0912 000 0001');
  expect(desk.originates()).toEqual([]);
  await look(desk.page);
  await desk.page.keyboard.press('Enter');
  await expect(currentCall(desk.page)).toBeVisible();
  expect(sent(desk)).toMatchObject([{ callee: '09120000001' }]);
  await expect(askedLine(desk)).toBeHidden();
});

test('a link given to a second start comes to the window that runs, wherever the agent is in it', async () => {
  const desk = await open();
  await desk.page.getByRole('tab', { name: 'Settings' }).click();
  await desk.page.keyboard.press('F1');
  await expect(desk.page.getByRole('dialog')).toBeVisible();
  await (await mainWindow(desk.app)).evaluate((window) => window.minimize());
  expect(await launchAgain(desk.app, ['tel:09120000001'])).toBe(0);
  await expect(numberField(desk)).toHaveValue('0912 000 0001');
  await expect(numberField(desk)).toBeFocused();
  await expect(desk.page.getByRole('dialog')).toBeHidden();
  await expect.poll(async () => (await mainWindow(desk.app)).evaluate((window) => window.isMinimized())).toBe(false);
  expect(await launchAgain(desk.app, ['--', 'callto:09120000002'])).toBe(0);
  await expect(numberField(desk)).toHaveValue('0912 000 0002');
  expect(await launchAgain(desk.app, ['۰۹۱۲۰۰۰۰۰۰۳'])).toBe(0);
  await expect(numberField(desk)).toHaveValue('0912 000 0003');
  await expect(askedLine(desk)).toContainText('From the command line: 0912 000 0003');
  // Of several links in one start the first counts.
  expect(await launchAgain(desk.app, ['sip:551@pbx.local', 'tel:09120000009'])).toBe(0);
  await expect(numberField(desk)).toHaveValue('551');
  expect(desk.originates()).toEqual([]);
});

test('a link that comes as an event, as on macOS, is the same', async () => {
  const desk = await open();
  await desk.app.electron.evaluate(({ app }) =>
    app.emit('open-url', { preventDefault: () => undefined }, 'tel:09120000001'),
  );
  await expect(numberField(desk)).toHaveValue('0912 000 0001');
});

test('a link of our own chooses trunk and caller id for its number alone, and shows contact and note', async () => {
  const desk = await open();
  const { page } = desk;
  const trunk = page.getByRole('combobox', { name: 'Trunk' });
  await trunk.click();
  await page.getByRole('option', { name: 'Shatel' }).click();
  const link =
    'dialdesk://dial/09120000001?trunk=Irancell&callerId=%2B982188776655&contact=Ali%20Karimi&note=%3Cb%3Ecall%3C/b%3E';
  await launchAgain(desk.app, [link]);
  await expect(askedLine(desk)).toContainText('From a link: 0912 000 0001');
  await expect(askedLine(desk).getByRole('definition')).toHaveText(['Ali Karimi', '+982188776655', '<b>call</b>']);
  await expect(trunk).toHaveValue('Irancell');
  await expect(page.getByText('Dials 09120000001 via Irancell')).toBeVisible();
  await look(page);
  await numberField(desk).press('Enter');
  await expect
    .poll(() => sent(desk))
    .toMatchObject([{ callee: '09120000001', trunk_name: 'Irancell', caller_id: '+982188776655' }]);
  await expect(trunk).toHaveValue('Shatel');
  await expect(currentCall(page)).toBeVisible();
  await untilFree(desk);
  await numberField(desk).fill('09120000002');
  await numberField(desk).press('Enter');
  await expect
    .poll(() => sent(desk).at(1))
    .toMatchObject({ callee: '09120000002', trunk_name: 'Shatel', caller_id: '557' });
});

test('a trunk that is not there is said and not used; who asked can be put out of sight, and its wishes with it', async () => {
  const desk = await open();
  await launchAgain(desk.app, ['dialdesk://dial/09120000001?trunk=Nowhere&callerId=021']);
  await expect(askedLine(desk)).toContainText('No trunk Nowhere here. Yours stays chosen.');
  await expect(desk.page.getByText('Dials 09120000001 via the PBX')).toBeVisible();
  await askedLine(desk).getByRole('button', { name: 'Dismiss' }).click();
  await expect(askedLine(desk)).toBeHidden();
  await expect(numberField(desk)).toHaveValue('0912 000 0001');
  await look(desk.page);
  await numberField(desk).press('Enter');
  await expect.poll(() => sent(desk).at(0)).toMatchObject({ callee: '09120000001', caller_id: '557' });
  expect(sent(desk).at(0)?.['trunk_name']).not.toBe('Nowhere');
});

test('a number that was typed comes back, by the button or by Undo, also after many links', async () => {
  const desk = await open();
  const field = numberField(desk);
  await field.fill('0935111');
  await launchAgain(desk.app, ['tel:09120000001']);
  await expect(field).toHaveValue('0912 000 0001');
  await handOver(desk.app, ...Array.from({ length: 200 }, (_, at) => [`tel:0912000${1000 + at}`]));
  await expect(field).toHaveValue('0912 000 1199');
  await askedLine(desk).getByRole('button', { name: 'Bring back 0935 111' }).click();
  await expect(field).toHaveValue('0935 111');
  await expect(askedLine(desk)).toBeHidden();

  await launchAgain(desk.app, ['tel:09120000002']);
  await expect(field).toHaveValue('0912 000 0002');
  await field.press('Control+z');
  await expect(field).toHaveValue('0935 111');
  await expect(askedLine(desk)).toBeHidden();
  expect(desk.originates()).toEqual([]);
});

for (const before of ['', '09120000002']) {
  const where = before === '' ? 'another program' : 'the number that stood there';
  test(`Enter on its way to ${where} does not call the number that a link put in`, async () => {
    const desk = await open();
    const field = numberField(desk);
    await field.fill(before);
    // At the very moment at which it comes: nobody could have seen the number.
    await stopClock(desk.page);
    await handOver(desk.app, ['tel:09120000001']);
    await desk.page.evaluate(async () => {
      const input = document.querySelector<HTMLInputElement>('main input');
      while (input?.value !== '0912 000 0001') await new Promise(requestAnimationFrame);
      input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
    });
    await expect(askedLine(desk)).toBeVisible();
    await look(desk.page);
    expect(desk.originates()).toEqual([]);
    await field.press('Enter');
    await expect.poll(() => sent(desk)).toMatchObject([{ callee: '09120000001' }]);
  });
}

test('a code is asked about before it is even filled in', async () => {
  const desk = await open();
  const { page } = desk;
  const question = page.getByRole('alert').filter({ hasText: 'A link asks for the code *21*09120000002#' });
  await launchAgain(desk.app, ['tel:*21*09120000002%23']);
  await expect(question).toContainText('sending your calls to somebody else');
  await expect(numberField(desk)).toHaveValue('');
  await expect(numberField(desk)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(question).toBeVisible();
  await question.getByRole('button', { name: 'Leave it' }).click();
  await expect(question).toBeHidden();
  await expect(numberField(desk)).toHaveValue('');

  await launchAgain(desk.app, ['tel:*21*09120000002#']);
  await question.getByRole('button', { name: 'Put it in' }).click();
  await expect(numberField(desk)).toHaveValue('*21*09120000002#');
  await expect(numberField(desk)).toBeFocused();
  expect(desk.originates()).toEqual([]);
  await look(page);
  await page.keyboard.press('Enter');
  await expect.poll(() => sent(desk).at(0)?.['callee']).toBe('*21*09120000002#');
});

test('a link that is no number is said in words and leaves what was typed', async () => {
  const desk = await open();
  await numberField(desk).fill('0935');
  await launchAgain(desk.app, ['tel:javascript:alert(1)']);
  const note = desk.page.getByRole('alert').filter({ hasText: 'A link was not used' });
  await expect(note).toContainText('There is no telephone number in it.');
  await expect(numberField(desk)).toHaveValue('0935');
  await note.getByRole('button', { name: 'Dismiss' }).click();
  await expect(note).toBeHidden();
  await expect(numberField(desk)).toBeFocused();
});

test('the command line calls only after the agent allowed it, and by the way of the button', async () => {
  const desk = await open();
  const { page } = desk;
  await launchAgain(desk.app, ['--call', '09120000001']);
  await expect(numberField(desk)).toHaveValue('0912 000 0001');
  await expect(askedLine(desk)).toContainText('Not called: the command line may not place calls.');
  expect(desk.originates()).toEqual([]);

  await askedLine(desk).getByRole('button', { name: 'Open the setting' }).click();
  await page.getByText('Allow the command line to place calls').click();
  await expect.poll(async () => (await desk.app.state()).settings.commandLine.mayCall).toBe(true);
  // A link never calls, whatever comes with it; nor does a code.
  await launchAgain(desk.app, ['tel:09120000002', '--call']);
  await expect(numberField(desk)).toHaveValue('0912 000 0002');
  await launchAgain(desk.app, ['--call', '*21*09120000002#']);
  await expect(page.getByRole('alert').filter({ hasText: 'The command line asks for the code' })).toBeVisible();
  expect(desk.originates()).toEqual([]);

  await launchAgain(desk.app, ['09120000012', '--call']);
  await expect(currentCall(page)).toBeVisible();
  expect(sent(desk)).toMatchObject([{ callee: '09120000012' }]);
  // The guard against a second call to the same number holds here, too.
  await launchAgain(desk.app, ['09120000012', '--call']);
  await expect(
    page.getByText('A call to this number is already under way.').or(page.getByText('A call is being placed already.')),
  ).toBeVisible();
  expect(desk.originates()).toHaveLength(1);
});

test('a link during the set-up waits for the keypad', async () => {
  const app: DialdeskApp = await launchDialdesk({ args: ['tel:+989120000001'] });
  leave = app.close;
  await expect(app.page.getByText('A link asks for 0912 000 0001')).toBeVisible();
  await app.page.getByRole('button', { name: 'Connect to Simotel' }).click();
  await expect(app.page.getByText('A link asks for 0912 000 0001')).toBeVisible();
  await app.page.getByRole('button', { name: 'Back' }).click();
  await app.page.getByRole('button', { name: /demo/i }).first().click();
  await expect(numberField(app)).toHaveValue('0912 000 0001');
  await expect(askedLine(app)).toBeVisible();
  await app.page.reload();
  await expect(numberField(app)).toHaveValue('');
  await expect(askedLine(app)).toBeHidden();
});
