import { expect, type Page, test } from '@playwright/test';
import { aDraft } from '../support/contact-builders.ts';
import { type Desk, type DeskOptions, openDesk } from '../support/desk.ts';
import { mainWindow, resizeTo } from '../support/main-window.ts';
import { findViolations } from '../support/page-checks.ts';
import { saveContacts } from '../support/some-contacts.ts';

let desk: Desk;
let page: Page;

async function open(options: DeskOptions = {}): Promise<void> {
  desk = await openDesk(options);
  page = desk.page;
}

const leave = async () => {
  expect(desk.app.complaints).toEqual([]);
  await desk.leave();
};

const field = () => page.getByRole('textbox', { name: /^(?:Phone number|شماره تلفن)$/ });
const key = (name: string) => page.getByRole('button', { name, exact: true });
const press = async (...keys: string[]) => {
  for (const one of keys) await page.keyboard.press(one);
};

/** What the field shows, its caret as `|`. */
function picture(): Promise<string> {
  return field().evaluate((input: HTMLInputElement) => {
    const { value, selectionStart, selectionEnd } = input;
    const [start, end] = [selectionStart ?? 0, selectionEnd ?? 0];
    return `${value.slice(0, start)}|${start === end ? '' : `${value.slice(start, end)}|`}${value.slice(end)}`;
  });
}

function clipboard(text?: string): Promise<string> {
  return desk.app.electron.evaluate(({ clipboard: board }, written) => {
    if (written !== null) board.writeText(written);
    return board.readText();
  }, text ?? null);
}

async function paste(text: string): Promise<void> {
  await clipboard(text);
  await press('Control+v');
}

async function empty(): Promise<void> {
  await press('Control+a', 'Backspace');
  await expect(field()).toHaveValue('');
}

/** A call that ended, so many minutes ago, as the PBX reports it. */
async function endedCall(number: string, minutesAgo: number, disposition: string, incoming = false): Promise<void> {
  const at = new Date(Date.now() - minutesAgo * 60_000).toISOString().replace('T', ' ').replace('Z', '000');
  const parties = incoming
    ? { src: number, dst: '557', type: 'incoming' }
    : { src: '557', dst: number, type: 'outgoing' };
  const answered = disposition === 'ANSWERED';
  const fields = { starttime: at, endtime: at, duration: '9', billsec: answered ? 9 : 0, wait: 1 };
  const before = (await desk.calls()).length;
  expect(
    await desk.pbx.sendEvent('Cdr', { ...parties, ...fields, disposition, unique_id: `1768545037.${before}` }),
  ).toBe(200);
  await expect.poll(async () => (await desk.calls()).length).toBe(before + 1);
}

