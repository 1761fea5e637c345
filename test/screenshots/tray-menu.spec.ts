import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { openDesk } from '../support/desk.ts';
import { missCall } from '../support/missed-call.ts';
import { startSessionBus } from '../support/session-bus.ts';
import { startTrayHost, type TrayItem } from '../support/tray-host.ts';

const folder = join(import.meta.dirname, '..', '..', 'out', 'screenshots');

test.skip(process.env['DIALDESK_DOCS'] === '1', 'the README has no picture of a menu that each panel draws otherwise');

async function written(state: string, tray: TrayItem): Promise<string> {
  const entries = await tray.menu();
  const lines = entries.map(({ label, enabled }) => (label === '' ? '  ---' : `${enabled ? '>' : ' '} ${label}`));
  return [`== ${state}`, await tray.tooltip(), '', ...lines, ''].join('\n');
}

for (const language of ['en', 'fa'] as const) {
  test(`the menu of the tray as text, ${language}`, async () => {
    const bus = await startSessionBus();
    const host = await startTrayHost(bus);
    const desk = await openDesk({ ui: { language }, pbx: { speed: 2 }, launch: { env: bus.env } });
    const tray = await host.item();
    const texts: string[] = [];
    const take = async (state: string, entries: number) => {
      await expect.poll(async () => (await tray.labels()).length).toBe(entries);
      texts.push(await written(state, tray));
    };
    await expect.poll(async () => (await desk.app.state()).pbx.state).toBe('reached');
    await take('ready', 10);
    await missCall(desk.pbx, '09121110001');
    await missCall(desk.pbx, '02188776655');
    await take('missed', 16);
    await desk.page.evaluate(() =>
      window.dialer.request('call:originate', { destination: '09120000001', trunkName: null }),
    );
    await take('ringing', 17);
    writeFileSync(join(made(folder), `tray-menu-${language}.txt`), texts.join('\n'));
    await desk.leave();
    await bus.stop();
  });
}

function made(path: string): string {
  mkdirSync(path, { recursive: true });
  return path;
}
