import { expect } from '@playwright/test';
import { DemoPbx, demoAccount } from '../../../electron/demo-pbx/demo-pbx.ts';
import { connectEvents } from '../desk.ts';
import { launchDialdesk } from '../dialdesk-app.ts';
import { handOver } from '../launch-again.ts';
import { MisbehavingPbx } from '../misbehaving-pbx.ts';
import { checkLine, expectReached, fillConnection, readEventSetUp, testConnection } from '../set-up-steps.ts';
import { act, type Screen, type Stage } from '../walk-screens.ts';

interface FirstRun extends Stage {
  readonly pbx: DemoPbx;
  readonly address: string;
  /** Takes requests and never answers. */
  readonly silent: MisbehavingPbx;
}

const form = (stage: Stage) => stage.page.locator('form');

const screens: readonly Screen<FirstRun>[] = [
  {
    name: 'welcome',
    sizes: ['narrow', 'smallest', 'zoomed', 'wide'],
    show: ({ page }) => page.getByRole('heading', { level: 1 }),
  },
  {
    name: 'welcome, a link waits',
    sizes: ['narrow', 'smallest'],
    prepare: ({ app }) => handOver(app, ['tel:+98-912-000-0001']),
    show: ({ page }) => page.getByRole('alert'),
  },
  {
    name: 'connect, a link waits',
    sizes: ['narrow'],
    prepare: ({ page }) => page.getByRole('button', { name: 'Connect to Simotel' }).click(),
    show: ({ page }) => page.getByRole('alert'),
    async hide({ app, page }) {
      const { asked } = await app.state();
      await page.evaluate((id) => window.dialer.request('asked:dismiss', { id }), asked?.id ?? '');
    },
  },
  {
    name: 'connect, empty',
    sizes: ['narrow', 'smallest', 'zoomed', 'wide'],
    show: form,
  },
  {
    name: 'connect, not filled in',
    sizes: ['narrow'],
    prepare: ({ page }) => testConnection(page),
    show: ({ page }) => page.locator('[aria-invalid="true"]'),
  },
  {
    name: 'connect, testing',
    sizes: ['narrow'],
    async prepare({ page, silent }) {
      await fillConnection(page, { address: `127.0.0.1:${silent.port}`, ...demoAccount, auth: 'Both', phone: '557' });
      await testConnection(page);
    },
    show: form,
  },
  {
    name: 'connect, turned away',
    sizes: ['narrow', 'wide'],
    async prepare({ page, address }) {
      await fillConnection(page, { address, password: 'wrong' });
      await testConnection(page);
      await page.getByRole('alert').first().waitFor();
    },
    show: ({ page }) => page.getByRole('alert'),
  },
  {
    name: 'connect, reached',
    sizes: ['narrow', 'wide'],
    async prepare({ page, address }) {
      await fillConnection(page, { address, password: demoAccount.password });
      await testConnection(page);
      await expectReached(page);
    },
    show: form,
  },
  {
    name: 'connect, called myself',
    sizes: ['narrow', 'wide'],
    async prepare({ page }) {
      await page.getByRole('button', { name: 'Call myself' }).click();
      await expect(checkLine(page, 'Calls')).toContainText('accepted');
    },
    show: form,
  },
  {
    name: 'events, waiting for the first',
    sizes: ['narrow', 'smallest', 'wide'],
    prepare: ({ page }) => page.getByRole('button', { name: 'Save' }).click(),
    show: ({ page }) => page.getByRole('button').last(),
  },
  {
    name: 'events, arrived',
    sizes: ['narrow', 'wide'],
    async prepare({ app, page, pbx }) {
      connectEvents(pbx, await readEventSetUp(page));
      await pbx.sendEvent('Ping', {});
      await expect.poll(async () => (await app.state()).listener.lastEventAtMs).not.toBeNull();
    },
    show: ({ page }) => page.getByRole('button').last(),
  },
  {
    name: 'events, both directions',
    sizes: ['narrow', 'wide'],
    async prepare({ page }) {
      await page.getByRole('button', { name: 'Test both directions' }).click();
      await page.getByText(/Answer after/).waitFor();
    },
    show: ({ page }) => page.getByRole('button').last(),
  },
];

export const firstRunAct = act(
  'first run',
  async (launch): Promise<FirstRun> => {
    const pbx = new DemoPbx();
    const { address } = await pbx.start();
    const silent = await new MisbehavingPbx({ act: () => undefined }).start();
    const app = await launchDialdesk({ provision: { version: 1, listener: { port: 0 } }, ...launch });
    return {
      app,
      page: app.page,
      pbx,
      address,
      silent,
      async leave() {
        await app.close();
        await pbx.stop();
        await silent.stop();
      },
    };
  },
  screens,
);