test.describe('at one desk, whose page is loaded anew each time', () => {
  test.beforeAll(() => open());

  test.beforeEach(async () => {
    await page.reload();
    await expect(field()).toBeFocused();
  });

  test.afterAll(leave);

  test('the number is grouped while it is typed, and the caret stays with its digit whatever the keys do', async () => {
    await page.keyboard.type('0912345');
    expect(await picture()).toBe('0912 345|');
    await page.keyboard.type('6789');
    expect(await picture()).toBe('0912 345 6789|');
    await press('ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft');
    expect(await picture()).toBe('0912 345| 6789');
    await press('ArrowLeft', 'ArrowRight', 'ArrowRight');
    expect(await picture()).toBe('0912 345 6|789');
    await press('Backspace', 'Backspace');
    expect(await picture()).toBe('0912 34|7 89');
    await page.keyboard.type('56');
    expect(await picture()).toBe('0912 345 6|789');
    await press('Home', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Delete');
    expect(await picture()).toBe('0912| 456 789');
    // Selected from the other side of a separator, and replaced by one key.
    await press('Shift+ArrowRight', 'Shift+ArrowRight');
    expect(await picture()).toBe('0912| 4|56 789');
    await page.keyboard.type('34');
    expect(await picture()).toBe('0912 34|5 6789');
    // A click behind the separator, then a step back over it.
    await field().evaluate((input: HTMLInputElement) => input.setSelectionRange(5, 5));
    await press('Backspace');
    expect(await picture()).toBe('091|3 456 789');
    await press('End');
    await page.keyboard.type('x');
    expect(await picture()).toBe('0913456789x|');
    await press('Backspace');
    expect(await picture()).toBe('0913 456 789|');
  });

  test('keys of the keypad work at the caret, hold 0 gives +, and holding the erase key clears', async () => {
    await page.keyboard.type('09123456789');
    await press('Home', 'ArrowRight', 'ArrowRight');
    await key('5').click();
    await key('6').click();
    await expect.poll(picture).toBe('095 6|12 345 6789');
    await key('Delete the last digit').click();
    await expect(field()).toBeFocused();
    await key('Delete the last digit').click();
    await expect.poll(picture).toBe('09|12 345 6789');
    await key('Delete the last digit').click({ delay: 700 });
    await expect(field()).toHaveValue('');
    await key('0').click({ delay: 700 });
    await expect(field()).toHaveValue('+');
    await empty();

    // A held key repeats: the first time it turns into a plus, then no more.
    await page.keyboard.down('0');
    await page.keyboard.down('0');
    await page.keyboard.down('0');
    await page.keyboard.down('0');
    await page.keyboard.up('0');
    await page.keyboard.type('98912');
    await expect(field()).toHaveValue('+98 912');
    await press('Escape');
    await page.keyboard.type('00');
    await expect(field()).toHaveValue('00');
  });

  test('Undo and Redo go through what was typed, cleared and pasted', async () => {
    await page.keyboard.type('0912345');
    await press('Escape');
    await expect(field()).toHaveValue('');
    await press('Control+z');
    expect(await picture()).toBe('0912 345|');
    await press('Control+z');
    await expect(field()).toHaveValue('');
    await press('Control+Shift+z');
    await expect(field()).toHaveValue('0912 345');
    await empty();
    await paste('Tel: +98 (912) 345-67 89 ext');
    await expect(field()).toHaveValue('0912 345 6789');
    await press('Control+z');
    await expect(field()).toHaveValue('Tel: +98 (912) 345-67 89 ext');
    await press('Control+z');
    await expect(field()).toHaveValue('');
  });

  test('a pasted text becomes the one number in it; one with none or two stays, with the reason', async () => {
    await paste('Mobile\t+49 170 1234567\r\n');
    await expect(field()).toHaveValue('+49 170 123 4567');
    await expect(page.getByText('Dials 00491701234567 via')).toBeVisible();
    await empty();
    await page.keyboard.type('0912');
    await paste('345 6789');
    expect(await picture()).toBe('0912 345 6789|');
    await press('Control+a');
    await paste('0912 345 6789\n0935 111 2222');
    expect(await picture()).toBe('0912 345 6789 0935 111 2222|');
    await empty();
    await paste('09123456789, 09351112222');
    await expect(field()).toHaveValue('09123456789, 09351112222');
    await expect(page.getByText('This looks like more than one number.').first()).toBeVisible();
    await press('Enter');
    expect(desk.originates()).toEqual([]);
  });

  for (const date of ['2026-11-22', '22/11/2026', '۱۴۰۵/۰۹/۰۱', 'until 2026.11.22 14:05']) {
    test(`a pasted date, ${date}, is refused in words and nothing is lost`, async () => {
      const refusal = page.getByText('There is a date in this.').first();
      await page.keyboard.type('0912');
      await paste(date);
      await expect(refusal).toBeVisible();
      await expect(field()).toHaveAttribute('aria-invalid', 'true');
      expect((await field().inputValue()).startsWith('0912 ')).toBe(true);
      await press('Enter');
      await press('Control+z');
      await expect(field()).toHaveValue('0912');
      await empty();
      await paste(date);
      await expect(refusal).toBeVisible();
      // The whole of it, in the two lines that are kept for it.
      const cut = await refusal.evaluate((element) => {
        const line = element.closest('[id]')?.parentElement;
        return line === null || line === undefined || line.scrollHeight > line.clientHeight;
      });
      expect(cut).toBe(false);
      await press('Enter');
      expect(desk.originates()).toEqual([]);
    });
  }
});

test.describe('at a desk of its own', () => {
  test.afterEach(leave);

  test('what would be dialled stands there with every key, and is told to a screen reader once typing pauses', async () => {
    await open({ identity: { trunkName: 'MCI' } });
    await page.evaluate(() => {
      const said: string[] = [];
      const shown: string[] = [];
      Object.assign(window, { saidPolitely: said, shownAtOnce: shown });
      new MutationObserver(() => {
        const line = /Dials \d+ via MCI/.exec(document.querySelector('#panel-keypad')?.textContent ?? '')?.[0];
        if (line !== undefined && line !== shown.at(-1)) shown.push(line);
        for (const region of document.querySelectorAll('#panel-keypad [aria-live="polite"]')) {
          const text = (region.textContent ?? '').trim();
          if (text !== '' && text !== said.at(-1)) said.push(text);
        }
      }).observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    // Without a look in between: a slow one would be the pause that is spoken in.
    await page.keyboard.type('09120000005');
    await expect(page.getByText(/^Dials \S/).filter({ hasText: 'Dials 09120000005 via MCI' })).toBeVisible();
    await expect.poll(() => page.evaluate(() => window.saidPolitely)).toEqual(['Dials 0 9 1 2 0 0 0 0 0 0 5 via MCI']);
    expect(await page.evaluate(() => Reflect.get(window, 'shownAtOnce'))).toContain('Dials 0912000 via MCI');
    await page.keyboard.type('x');
    await expect
      .poll(() => page.evaluate(() => window.saidPolitely?.at(-1)))
      .toBe('Letters cannot be dialled. Leave only the number.');
    expect(await page.evaluate(() => window.saidPolitely)).toHaveLength(2);
  });

  test('in Persian the digits are Persian while they are typed, and what is copied, cut and sent is Latin', async () => {
    await open({ ui: { language: 'fa' }, events: null });
    await page.keyboard.type('۰۹۱۲');
    await page.keyboard.type('٣٤٥67');
    expect(await picture()).toBe('۰۹۱۲ ۳۴۵ ۶۷|');
    await page.keyboard.type('89');
    await press('Control+a', 'Control+c');
    expect(await clipboard()).toBe('09123456789');
    await press('End', 'Shift+ArrowLeft', 'Shift+ArrowLeft', 'Shift+ArrowLeft', 'Shift+ArrowLeft', 'Shift+ArrowLeft');
    await press('Shift+ArrowLeft', 'Control+x');
    expect(await clipboard()).toBe('56789');
    expect(await picture()).toBe('۰۹۱۲ ۳۴|');
    await press('Control+v');
    await expect(field()).toHaveValue('۰۹۱۲ ۳۴۵ ۶۷۸۹');
    await press('Enter');
    await expect.poll(() => desk.originates().length).toBe(1);
    expect(desk.originates()[0]?.body).toMatchObject({ callee: '09123456789' });
  });

  test('earlier numbers are offered while typing; arrows and Enter choose one, the next Enter calls it', async () => {
    await open();
    await endedCall('09121110001', 300, 'ANSWERED');
    await endedCall('09122220002', 200, 'BUSY');
    await endedCall('02109121003', 100, 'NO ANSWER', true);
    await page.keyboard.type('09');
    const options = page.getByRole('option');
    await expect(options).toHaveCount(0);
    await page.keyboard.type('12');
    await expect(options).toHaveText([
      /^0912 222 0002.*1 call.*Busy/,
      /^0912 111 0001.*Answered/,
      /021 0912 1003.*Missed/,
    ]);
    const place = await key('1').boundingBox();
    await page.keyboard.type('1');
    await expect(options).toHaveText([/^0912 111 0001/, /^021 0912 1003.*Missed/]);
    expect(await key('1').boundingBox()).toEqual(place);

    await press('ArrowDown', 'ArrowDown');
    await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true');
    await expect(field()).toHaveAttribute('aria-activedescendant', (await options.nth(1).getAttribute('id')) ?? '');
    await expect(field()).toBeFocused();
    expect(await findViolations(page)).toEqual([]);
    await press('ArrowUp', 'ArrowUp');
    await expect(field()).not.toHaveAttribute('aria-activedescendant');
    await press('ArrowDown', 'Enter');
    await expect(field()).toHaveValue('0912 111 0001');
    await expect(options).toHaveCount(0);
    expect(desk.originates()).toEqual([]);
    await press('Enter');
    await expect.poll(() => desk.originates().length).toBe(1);
    expect(desk.originates()[0]?.body).toMatchObject({ callee: '09121110001' });
  });

  test('a call that is refused leaves its number, and nothing is offered over it any more', async () => {
    await open();
    await saveContacts(page, [aDraft('Ali', ['09120000006'])]);
    const options = page.getByRole('option');
    await page.keyboard.type('09120000006');
    await expect(options).toHaveCount(1);
    await press('Enter');
    await expect(page.locator('[data-phase="ended"]')).toBeVisible();
    expect(desk.originates()).toHaveLength(1);
    await expect(field()).toHaveValue('0912 000 0006');
    await expect(options).toHaveCount(0);
  });

  test('Escape closes the earlier numbers first, an arrow brings them back, a press chooses without taking the focus', async () => {
    await open();
    await endedCall('09121110001', 300, 'ANSWERED');
    await endedCall('09122220002', 200, 'BUSY');
    await page.keyboard.type('0912');
    const options = page.getByRole('option');
    await expect(options).toHaveCount(2);
    await press('Escape');
    await expect(options).toHaveCount(0);
    await expect(field()).toHaveValue('0912');
    await press('ArrowDown');
    await expect(options.first()).toHaveAttribute('aria-selected', 'true');
    await options.nth(1).click();
    await expect(field()).toHaveValue('0912 111 0001');
    await expect(field()).toBeFocused();
    await press('Escape');
    await expect(field()).toHaveValue('');
    // With the keys of the window nothing comes in front of them.
    for (const digit of ['0', '9', '1', '2']) await key(digit).click();
    await expect(field()).toHaveValue('0912');
    await expect(options).toHaveCount(0);
    await press('Escape', 'ArrowDown');
    await expect(options).toHaveText([/0912 222 0002/, /0912 111 0001/]);
  });

  test('before a number is called again the line says which try it is, when the last was and how it ended', async () => {
    await open();
    await endedCall('09121110001', 2, 'BUSY');
    await endedCall('09121110001', 1, 'NO ANSWER');
    const place = await key('1').boundingBox();
    await page.keyboard.type('09121110001');
    await expect(page.getByText('Dials 09121110001 via')).toBeVisible();
    const earlier = page.getByText(/^(?:3rd try today · )?last (?:yesterday )?\d\d:\d\d, no answer$/);
    await expect(earlier).toBeVisible();
    expect(await key('1').boundingBox()).toEqual(place);
    await page.keyboard.type('2');
    await expect(page.getByText(/ try today/)).toHaveCount(0);
    // What is known of the contact's number is said where it is offered too, and its note beside a third try.
    await press('Backspace');
    await expect(earlier).toBeVisible();
    // The two calls are of the last minutes: right after midnight they were no tries of today.
    const again = (await earlier.textContent())?.includes('3rd try today') === true;
    const ali = aDraft('Ali', ['09121110001'], { note: 'Wants a call back' });
    const [saved] = await saveContacts(page, [ali]);
    await expect(page.getByRole('option')).toContainText('No answer');
    await expect(page.getByTitle('Wants a call back')).toHaveCount(again ? 1 : 0);
    await page.evaluate(([id, draft]) => window.dialer.request('contact:save', { id, ...draft, doNotCall: true }), [
      saved?.id ?? '',
      ali,
    ] as const);
    await expect(page.locator('[data-stop]')).toContainText(
      again ? 'Do not call: Ali· 3rd try today' : 'Do not call: Ali',
    );
    expect(await key('1').boundingBox()).toEqual(place);
  });

  test('an empty field and Enter bring back the last number, a second Enter calls it', async () => {
    await open({ events: null });
    await page.keyboard.type('558');
    await press('Enter');
    await expect.poll(() => desk.originates().length).toBe(1);
    await expect(field()).toHaveValue('');
    await press('Enter');
    await expect(field()).toHaveValue('558');
    expect(desk.originates()).toHaveLength(1);
  });

  test('in a low window the keys go and everything else stays; the reason why Call is not possible moves nothing', async () => {
    await open({ identity: { caller: '09371234567', trunkName: '' } });
    const reason = page.getByText('Your own phone is an outside number and needs a trunk.');
    await expect(reason).toBeVisible();
    const places = () => Promise.all([key('1').boundingBox(), key('Call').boundingBox()]);
    const before = await places();
    await page.getByRole('combobox', { name: 'Trunk' }).click();
    await page.getByRole('option', { name: 'MCI' }).click();
    await expect(reason).toHaveCount(0);
    expect(await places()).toEqual(before);

    await (await mainWindow(desk.app)).evaluate((window) => window.setMinimumSize(200, 200));
    await resizeTo(desk.app, 400, 380);
    await expect(key('1')).toBeHidden();
    for (const part of [field(), key('Call'), page.getByRole('combobox', { name: 'Trunk' })]) {
      await expect(part).toBeInViewport({ ratio: 1 });
    }
  });
});
