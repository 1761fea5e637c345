import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { DemoPbx } from '../../electron/demo-pbx/demo-pbx.ts';
import { deskProvisioning } from '../support/desk.ts';
import { launchDialdesk } from '../support/dialdesk-app.ts';

/** Set where this file runs once more, on a network of its own that can be unplugged. */
const ownNetwork = 'DIALDESK_OWN_NETWORK';
const address = '10.77.0.10';

/** A wire with both ends here; the PBX is at this end of it, so without the wire nothing leads there. */
const plugIn = [
  'ip link set lo up',
  'ip link add wire type veth peer name other',
  `ip addr add ${address}/24 dev wire`,
  'ip link set other up',
  'ip link set wire up',
].join(' && ');

const root = join(import.meta.dirname, '..', '..');

if (process.env[ownNetwork] === undefined) {
  test('a computer that loses its network says so of itself, and goes on when it is back', () => {
    test.setTimeout(95_000);
    const may = spawnSync('unshare', ['-rn', 'sh', '-c', plugIn], { timeout: 5_000 });
    test.skip(may.status !== 0, 'this system lets nobody make a network of his own');
    const playwright = join(root, 'node_modules', '@playwright', 'test', 'cli.js');
    const run = `${plugIn} && exec "$0" "$1" test --project=e2e offline.spec.ts --reporter=line --global-timeout=70000 --output=out/test/e2e-offline`;
    const inside = spawnSync('unshare', ['-rn', 'sh', '-c', run, process.execPath, playwright], {
      cwd: root,
      env: { ...process.env, [ownNetwork]: '1' },
      encoding: 'utf8',
      timeout: 85_000,
      killSignal: 'SIGKILL',
    });
    expect(inside.stdout + inside.stderr).toContain('1 passed');
    expect(inside.status).toBe(0);
  });
} else {
  test('offline is said of this computer, not of the PBX, and is over by itself', async () => {
    test.setTimeout(60_000);
    const pbx = new DemoPbx({ host: address });
    const { address: pbxAddress } = await pbx.start();
    const provision = deskProvisioning(pbxAddress);
    const app = await launchDialdesk({
      provision: { ...provision, listener: { ...provision.listener, host: 'auto', allowFrom: [address] } },
    });
    const { page } = app;
    const status = page.getByRole('status', { name: 'Connection' });
    await expect(status).toContainText('PBX ready');
    await expect.poll(async () => (await app.state()).listener.address).toContain(address);

    // The address goes first, as from a system that manages its networks: this end would go on answering by it.
    execFileSync('sh', ['-c', 'ip addr flush dev wire && ip link set wire down']);
    await expect(status).toContainText('Computer offline');
    await expect(page.getByRole('region', { name: 'Notices' })).toContainText('This computer is offline');
    await status.getByRole('button', { name: 'Computer offline' }).click();
    await expect(page.getByRole('dialog')).toContainText('Connect the network cable, Wi-Fi or VPN.');
    await page.keyboard.press('Escape');

    execFileSync('sh', ['-c', `ip addr add ${address}/24 dev wire && ip link set wire up`]);
    await expect(status).toContainText('PBX ready');
    await expect(page.getByText('This computer is offline')).toHaveCount(0);
    await app.close();
    await pbx.stop();
  });
}
