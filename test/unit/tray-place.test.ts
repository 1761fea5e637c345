import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTrayPlace } from '../../electron/shell/tray/tray-place.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

let server: Server;
let path: string;

/** A session bus that lets everybody in and answers nothing. */
beforeEach(async () => {
  path = join(temporaryFolder('bus'), 'bus');
  server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => socket.write('OK 0123\r\n'));
  });
  await new Promise<void>((resolve) => server.listen(path, resolve));
});

afterEach(() => {
  server.close();
});

test('a bus that hangs holds up the closing of the window for one moment only', async () => {
  const tray = createTrayPlace({
    platform: 'linux',
    environment: { DBUS_SESSION_BUS_ADDRESS: `unix:path=${path}` },
    onChange: () => undefined,
  });
  const begun = performance.now();
  expect(await tray.ask?.()).toBe(false);
  expect(performance.now() - begun).toBeLessThan(2900);
  expect(tray.state()).toBe('none');
  expect(await tray.within(10)).toBe(false);
});
