import { expect, test } from '@playwright/test';
import { type Desk, type DeskOptions, openDesk } from '../support/desk.ts';
import { startSessionBus } from '../support/session-bus.ts';
import { startTrayHost, type TrayHost } from '../support/tray-host.ts';

test('probe', async () => {
  const bus = await startSessionBus();
  const host = await startTrayHost(bus);
  const desk = await openDesk({ launch: { env: bus.env } });
  const item = await host.item();
  console.log(await item.tooltip(), await item.labels(), await item.pictureSizes(), await item.picture());
  await desk.leave();
  await bus.stop();
});
