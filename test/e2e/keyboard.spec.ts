import { expect, type Page, test } from '@playwright/test';
import { currentCall, type Desk, type DeskOptions, dial, openDesk } from '../support/desk.ts';
import { mainWindow, resizeTo } from '../support/main-window.ts';

const cleanUps: (() => Promise<unknown>)[] = [];

test.afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

async function open(options: DeskOptions = {}): Promise<Desk> {
  const desk = await openDesk(options);
  cleanUps.push(() => desk.leave());
  return desk;
}

const numberField = (page: Page) => page.getByRole('textbox', { name: 'Phone number' });
const sheet = (page: Page) => page.getByRole('dialog', { name: 'Keyboard shortcuts' });

/** Entries of the system's menu as the user would read them. */
function menuEntries(desk: Desk) {
  return desk.app.electron.evaluate(({ Menu }) =>
    (Menu.getApplicationMenu()?.items ?? []).flatMap((menu) =>
      (menu.submenu?.items ?? []).map(({ id, label, accelerator, enabled }) => ({
        menu: menu.label,
        id,
        label,
        accelerator: accelerator ?? null,
        enabled,
      })),
    ),
  );
}

async function chooseInMenu({ app }: Desk, id: string): Promise<void> {
  const chosen = { id, window: await mainWindow(app) };
  await app.electron.evaluate(({ Menu }, { id, window }) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(id);
    if (item?.enabled !== true) throw new Error(`${id} cannot be chosen`);
    item.click({}, window, {});
  }, chosen);
}

