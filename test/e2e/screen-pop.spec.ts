import { expect, type Page, test } from '@playwright/test';
import type { ProvisioningFile } from '../../shared/settings/provisioning-schema.ts';
import { type BrowserStandIn, browserStandIn } from '../support/browser-stand-in.ts';
import {
  connectEvents,
  currentCall,
  type Desk,
  type DeskOptions,
  dial,
  historyRows,
  listenerAccount,
  listenerAddress,
  openDesk,
} from '../support/desk.ts';
import { openDesktop } from '../support/desktop.ts';
import { launchDialdesk } from '../support/dialdesk-app.ts';
import { tabTo } from '../support/focus.ts';
import { openSettings, saveField } from '../support/set-up-steps.ts';

let desk: Desk;
let browser: BrowserStandIn;

test.afterEach(async () => {
  expect(desk.app.complaints).toEqual([]);
  await desk.leave();
});

const everyMoment = {
  allowedHosts: ['crm.example.com'],
  incomingRinging: 'https://crm.example.com/in/ringing?q={number}',
  incomingAnswered: 'https://crm.example.com/in/answered?q={numberE164}&trunk={trunk}',
  incomingEnded: 'https://crm.example.com/in/ended?id={callId}&agent={agent}',
  incomingClick: 'https://crm.example.com/in/{number}',
  outgoingRinging: 'https://crm.example.com/out/{moment}?q={number}',
  outgoingAnswered: 'https://crm.example.com/out/{moment}?q={number}',
  outgoingEnded: 'https://crm.example.com/out/{moment}?q={number}&queue={queue}',
  outgoingClick: 'https://crm.example.com/out/{number}#{direction}',
} satisfies ProvisioningFile['screenPop'];

async function open(screenPop: ProvisioningFile['screenPop'], options: DeskOptions = {}): Promise<Page> {
  browser = browserStandIn();
  desk = await openDesk({
    ...(screenPop === undefined ? {} : { screenPop }),
    launch: { env: browser.env },
    ...options,
  });
  return desk.page;
}

/** What the browser was given; each start has one address and nothing else. */
function pages(): readonly string[] {
  return browser.opened().map((given) => {
    expect(given).toHaveLength(1);
    return given[0] ?? '';
  });
}

const state = (id: string, of: string, participant: string) =>
  desk.pbx.sendEvent('NewState', { exten: '557', state: of, participant, direction: 'in', unique_id: id });

/** What the PBX told last has been worked on. */
async function workedOn(): Promise<void> {
  const id = `9.${Date.now()}`;
  const at = '2025-01-31 09:30:00.000000';
  const call = {
    src: '557',
    dst: '551',
    type: 'local',
    disposition: 'BUSY',
    starttime: at,
    endtime: at,
    wait: 1,
    billsec: 0,
  };
  await desk.pbx.sendEvent('Cdr', { ...call, duration: '1', record: '', unique_id: id });
  await expect.poll(async () => (await desk.calls()).some(({ pbxCallIds }) => pbxCallIds.includes(id))).toBe(true);
}

test('an incoming call opens a page as it rings, is picked up and ends, each once; repeats and a restart open none', async () => {
  await open(everyMoment);
  await desk.pbx.sendEvent('IncomingCall', { number: '09121234567', entry_point: 'MCI', unique_id: '1.1' });
  await state('1.1', 'Ringing', '09121234567');
  await expect.poll(pages).toEqual(['https://crm.example.com/in/ringing?q=09121234567']);
  await state('1.1', 'InUse', '09121234567');
  await expect.poll(pages).toHaveLength(2);
  expect(pages()[1]).toBe('https://crm.example.com/in/answered?q=%2B989121234567&trunk=MCI');
  // The same once more, in another form and out of order.
  connectEvents(desk.pbx, desk.listener, { version: 'Rest4', method: 'GET' });
  await state('1.1', 'InUse', '09121234567');
  await state('1.1', 'Ringing', '09121234567');
  await workedOn();
  expect(pages()).toHaveLength(2);

  const { host, port, path, allowFrom } = (await desk.app.state()).settings.listener;
  await desk.app.kill();
  // Without a key store the account of the listener has to be told again.
  const provision = { version: 1, listener: { host, port, path, allowFrom, ...listenerAccount } } as const;
  const app = await launchDialdesk({ userDataDir: desk.app.userDataDir, env: browser.env, provision });
  const address = await listenerAddress(app);
  const again = { ...desk, app, page: app.page, listener: { ...desk.listener, address } };
  desk = {
    ...again,
    calls: () =>
      app.page.evaluate(async () => {
        const answer = await window.dialer.request('call:list', { before: null, limit: 50 });
        return answer.ok ? answer.value.calls : [];
      }),
    leave: async () => {
      await app.close();
      await again.pbx.stop();
    },
  };
  connectEvents(desk.pbx, desk.listener, { idField: 'cuid' });
  await state('1.1', 'Ringing', '09121234567');
  await state('1.1', 'InUse', '09121234567');
  await workedOn();
  expect(pages()).toHaveLength(2);
  await state('1.1', 'Idle', '09121234567');
  await expect.poll(pages).toHaveLength(3);
  expect(pages()[2]).toBe('https://crm.example.com/in/ended?id=1.1&agent=557');
});

