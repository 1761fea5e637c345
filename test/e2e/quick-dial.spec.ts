import { expect, type Page, test } from '@playwright/test';
import type { RequestChannel } from '../../shared/ipc/channels.ts';
import { aDraft } from '../support/contact-builders.ts';
import { currentCall, dial } from '../support/desk.ts';
import { mainWindow } from '../support/main-window.ts';
import { expectClosed, expectOpen, noteAnnouncements, paletteStage, paletteWindow } from '../support/palette.ts';
import { saveContacts } from '../support/some-contacts.ts';

const stage = paletteStage();
const { begin, field, rows, chosen, callees } = stage;

/** Opens it as from any other program, also when its page was only just loaded. */
async function open(keys = 'ctrl+alt+d'): Promise<void> {
  await expect(async () => {
    if (!(await paletteWindow(stage.desk.app)).visible) await stage.desktop.press(keys);
    await expect
      .poll(() => paletteWindow(stage.desk.app), { timeout: 2000 })
      .toMatchObject({ visible: true, focused: true });
  }).toPass();
}

/** Keeps the palette waiting for what it asks of the main process, until it is released: then it is really asked. */
async function holdAnswers(channel: RequestChannel) {
  const window = await stage.desk.app.electron.browserWindow(stage.palette);
  return window.evaluateHandle(({ webContents }, held) => {
    const waiting: (() => void)[] = [];
    webContents.ipc.handle(held, async (_event: unknown, input: unknown) => {
      await new Promise<void>((resolve) => waiting.push(resolve));
      return webContents.executeJavaScript(
        `window.dialer.request(${JSON.stringify(held)}, ${JSON.stringify(input)})`,
      ) as Promise<unknown>;
    });
    return {
      release() {
        webContents.ipc.removeHandler(held);
        for (const go of waiting) go();
      },
    };
  }, channel);
}

test('comes again by its hotkey after its page crashed, once and at once again', async () => {
  await begin();
  for (let round = 0; round < 2; round += 1) {
    const gone = stage.desk.app.electron.evaluate(
      ({ BrowserWindow }) =>
        new Promise<void>((resolve) => {
          const window = BrowserWindow.getAllWindows().find(({ webContents }) =>
            webContents.getURL().endsWith('#quick-dial'),
          );
          window?.once('closed', () => resolve());
          window?.webContents.forcefullyCrashRenderer();
        }),
    );
    await gone;
    if (round === 0) await open();
  }
  // The page is made by this opening, and knows what for.
  await stage.desktop.own('primary', 'Call 0912 000 0009');
  await stage.desktop.press('ctrl+alt+c');
  await expectOpen(stage.desk.app, stage.desktop);
  await stage.findPalette();
  await expect(stage.palette.getByRole('group', { name: 'In the selected text' }).getByRole('option')).toHaveText(
    /0912 000 0009/,
  );
});

test('a hotkey that is held down is one press: it stays open', async () => {
  await begin();
  const seen = await stage.desk.app.electron.evaluateHandle(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows().find(({ webContents }) =>
      webContents.getURL().endsWith('#quick-dial'),
    );
    const events: string[] = [];
    window?.on('show', () => events.push('show'));
    window?.on('hide', () => events.push('hide'));
    return events;
  });
  // As long as a keyboard needs to repeat a key some twenty times.
  await stage.desktop.hold('ctrl+alt+d', async () => {
    await expectOpen(stage.desk.app, stage.desktop);
    await stage.palette.waitForTimeout(1500);
  });
  expect(await seen.evaluate((events) => events)).toEqual(['show']);
  await stage.desktop.press('ctrl+alt+d');
  await expectClosed(stage.desk.app);
});

