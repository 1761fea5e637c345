import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from '@playwright/test';
import { DemoPbx, demoAccount } from '../../../electron/demo-pbx/demo-pbx.ts';
import { deskProvisioning, dial, openDesk } from '../desk.ts';
import { type DialdeskApp, launchDialdesk } from '../dialdesk-app.ts';
import { startKeyring } from '../keyring.ts';
import { openSettings } from '../set-up-steps.ts';
import { act, type Stage } from '../walk-screens.ts';
import { openTab } from './desk.ts';
import { behindEvents, behindPbx, everyNotice } from './header.ts';

const alone = (app: DialdeskApp): Stage => ({ app, page: app.page, leave: () => app.close() });

/** The PBX does not answer, and another program has the listener's port. */
const unreachable = act(
  'nothing works',
  async (launch): Promise<Stage> => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as AddressInfo;
    const app = await launchDialdesk({
      provision: {
        version: 1,
        pbx: { address: 'https://pbx.invalid', auth: 'basic', user: 'agent', password: 'secret' },
        listener: { host: '127.0.0.1', port, user: 'events', password: 'events-password' },
      },
      ...launch,
    });
    await expect.poll(async () => (await app.state()).listener.state).toBe('port-in-use');
    await expect.poll(async () => (await app.state()).pbx.state).toBe('failed');
    return {
      ...alone(app),
      async leave() {
        await app.close();
        await new Promise((resolve) => taken.close(resolve));
      },
    };
  },
  [
    {
      name: 'trouble, no own number and no PBX',
      sizes: ['narrow', 'smallest', 'wide'],
      prepare: ({ page }) => page.locator('main input').first().fill('09123456789'),
      show: ({ page }) => page.locator('main input').first(),
    },
    {
      name: 'trouble, port taken',
      sizes: ['narrow', 'wide'],
      async show({ page }) {
        await openSettings(page, 'Events');
        return page.getByRole('tabpanel').getByRole('heading').first();
      },
    },
    behindPbx('connection, PBX not reached', ['narrow', 'smallest', 'wide'], (stage) => openTab(stage, 'Keypad')),
    behindEvents('connection, port taken', ['narrow', 'smallest', 'wide']),
    everyNotice('trouble, all notices', ['narrow', 'smallest', 'wide']),
    {
      name: 'trouble, offline',
      sizes: ['narrow', 'smallest', 'zoomed', 'wide'],
      async prepare({ app, page }) {
        // What the system says of its network; that the PBX does not answer is true already.
        await app.electron.evaluate(({ net }) => {
          net.isOnline = () => false;
        });
        await page.evaluate(() => window.dialer.request('pbx:check', {}));
        await page.getByRole('status', { name: 'Connection' }).getByText('Computer offline').waitFor();
      },
      show: ({ page }) => page.locator('main input').first(),
    },
    behindPbx('connection, offline', ['narrow', 'wide']),
    everyNotice('trouble, all notices offline', ['narrow', 'smallest']),
  ],
);

const lockedKeys = act(
  'a key store that stays locked',
  async (launch): Promise<Stage> => {
    const pbx = new DemoPbx();
    const { address } = await pbx.start();
    const keyring = await startKeyring();
    const before = await launchDialdesk({
      provision: deskProvisioning(address),
      args: keyring.args,
      env: keyring.env,
    });
    await expect.poll(async () => (await before.state()).credentials.protection).toBe('keychain');
    await before.close();
    await keyring.stop();
    const app = await launchDialdesk({ ...launch, userDataDir: before.userDataDir });
    await expect.poll(async () => (await app.state()).credentials.locked).toBe(true);
    return {
      ...alone(app),
      async leave() {
        await app.close();
        await pbx.stop();
      },
    };
  },
  [
    {
      name: 'trouble, key store locked',
      sizes: ['narrow', 'smallest', 'zoomed', 'wide'],
      show: ({ page }) => page.locator('main input').first(),
    },
    everyNotice('trouble, all notices locked', ['narrow', 'smallest', 'wide']),
    {
      name: 'trouble, key store locked in the settings',
      sizes: ['narrow', 'wide'],
      async show({ page }) {
        await openSettings(page, 'Secrets');
        return page.getByRole('tabpanel').getByRole('heading').first();
      },
    },
  ],
);

const clocks = act('a clock that is wrong', (launch) => openDesk({ launch, pbx: { clockAheadMs: 10 * 60_000 } }), [
  {
    name: 'trouble, clocks apart',
    sizes: ['narrow', 'smallest', 'wide'],
    prepare: ({ page }) => page.getByText('The clocks are 10 min apart').waitFor(),
    show: ({ page }) => page.locator('main input').first(),
  },
  everyNotice('trouble, all notices of the clocks', ['narrow', 'wide']),
]);

const rights = act(
  'an account without rights',
  (launch) => openDesk({ launch, pbx: { accounts: [{ ...demoAccount, services: [] }] } }),
  [
    {
      name: 'trouble, no right to anything',
      sizes: ['narrow', 'smallest', 'zoomed', 'wide'],
      show: ({ page }) => page.locator('main input').first(),
    },
    behindPbx('connection, right missing', ['narrow', 'wide']),
    {
      name: 'keypad, trunks not permitted',
      sizes: ['narrow', 'smallest', 'wide'],
      async show({ page }) {
        await page.getByRole('combobox', { name: 'Trunk' }).click();
        return page.locator('[data-trigger]');
      },
      hide: ({ page }) => page.keyboard.press('Escape'),
    },
    {
      name: 'call, right missing',
      sizes: ['narrow', 'smallest', 'wide'],
      async prepare({ page }) {
        await dial(page, '09121234567');
        await page.getByText('call/originate/act').first().waitFor();
      },
      show: ({ page }) => page.locator('[data-phase="ended"]'),
    },
    behindPbx('connection, calls not allowed', ['narrow', 'smallest', 'wide']),
  ],
);

const provisioning = act(
  'a set-up file that cannot be used',
  async (launch) => alone(await launchDialdesk({ provision: '{"version": 1,', ...launch })),
  [
    {
      name: 'trouble, set-up file',
      sizes: ['narrow', 'smallest'],
      show: ({ page }) => page.getByRole('heading', { level: 1 }),
    },
    {
      name: 'demo, keypad with a notice',
      sizes: ['narrow', 'wide'],
      prepare: async ({ page }) => {
        await page.getByRole('button', { name: 'Try it with the demo PBX' }).click();
        await page.getByRole('tab', { name: 'Settings' }).waitFor();
      },
      show: ({ page }) => page.locator('main input').first(),
    },
    {
      name: 'demo, identity',
      sizes: ['narrow'],
      async show(stage) {
        await openTab(stage, 'Settings');
        await openSettings(stage.page, 'Identity');
        return stage.page.getByRole('tabpanel').getByRole('heading').first();
      },
    },
  ],
);

export const troubleActs = [unreachable, lockedKeys, clocks, rights, provisioning];