test('a call that was placed here opens its pages too, and those of colleagues only when that is wanted', async () => {
  const page = await open(everyMoment);
  await dial(page, '09120000001');
  await expect
    .poll(pages, { timeout: 20_000 })
    .toEqual([
      'https://crm.example.com/out/ringing?q=09120000001',
      'https://crm.example.com/out/answered?q=09120000001',
      'https://crm.example.com/out/ended?q=09120000001&queue=',
    ]);
  await desk.pbx.whenIdle();
  await dial(page, '558');
  await expect(currentCall(page)).toContainText('558');
  await desk.pbx.whenIdle();
  await workedOn();
  expect(pages()).toHaveLength(3);

  await openSettings(page, 'Screen pop');
  await page.getByText('Also for colleagues').click();
  // Past the ten seconds that have room for five pages.
  await desk.app.electron.evaluate(() => {
    const now = Date.now;
    Date.now = () => now() + 10_000;
  });
  await dial(page, '559');
  await expect.poll(() => pages().at(-1), { timeout: 20_000 }).toBe('https://crm.example.com/out/ended?q=559&queue=');
});

test('what comes as a record alone, as after a night, opens nothing', async () => {
  await open(everyMoment);
  await workedOn();
  const at = '2025-01-31 09:30:00.000000';
  const call = {
    src: '09121234567',
    dst: '557',
    type: 'incoming',
    disposition: 'ANSWERED',
    starttime: at,
    endtime: at,
  };
  await desk.pbx.sendEvent('Cdr', { ...call, duration: '9', billsec: 5, wait: 4, record: '', unique_id: '7.7' });
  await workedOn();
  expect(await desk.calls()).toHaveLength(3);
  expect(pages()).toEqual([]);
});

test('a hostile caller changes nothing but the value that he is', async () => {
  await open({
    ...everyMoment,
    colleagues: true,
    incomingRinging: 'https://crm.example.com/c/{number}/open?t={trunk}&agent={agent}#top',
  });
  const hostile = [
    '../../admin?x=1&agent=1#',
    '..',
    '@evil.example/',
    '$(touch /tmp/pwned);`id`|&',
    '\u202e\ud83d\ude00 "><script>',
    '%2e%2e%2fadmin',
  ];
  for (const [index, number] of hostile.entries()) {
    await state(`2.${index}`, 'Ringing', number);
    // The limit of pages in ten seconds is for all of them together.
    if (index < 5) await expect.poll(() => pages().length).toBe(index + 1);
  }
  for (const page of pages()) {
    const { origin, pathname, search, hash } = new URL(page);
    expect(origin).toBe('https://crm.example.com');
    expect(pathname.split('/')).toHaveLength(4);
    expect(pathname).toMatch(/^\/c\/[^/]*\/open$/);
    expect(search).toBe('?t=&agent=557');
    expect(hash).toBe('#top');
  }
});

test('a storm of calls opens five pages, and the header says how many it left out', async () => {
  const page = await open(everyMoment);
  await Promise.all(
    Array.from({ length: 30 }, (_none, call) => state(`3.${call}`, 'Ringing', `0912123${1000 + call}`)),
  );
  await expect.poll(async () => (await desk.app.state()).pagesNotOpened?.count).toBe(25);
  expect(pages()).toHaveLength(5);
  await page.getByRole('button', { name: /^Notices/ }).click();
  const told = page.getByRole('dialog').getByText('Pages of calls not opened: 25').locator('../..');
  await expect(told).toContainText('Pages of at most 5 calls are opened in 10 seconds.');
  await told.getByRole('button', { name: 'Dismiss' }).click();
  await expect(told).toHaveCount(0);
  expect((await desk.app.state()).pagesNotOpened).toBeNull();
});