test('comes over any program by its hotkey, calls what is typed, and gives the focus back', async () => {
  await begin();
  const other = await stage.desktop.openOther();
  await stage.desktop.press('a');
  await expect.poll(other.keys).toEqual(['a']);
  await stage.desktop.movePointer(300, 900);
  const announced = await noteAnnouncements(stage.desk.app);
  await open();
  // The window manager raises it in its own time.
  await expect.poll(async () => (await paletteWindow(stage.desk.app)).onTop).toBe(true);
  const { x, y, width, height } = await paletteWindow(stage.desk.app);
  expect(x + width / 2).toBe(800);
  // The eye of it is in the upper third.
  expect(y + 30).toBeLessThan(1200 / 3);
  expect(height).toBeGreaterThan(0);

  await stage.desktop.type('09120000001');
  await expect(field()).toHaveValue('09120000001');
  await expect(chosen()).toContainText('0912 000 0001');
  await stage.desktop.press('Return');
  await expectClosed(stage.desk.app);
  expect(callees()).toEqual(['09120000001']);
  await expect(currentCall(stage.desk.page)).toContainText(/0912 000 0001/);
  await expect.poll(other.hasFocus).toBe(true);
  await stage.desktop.press('b');
  await expect.poll(other.keys).toEqual(['a', 'b']);
  // The call went on in the main window; behind it the palette was not woken for its events.
  await expect.poll(announced).toEqual(expect.arrayContaining(['main call:changed', 'main event:received']));
  const told = (await announced()).filter((one) => one.startsWith('quick-dial'));
  // The trunks are read beside it, whenever the PBX answers.
  expect(told.filter((one) => !one.endsWith(' trunks:listed'))).toEqual([
    'quick-dial quick-dial:closed',
    'quick-dial quick-dial:opened',
    'quick-dial state:changed',
  ]);

  // Esc, and the same hotkey again, take it away; it is empty when it comes back.
  await open();
  await expect(field()).toHaveValue('');
  await expect(rows().first()).toContainText('0912 000 0001');
  // An Enter out of habit calls nobody: it chooses, and the next one would call.
  await expect(chosen()).toHaveCount(0);
  await stage.desktop.press('Return');
  await expect(chosen()).toContainText('0912 000 0001');
  await expect(stage.palette.getByText('Dials 09120000001')).toBeVisible();
  await stage.desktop.press('Escape');
  await expectClosed(stage.desk.app);
  await expect.poll(other.hasFocus).toBe(true);
  await open();
  await stage.desktop.press('ctrl+alt+d');
  await expectClosed(stage.desk.app);
  expect(callees()).toHaveLength(1);
});

test('goes when something else takes the focus, and comes up by Ctrl+K in the window', async () => {
  await begin();
  await stage.desk.page.bringToFront();
  await stage.desk.page.keyboard.press('Control+k');
  await expectOpen(stage.desk.app, stage.desktop);
  await (await mainWindow(stage.desk.app)).evaluate((window) => window.focus());
  await expectClosed(stage.desk.app);
  await stage.desk.page.keyboard.press('Control+k');
  await expectOpen(stage.desk.app, stage.desktop);
  await stage.palette.keyboard.press('Control+k');
  await expectClosed(stage.desk.app);
});

test('a contact is called by its own trunk, which is said before', async () => {
  await begin();
  await saveContacts(stage.desk.page, [aDraft('Sara Ahmadi', ['02188776655'], { trunkName: 'Irancell' })]);
  await open();
  await field().fill('Sara');
  await expect(stage.palette.getByText('Dials 02188776655 via Irancell')).toBeVisible();
  await field().press('Enter');
  await expect.poll(callees).toEqual(['02188776655']);
  expect(stage.desk.originates()[0]?.body).toMatchObject({ trunk_name: 'Irancell' });
});

test('finds every number in a pasted text, walks by arrows, and Tab turns the trunk of this call alone', async () => {
  await begin({ identity: { trunkName: 'MCI' } });
  await open();
  await field().fill('علی ۰۹۱۲۳۴۵۶۷۸۹، دفتر 021-8877 6655 داخلی ۱۲ (1403/05/12)');
  await expect(rows()).toHaveCount(2);
  await expect(chosen()).toContainText('0912 345 6789');
  await stage.palette.keyboard.press('ArrowDown');
  await expect(chosen()).toContainText('021 8877 6655');
  await expect(chosen()).toContainText('ext. 12');
  await stage.palette.keyboard.press('ArrowDown');
  await expect(chosen()).toContainText('0912 345 6789');
  await expect(rows().nth(1)).toContainText('Alt 2');
  await stage.palette.keyboard.press('Alt+2');
  await expect(chosen()).toContainText('021 8877 6655');
  const trunk = stage.palette.getByRole('button', { name: /^Trunk/ });
  await expect(trunk).toContainText('MCI');
  await expect(async () => {
    await stage.palette.keyboard.press('Tab');
    await expect(trunk).toContainText('Irancell', { timeout: 300 });
  }).toPass();
  await expect(field()).toBeFocused();
  await expect(stage.palette.getByText('Dials 02188776655 via Irancell')).toBeVisible();
  await stage.palette.keyboard.press('Enter');
  await expectClosed(stage.desk.app);
  expect(stage.desk.originates()[0]?.body).toMatchObject({ callee: '02188776655', trunk_name: 'Irancell' });
  expect((await stage.desk.app.state()).chosenTrunk).toBeNull();
});