test('a day at the keys: tabs, number, last number, trunk, call card, without a mouse', async () => {
  const desk = await open({ identity: { caller: '557' } });
  const { page } = desk;
  await expect(numberField(page)).toBeFocused();
  await page.keyboard.press('Control+2');
  await expect(page.getByRole('searchbox', { name: 'Search contacts' })).toBeFocused();
  await page.keyboard.press('Control+3');
  await expect(page.getByRole('tab', { name: 'History' })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Control+4');
  await expect(page.getByRole('tab', { name: 'Settings' })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Control+n');
  await expect(numberField(page)).toBeFocused();
  await page.keyboard.type('09120000001');
  await page.keyboard.press('Enter');
  await expect(currentCall(page)).toContainText('0912 000 0001');
  await page.keyboard.press('Control+Shift+C');
  await expect.poll(() => desk.app.electron.evaluate(({ clipboard }) => clipboard.readText())).toBe('09120000001');
  await expect(currentCall(page)).toContainText(/answered/i);
  await page.keyboard.press('Control+d');
  await expect(currentCall(page)).toHaveCount(0);
  await page.keyboard.press('Control+3');
  await page.keyboard.press('Control+l');
  await expect(numberField(page)).toHaveValue(/0912 ?000 ?0001/);
  await page.keyboard.press('Control+t');
  await expect(page.getByRole('combobox', { name: 'Trunk' })).toBeFocused();
  await expect(page.getByRole('option').first()).toBeVisible();
});

test('a tab that is not read yet when its key is pressed has the focus as soon as it is there', async () => {
  const { app, page } = await open();
  await resizeTo(app, 1000, 720);
  let give = () => {};
  const asked = new Promise<void>((resolve) => {
    void page.route(/\/contacts-[^/]*\.js$/, async (route) => {
      resolve();
      await new Promise<void>((given) => {
        give = given;
      });
      await route.continue();
    });
  });
  await page.reload();
  await asked;
  await expect(numberField(page)).toBeFocused();
  await page.keyboard.press('Control+2');
  await expect(page.getByRole('tab', { name: 'Contacts' })).toHaveAttribute('aria-selected', 'true');
  give();
  await expect(page.getByRole('searchbox')).toBeFocused();
});

test('keys of a Persian layout count by their place, and Ctrl+comma opens all settings', async () => {
  const { page } = await open();
  const press = (code: string, key: string) =>
    page.evaluate(
      (init) =>
        document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { ...init, bubbles: true, ctrlKey: true })),
      { code, key },
    );
  await press('Digit3', '۳');
  await expect(page.getByRole('tab', { name: 'History' })).toHaveAttribute('aria-selected', 'true');
  await press('KeyN', 'د');
  await expect(numberField(page)).toBeFocused();
  await press('Comma', 'و');
  await expect(page.getByRole('tab', { name: 'Settings' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('navigation', { name: 'Settings' })).toBeVisible();
});

test('the list of keys opens by ? and F1, holds the focus, closes by Esc and gives the focus back', async () => {
  const { page, app } = await open();
  await numberField(page).fill('0912');
  for (const key of ['?', 'F1']) {
    await page.keyboard.press(key);
    await expect(sheet(page)).toBeVisible();
    await expect(sheet(page).getByRole('listitem').filter({ hasText: 'Go to number' })).toContainText('CtrlN');
    for (let step = 0; step < 4; step += 1) {
      await page.keyboard.press('Tab');
      expect(await sheet(page).evaluate((dialog) => dialog.contains(document.activeElement))).toBe(true);
    }
    // Beneath it nothing happens.
    await page.keyboard.press('Control+3');
    await page.keyboard.press('7');
    await page.keyboard.press('Escape');
    await expect(sheet(page)).toHaveCount(0);
    await expect(numberField(page)).toBeFocused();
    await expect(numberField(page)).toHaveValue('0912');
  }
  expect(app.complaints).toEqual([]);
});

test('the list of keys opens from the end of the settings too, and names what the keys do in lists', async () => {
  const { page } = await open();
  await page.keyboard.press('Control+,');
  const entry = page.getByRole('navigation', { name: 'Settings' }).getByRole('button').last();
  await expect(entry).toContainText('Keyboard shortcuts');
  await entry.press('Enter');
  const row = (text: string) => sheet(page).getByRole('listitem').filter({ hasText: text });
  await expect(row('Choose a number')).toContainText('↑↓');
  await expect(row('Put it into the field')).toContainText('Enter');
  await expect(row('Close the list')).toContainText('Esc');
  await expect(row('Choose a call')).toContainText('↑↓');
  await expect(row('Newest, oldest')).toContainText('HomeEnd');
  await expect(row('Menu')).toContainText('F10Alt');
  await page.keyboard.press('Escape');
  await expect(sheet(page)).toHaveCount(0);
  await expect(entry).toBeFocused();
});

test('F10 opens the menu over the window, and only F10 alone', async () => {
  const { page, app } = await open();
  await app.electron.evaluate(({ Menu }) => {
    Reflect.set(globalThis, 'menuOpened', 0);
    Menu.getApplicationMenu()?.on('menu-will-show', () => {
      Reflect.set(globalThis, 'menuOpened', Reflect.get(globalThis, 'menuOpened') + 1);
    });
  });
  const opened = () => app.electron.evaluate(() => Reflect.get(globalThis, 'menuOpened'));
  // Keys as the system sends them: those of the test runner reach the page only.
  const press = async (keyCode: string, modifiers: readonly 'shift'[] = []) =>
    (await mainWindow(app)).evaluate(
      ({ webContents }, key) =>
        webContents.sendInputEvent({ type: 'keyDown', keyCode: key.keyCode, modifiers: [...key.modifiers] }),
      { keyCode, modifiers },
    );
  await page.evaluate(() => {
    window.addEventListener('keydown', ({ key }) => Reflect.set(window, 'lastKey', key), true);
  });
  await press('F10', ['shift']);
  await press('F9');
  await expect.poll(() => page.evaluate(() => Reflect.get(window, 'lastKey'))).toBe('F9');
  expect(await opened()).toBe(0);
  await press('F10');
  await expect.poll(opened).toBe(1);
});

test('Ctrl+F reaches the search of the settings from every tab, in both layouts', async () => {
  const desk = await open();
  const { page } = desk;
  const search = page.getByRole('searchbox', { name: 'Search settings' });
  for (const width of [400, 1080]) {
    await resizeTo(desk.app, width, 720);
    await expect(page.getByRole('tab')).toHaveCount(width === 400 ? 4 : 3);
    for (const key of ['Control+1', 'Control+3', 'Control+4']) {
      await page.keyboard.press(key);
      await page.keyboard.press('Control+f');
      await expect(search).toBeFocused();
      await page.keyboard.type('port');
      await expect(search).toHaveValue('port');
      await page.keyboard.press('Escape');
    }
  }
});

test('a ? that somebody writes is text', async () => {
  const { page } = await open();
  const trunk = page.getByRole('combobox', { name: 'Trunk' });
  await trunk.click();
  await trunk.fill('');
  await page.keyboard.type('a?');
  await expect(trunk).toHaveValue('a?');
  await expect(sheet(page)).toHaveCount(0);
});

test('Esc empties, Esc again hides, and a single one with nothing to do does nothing', async () => {
  const desk = await open();
  const { page } = desk;
  const hidden = async () => (await mainWindow(desk.app)).evaluate((window) => window.isMinimized());
  await page.keyboard.press('Escape');
  await page.keyboard.type('0912');
  await page.keyboard.press('Escape');
  await expect(numberField(page)).toHaveValue('');
  expect(await hidden()).toBe(false);
  await page.keyboard.press('Escape');
  await expect.poll(hidden).toBe(true);
});

test('one press of Esc does one thing, however long the key is held', async () => {
  const { page } = await open();
  await dial(page, '09120000002');
  await expect(currentCall(page)).toContainText('Busy');
  // No number that was called begins so: with a list open the first press would close that.
  await page.keyboard.type('0935');
  for (let repeat = 0; repeat < 4; repeat += 1) await page.keyboard.down('Escape');
  await page.keyboard.up('Escape');
  await expect(numberField(page)).toHaveValue('');
  // Keys are worked on in turn: what is typed after them shows that all of them were.
  await page.keyboard.type('7');
  await expect(numberField(page)).toHaveValue('7');
  await expect(currentCall(page)).toContainText('Busy');
});

test('the menu shows the same commands with their keys, in the chosen language, and does them', async () => {
  const desk = await open();
  const { page } = desk;
  const entry = async (id: string) => (await menuEntries(desk)).find((candidate) => candidate.id === id);
  expect(await entry('go-to-number')).toEqual({
    menu: 'Call',
    id: 'go-to-number',
    label: 'Go to number',
    accelerator: 'CmdOrCtrl+N',
    enabled: true,
  });
  // Nothing is offered that could not be done now.
  await expect.poll(async () => (await entry('copy-number'))?.enabled).toBe(false);
  await expect.poll(async () => (await entry('zoom-reset'))?.enabled).toBe(false);
  await chooseInMenu(desk, 'tab-history');
  await expect(page.getByRole('tab', { name: 'History' })).toHaveAttribute('aria-selected', 'true');
  await chooseInMenu(desk, 'go-to-number');
  await expect(numberField(page)).toBeFocused();
  await page.keyboard.type('558');
  await chooseInMenu(desk, 'call');
  await expect(currentCall(page)).toBeVisible();
  await expect.poll(async () => (await entry('copy-number'))?.enabled).toBe(true);
  await chooseInMenu(desk, 'shortcuts');
  await expect(sheet(page)).toBeVisible();

  await page.evaluate(() => window.dialer.request('settings:update', { ui: { language: 'fa' } }));
  await expect.poll(async () => (await entry('go-to-number'))?.label).toBe('رفتن به شماره');
  await expect(page.getByRole('dialog', { name: 'میان‌بُرهای صفحه‌کلید' })).toBeVisible();
  expect(await (await mainWindow(desk.app)).evaluate((window) => window.autoHideMenuBar)).toBe(true);
});

test('Ctrl with plus, minus and 0 changes the size of everything, and the window grows with it', async () => {
  const desk = await open();
  const { page } = desk;
  const zoom = async () =>
    (await mainWindow(desk.app)).evaluate((window) => ({
      factor: Math.round(window.webContents.getZoomFactor() * 100) / 100,
      smallest: window.getMinimumSize(),
      size: window.getSize(),
    }));
  const before = (await zoom()).size;
  for (const percent of [125, 150, 175, 200]) {
    await page.keyboard.press('Control+=');
    await expect.poll(async () => (await desk.app.state()).settings.ui.zoomPercent).toBe(percent);
  }
  await expect.poll(zoom).toMatchObject({ factor: 2, smallest: [680, 1120] });
  // The window manager takes its time to grow it.
  await expect.poll(async () => (await zoom()).size[0]).toBeGreaterThanOrEqual(680);
  await page.keyboard.press('Control+-');
  await expect.poll(async () => (await zoom()).factor).toBe(1.75);
  await page.keyboard.press('Control+0');
  await expect.poll(zoom).toMatchObject({ factor: 1, smallest: [340, 560], size: before });
});

/** Names of what the Tab key stops at, in its order, until it comes round. */
async function tabWalk(page: Page): Promise<readonly string[]> {
  const names: string[] = [];
  // From the very beginning, and from an element that holds the focus: where nothing has it, the program gives it to the
  // number field once all is loaded, and the walk would begin behind that.
  await page.evaluate(() => {
    const start = document.querySelector<HTMLElement>('#walk-start') ?? document.createElement('div');
    start.id = 'walk-start';
    start.tabIndex = -1;
    document.body.prepend(start);
    start.focus();
  });
  for (let step = 0; step < 40; step += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === null || element === document.body) return null;
      const box = element.getBoundingClientRect();
      const labels = (element.getAttribute('aria-labelledby') ?? '')
        .split(' ')
        .map((id) => document.getElementById(id));
      const name =
        element.getAttribute('aria-label') ??
        labels
          .map((label) => label?.textContent ?? '')
          .join(' ')
          .trim();
      // The ring may be drawn by the box around a field. The large number shows its caret instead, all day long.
      const ringed = [element, element.parentElement, element.parentElement?.parentElement].some((candidate) => {
        if (candidate === null || candidate === undefined) return false;
        const { outlineStyle, outlineWidth } = getComputedStyle(candidate);
        return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
      });
      const caret = element instanceof HTMLInputElement && element.inputMode === 'tel';
      return {
        name: name === '' ? (element.textContent ?? '').trim() : name,
        ringed: ringed || caret,
        shown: box.width > 0 && box.height > 0,
      };
    });
    if (stop === null) break;
    expect(stop).toMatchObject({ ringed: true, shown: true });
    if (names[0] === stop.name && names.length > 1) break;
    names.push(stop.name);
  }
  return names;
}