test('a page is set up, seen and tried with the keyboard alone', async () => {
  const page = await open(undefined);
  await openSettings(page, 'Screen pop');
  const field = page.getByLabel('When your phone rings', { exact: true });
  await tabTo(page, field);
  await page.keyboard.type('https://crm.example.com/search?q={number}');
  await page.keyboard.press('Enter');
  await expect(page.getByText('crm.example.com is not among the allowed hosts.')).toBeVisible();
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  expect((await desk.app.state()).settings.screenPop.incomingRinging).toBe('');
  await tabTo(page, page.getByRole('button', { name: 'Allow crm.example.com' }));
  await page.keyboard.press('Enter');
  await expect
    .poll(async () => (await desk.app.state()).settings.screenPop)
    .toMatchObject({
      allowedHosts: ['crm.example.com'],
      incomingRinging: 'https://crm.example.com/search?q={number}',
    });
  const item = page.locator('[data-setting="screenPop.incomingRinging"]');
  await expect(item.locator('bdi')).toHaveText('https://crm.example.com/search?q=09121234567');
  await tabTo(page, page.getByRole('button', { name: 'Try with a sample call' }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(item.getByRole('status')).toContainText('Handed to the browser');
  await expect.poll(pages).toEqual(['https://crm.example.com/search?q=09121234567']);
});

test('what cannot be used is said at the field, and a host in use is not taken away', async () => {
  const page = await open(everyMoment);
  await openSettings(page, 'Screen pop');
  for (const [typed, words] of [
    ['https://{number}.example.com/', 'The host has to be written out'],
    ['file:///etc/passwd', 'Only https and http addresses'],
    ['https://crm.example.com@evil.example/', 'User and password may not stand'],
    ['https://crm.example.com/{names}', 'There is no placeholder'],
    ['https://crm.example.com/{number', 'without its other half'],
    ['crm', 'Write a whole web address'],
    ['https://evil.example/{number}', 'evil.example is not among the allowed hosts.'],
  ] as const) {
    await saveField(page, 'When you pick up', typed);
    await expect(page.locator('[data-setting="screenPop.incomingAnswered"]')).toContainText(words);
  }
  await saveField(page, 'Allowed hosts', 'other.example');
  await expect(page.getByText('crm.example.com is used by a page below.')).toBeVisible();
  expect((await desk.app.state()).settings.screenPop).toEqual({ ...everyMoment, colleagues: false });
});

test('“Open in CRM” opens the page of the call on the card, by key too, and of a call in the history', async () => {
  const page = await open({
    allowedHosts: ['crm.example.com'],
    incomingClick: everyMoment.incomingClick,
    outgoingClick: everyMoment.outgoingClick,
  });
  await state('4.1', 'Ringing', '09121234567');
  await currentCall(page).getByRole('button', { name: 'Open in CRM' }).click();
  await expect.poll(pages).toEqual(['https://crm.example.com/in/09121234567']);
  await page.keyboard.press('Control+o');
  await expect.poll(pages).toHaveLength(2);
  await state('4.1', 'Idle', '09121234567');
  await page.getByRole('tab', { name: 'History' }).click();
  await historyRows(page).first().getByRole('button', { name: 'Open 0912 123 4567 in CRM' }).click();
  await expect.poll(pages).toHaveLength(3);
  expect(new Set(pages())).toEqual(new Set(['https://crm.example.com/in/09121234567']));
});

test('a computer without xdg-open is told about, at the button and for calls', async () => {
  const page = await open(everyMoment, { launch: { env: { PATH: '/nowhere' } } });
  await state('5.1', 'Ringing', '09121234567');
  await page.getByRole('button', { name: /^Notices/ }).click();
  await expect(page.getByRole('dialog')).toContainText('Pages of calls not opened: 1');
  await page.keyboard.press('Escape');
  await currentCall(page).getByRole('button', { name: 'Open in CRM' }).click();
  await expect(currentCall(page)).toContainText('This computer has no program that opens web pages.');
  await openSettings(page, 'Screen pop');
  const item = page.locator('[data-setting="screenPop.incomingRinging"]');
  await item.getByRole('button', { name: 'Try with a sample call' }).click();
  await expect(item.getByRole('alert')).toContainText('no program that opens web pages');
});

test('Dialdesk stays where it is as it hands pages to the browser: what the agent types goes on where he is', async () => {
  const desktop = await openDesktop();
  try {
    browser = browserStandIn();
    desk = await openDesk({ screenPop: everyMoment, launch: { env: { ...browser.env, ...desktop.env } } });
    const window = () =>
      desk.app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((each) => each.isFocused()));
    // A window that is still on its way to the screen takes the focus as it gets there.
    await expect.poll(window).toBe(true);
    const other = await desktop.openOther();
    const lost: boolean[] = [];
    for (const [index, of] of (['Ringing', 'InUse', 'Idle'] as const).entries()) {
      await state('6.1', of, '09121234567');
      await expect
        .poll(async () => {
          lost.push(!(await other.hasFocus()));
          return pages().length;
        })
        .toBe(index + 1);
      await desktop.type('x');
    }
    await workedOn();
    lost.push(!(await other.hasFocus()));
    expect(lost).not.toContain(true);
    expect(await window()).toBe(false);
    await expect.poll(other.keys).toEqual(['x', 'x', 'x']);
  } finally {
    await desk.app.close();
    await desktop.close();
  }
});