test('knows earlier numbers, best first: what begins like one is that one, a whole number is itself', async () => {
  await begin();
  for (const number of ['09120000002', '09120000005']) {
    stage.desk.pbx.setSpeed(100);
    await dial(stage.desk.page, number);
    await expect(currentCall(stage.desk.page)).toContainText(/Busy|Failed/);
  }
  await open();
  await expect(rows()).toHaveCount(2);
  await expect(rows().first()).toContainText(/0912 000 0005.*Failed.*1 call/);
  // Whether an earlier number begins like this is not known yet: Enter waits.
  const answers = await holdAnswers('call:suggest');
  await stage.desktop.type('0935');
  await expect(chosen()).toContainText('0935');
  await stage.palette.keyboard.press('Enter');
  await answers.evaluate(({ release }) => release());
  await field().fill('0912000');
  await expect(chosen()).toContainText('0912 000 0005');
  await expect(rows().last()).toContainText(/0912 000(?! ?\d)/);
  await stage.desktop.type('0009');
  await expect(rows()).toHaveCount(1);
  await expect(chosen()).toContainText('0912 000 0009');
  // Digits are typed here: they choose nothing.
  await field().fill('');
  await stage.desktop.type('55');
  await expect(field()).toHaveValue('55');
  await expect(stage.palette.getByText('Dials extension 55')).toBeVisible();
  // A number among Persian words stays as it is written, and is edited as if nothing had been done for that.
  await field().fill('با +98 935 تا');
  await expect(field()).toHaveValue('با \u200e+98 935 تا');
  await field().evaluate((input: HTMLInputElement) => input.setSelectionRange(11, 11));
  await stage.palette.keyboard.type(' 111');
  await expect(field()).toHaveValue('با \u200e+98 935 111 تا');
  for (const _ of '+98 935 111 ') await stage.palette.keyboard.press('Backspace');
  await expect(field()).toHaveValue('با تا');
  await field().fill('Ali');
  await expect(stage.palette.getByText('Nobody and no telephone number found')).toBeVisible();
  await stage.palette.keyboard.press('Enter');
  expect(callees()).toHaveLength(2);
});

test('says in place what became of a call that did not go out, and closes only when it did', async () => {
  await begin();
  await open();
  await stage.desktop.type('09120000006');
  await stage.desktop.press('Return');
  await expect(stage.palette.getByRole('alert')).toContainText('The phone system refused: Requested operation failed');
  await expectOpen(stage.desk.app, stage.desktop);
  // Another number, another try.
  await field().fill('557');
  await expect(stage.palette.getByRole('alert')).toHaveCount(0);
  await stage.desktop.press('Return');
  await expect(stage.palette.getByRole('alert')).toContainText('This is your own number.');
  expect(callees()).toEqual(['09120000006']);
  await stage.palette.keyboard.press('Control+o');
  await expectClosed(stage.desk.app);
  await expect.poll(async () => (await mainWindow(stage.desk.app)).evaluate((window) => window.isFocused())).toBe(true);
});

test('keeps a call without a clear answer apart from a failure, and does not call it again by Enter', async () => {
  test.setTimeout(90_000);
  await begin();
  await open();
  await stage.desktop.type('09120000007');
  await stage.desktop.press('Return');
  await expect(stage.palette.getByText('Asking the PBX…')).toBeVisible();
  await expect(stage.palette.getByRole('alert')).toContainText('did not confirm; your phone may still ring', {
    timeout: 30_000,
  });
  await stage.desktop.press('Return');
  await stage.desktop.press('Return');
  await expect(stage.palette.getByRole('alert')).toContainText('Look at your phone before you call again');
  expect(callees()).toEqual(['09120000007']);
});

test('says what is missing before anything can be called', async () => {
  await begin({ identity: { caller: '' } });
  await open();
  await expect(stage.palette.getByText('Dialdesk does not know your own phone yet.')).toBeVisible();
  await stage.desktop.type('09120000001');
  await stage.desktop.press('Return');
  await expect(chosen()).toContainText('0912 000 0001');
  expect(callees()).toEqual([]);
  await expectOpen(stage.desk.app, stage.desktop);
});

test('may ask for no more than it needs', async () => {
  await begin();
  const asked = (page: Page) =>
    page.evaluate(async () => {
      const answers = await Promise.all([
        window.dialer.request('settings:update', { ui: { theme: 'dark' } }),
        window.dialer.request('call:list', { before: null, limit: 1 }),
        window.dialer.request('hotkeys:pause', { paused: true }),
        window.dialer.request('listener:reveal-set-up', {}),
      ]);
      return answers.map(({ ok }) => ok);
    });
  expect(await asked(stage.palette)).toEqual([false, false, false, false]);
});
