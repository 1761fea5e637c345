import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from '@playwright/test';
import { type DialdeskApp, launchDialdesk } from '../dialdesk-app.ts';
import { openSettings } from '../set-up-steps.ts';
import { act, type Stage } from '../walk-screens.ts';
import { openTab } from './desk.ts';

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
        pbx: { address: '127.0.0.1:9', auth: 'basic', user: 'agent', password: 'secret' },
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

export const troubleActs = [unreachable, provisioning];