const words = {
  en: {
    number: 'Phone number',
    trunk: 'Trunk',
    call: 'Call',
    keypad: 'Keypad',
    history: 'History',
    settings: 'Settings',
    list: 'Call history',
  },
  fa: {
    number: 'شماره تلفن',
    trunk: 'ترانک',
    call: 'تماس',
    keypad: 'شماره‌گیر',
    history: 'تاریخچه',
    settings: 'تنظیمات',
    list: 'تاریخچهٔ تماس‌ها',
  },
} as const;

for (const language of ['en', 'fa'] as const) {
  test(`the Tab key walks every view from top to bottom, with a ring at every stop, in ${language}`, async () => {
    const desk = await open({ ui: { language } });
    const { page } = desk;
    const text = words[language];
    const order = (names: readonly string[], wanted: readonly string[]) =>
      names.filter((name) => wanted.includes(name));
    const keypad = [text.number, text.trunk, text.call];
    await page.keyboard.press('Control+1');
    expect(order(await tabWalk(page), [...keypad, text.keypad])).toEqual([...keypad, text.keypad]);
    await page.keyboard.press('Control+3');
    expect((await tabWalk(page)).at(-1)).toBe(text.history);
    await page.keyboard.press('Control+4');
    const settings = await tabWalk(page);
    expect(settings.length).toBeGreaterThan(5);
    expect(settings.at(-1)).toBe(text.settings);

    await resizeTo(desk.app, 1080, 720);
    await expect(page.getByRole('tab')).toHaveCount(3);
    const wide = order(await tabWalk(page), [...keypad, text.settings]);
    expect(wide).toEqual([...keypad, text.settings]);
  });
}
