import { expect, type Page } from '@playwright/test';
import {
  DemoPbx,
  type DemoPbxEventTarget,
  type DemoPbxOptions,
  type DemoPbxRequest,
  demoAccount,
} from '../../electron/demo-pbx/demo-pbx.ts';
import type { Call } from '../../shared/domain/call.ts';
import type { ProvisioningFile } from '../../shared/settings/provisioning-schema.ts';
import { type DialdeskApp, type LaunchOptions, launchDialdesk } from './dialdesk-app.ts';

/** An agent's desk: the app set up for a demo PBX of its own, events flowing between the two. */
export interface Desk {
  readonly pbx: DemoPbx;
  readonly app: DialdeskApp;
  readonly page: Page;
  readonly listener: { readonly address: string; readonly user: string; readonly password: string };
  /** Originate requests the PBX received, oldest first. */
  originates(): readonly DemoPbxRequest[];
  /** Newest first, as the window would get them. */
  calls(): Promise<readonly Call[]>;
  leave(): Promise<void>;
}

export interface DeskOptions {
  readonly pbx?: DemoPbxOptions;
  readonly events?: Partial<DemoPbxEventTarget> | null;
  readonly identity?: ProvisioningFile['identity'];
  readonly pbxSettings?: ProvisioningFile['pbx'];
  readonly callLimit?: ProvisioningFile['callLimit'];
  readonly screenPop?: ProvisioningFile['screenPop'];
  readonly ui?: ProvisioningFile['ui'];
  /** None unless named: a key that another program of the screen holds is told in the window, wherever a test looks. */
  readonly hotkeys?: ProvisioningFile['hotkeys'];
  readonly afterCall?: ProvisioningFile['afterCall'];
  readonly launch?: LaunchOptions;
}

/** So soon the app takes a second call to a number for the first. */
const sameIntentMs = 2000;

/** Some ten times faster than life: a call takes a second or two. */
const testSpeed = 10;

export const listenerAccount = { user: 'pbx-events', password: 'pbx-events-password' };

export function deskProvisioning(pbxAddress: string, options: DeskOptions = {}): ProvisioningFile {
  return {
    version: 1,
    pbx: {
      address: pbxAddress,
      auth: 'both',
      user: demoAccount.user,
      password: demoAccount.password,
      token: demoAccount.token,
      ...options.pbxSettings,
    },
    identity: { caller: '557', callerId: '557', dialplanContext: 'main_routing', ...options.identity },
    listener: { host: '127.0.0.1', port: 0, path: '/simotel', ...listenerAccount, allowFrom: ['127.0.0.1'] },
    ...(options.callLimit === undefined ? {} : { callLimit: options.callLimit }),
    ...(options.screenPop === undefined ? {} : { screenPop: options.screenPop }),
    ...(options.ui === undefined ? {} : { ui: options.ui }),
    hotkeys: options.hotkeys ?? { quickDial: '', dialSelection: '' },
    ...(options.afterCall === undefined ? {} : { afterCall: options.afterCall }),
  };
}

export async function openDesk(options: DeskOptions = {}): Promise<Desk> {
  // Whom a test does not name nobody is to find.
  const pbx = new DemoPbx({ speed: testSpeed, directory: 'empty', ...options.pbx });
  const { address } = await pbx.start();
  const app = await launchDialdesk({ provision: deskProvisioning(address, options), ...options.launch });
  const listener = { address: await listenerAddress(app), ...listenerAccount };
  if (options.events !== null) connectEvents(pbx, listener, options.events);
  return {
    pbx,
    app,
    page: app.page,
    listener,
    originates: () => pbx.requests.filter((request) => request.path.endsWith('/call/originate/act')),
    calls: () =>
      app.page.evaluate(async () => {
        const answer = await window.dialer.request('call:list', { before: null, limit: 50 });
        if (!answer.ok) throw new Error(answer.error.code);
        return answer.value.calls;
      }),
    async leave() {
      await app.close();
      await pbx.stop();
    },
  };
}

/** Waits until the listener of the app is open. */
export async function listenerAddress(app: DialdeskApp): Promise<string> {
  let address: string | null = null;
  const listens = async () => {
    const { listener } = await app.state();
    address = listener.address;
    return listener.state;
  };
  await expect.poll(listens, { intervals: [20, 40, 80, 160] }).toBe('listening');
  if (address === null) throw new Error('The listener has no address');
  return address;
}

export function connectEvents(
  pbx: DemoPbx,
  listener: Desk['listener'],
  overrides: Partial<DemoPbxEventTarget> = {},
): void {
  pbx.setEventTarget({
    ...listener,
    version: 'G4',
    method: 'POST',
    encoding: 'json',
    idField: 'unique_id',
    originatedCallIdInEvents: true,
    ...overrides,
  });
}

/** As an agent does it: types into the number field and presses Enter; with Ctrl for a call that something speaks against. */
export async function dial(page: Page, number: string, key = 'Enter'): Promise<void> {
  await page.getByRole('tab', { name: 'Keypad' }).click();
  const field = page.getByRole('textbox', { name: 'Phone number' });
  await field.fill(number);
  await field.press(key);
}

/** From then on a call to the same number is another intent, no bouncing key. */
export async function pastSameIntent(desk: Desk): Promise<void> {
  await expect
    .poll(async () => Date.now() - ((await desk.calls()).at(0)?.startedAtMs ?? Number.NaN))
    .toBeGreaterThan(sameIntentMs);
}

/** Until the own phone is seen idle after a call: before that a further call would have to be meant. */
export async function untilFree({ page }: Desk): Promise<void> {
  await expect(page.locator('[data-phase="ended"]')).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('button', { name: 'State of your phone: Free' })).toBeVisible();
}

export function currentCall(page: Page) {
  return page.getByRole('region', { name: 'Current call' });
}

export function historyRows(page: Page) {
  const history = page.getByLabel('Call history');
  return history.getByRole('row').or(history.getByRole('option'));
}
