import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { DemoPbx, demoAccount } from '../../electron/demo-pbx/demo-pbx.ts';
import { seed, sized } from '../support/adversarial/size.ts';
import { canaries } from '../support/adversarial/watched-app.ts';
import { deskProvisioning } from '../support/desk.ts';
import { launchDialdesk, provisioningFile } from '../support/dialdesk-app.ts';
import { filesHolding } from '../support/files-holding.ts';
import { type Keyring, startKeyring } from '../support/keyring.ts';
import { startKillable } from '../support/killable-program.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const secrets = [canaries.password, canaries.token];
/** What is there when it is killed; between the two the key is made, and the credentials are sealed with it. */
const moments = ['settings.json', 'credentials.json'] as const;
const kills = sized(2, 20);

test(`A10: killed ${kills} times while it makes its first key, the next start has credentials that the one after opens (seed ${seed})`, async () => {
  test.setTimeout(kills * 60_000);
  const random = seededRandom(seed);
  const pbx = new DemoPbx({ accounts: [{ ...demoAccount, ...canaries }] });
  const { address } = await pbx.start();
  const provision = deskProvisioning(address, { pbxSettings: canaries });
  for (let kill = 0; kill < kills; kill += 1) {
    const keyring = await startKeyring();
    const userDataDir = temporaryFolder();
    const moment = moments[kill % moments.length] ?? moments[0];
    const what = `kill ${kill}, at ${moment}`;
    const given = [...keyring.args, `--provision=${provisioningFile(provision)}`];
    await killAt(join(userDataDir, moment), random() * 60, userDataDir, given, keyring);
    for (const name of readdirSync(userDataDir).filter((file) => file.endsWith('.json'))) {
      expect(() => JSON.parse(readFileSync(join(userDataDir, name), 'utf8')), `${what}: ${name}`).not.toThrow();
    }
    const launch = { userDataDir, env: keyring.env, args: keyring.args };
    const second = await launchDialdesk({ ...launch, provision });
    expect((await second.state()).credentials, what).toMatchObject({ protection: 'keychain', hasPassword: true });
    await second.close();
    const third = await launchDialdesk(launch);
    const { credentials } = await third.state();
    expect(credentials, what).toMatchObject({ hasPassword: true, hasToken: true, locked: false });
    await expect.poll(async () => (await third.state()).pbx.state).toBe('reached');
    expect(third.complaints).toEqual([]);
    await third.close();
    expect(filesHolding(userDataDir, secrets), what).toEqual([]);
    await keyring.stop();
  }
  await pbx.stop();
});

/** Starts the program and ends all of its processes some time after the file is there. */
async function killAt(file: string, afterMs: number, userDataDir: string, args: readonly string[], { env }: Keyring) {
  const program = startKillable(userDataDir, { args, env });
  await expect.poll(() => existsSync(file), { timeout: 30_000, intervals: [5] }).toBe(true);
  await new Promise((resolve) => setTimeout(resolve, afterMs));
  await program.kill();
}
