import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { DemoPbx, demoAccount } from '../../electron/demo-pbx/demo-pbx.ts';
import { sized } from '../support/adversarial/size.ts';
import { canaries } from '../support/adversarial/watched-app.ts';
import { deskProvisioning } from '../support/desk.ts';
import { type DialdeskApp, launchDialdesk } from '../support/dialdesk-app.ts';
import { filesHolding } from '../support/files-holding.ts';
import { type Keyring, startKeyring } from '../support/keyring.ts';
import { jsonAnswer } from '../support/misbehaving-answers.ts';
import { MisbehavingPbx } from '../support/misbehaving-pbx.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const secrets = [canaries.password, canaries.token];

let keyring: Keyring;
let pbx: DemoPbx;
let address: string;
let userDataDir: string;
const launch = () => ({ userDataDir, env: keyring.env, args: keyring.args });
const fileOf = (name: string) => join(userDataDir, name);

test.beforeEach(async () => {
  keyring = await startKeyring();
  pbx = new DemoPbx({ accounts: [{ ...demoAccount, ...canaries }] });
  ({ address } = await pbx.start());
  userDataDir = temporaryFolder();
  const first = await launchDialdesk({ ...launch(), provision: deskProvisioning(address, { pbxSettings: canaries }) });
  expect((await first.state()).credentials).toMatchObject({ protection: 'keychain', hasPassword: true });
  await first.close();
});

test.afterEach(async () => {
  await pbx.stop();
  await keyring.stop();
});

type Damage = (stored: string) => string;

function changeBlob(change: (blob: Buffer) => Buffer | string): Damage {
  return (stored) => {
    const content = JSON.parse(stored) as { sealed: { blob: string } };
    const changed = change(Buffer.from(content.sealed.blob, 'base64'));
    const blob = typeof changed === 'string' ? changed : changed.toString('base64');
    return JSON.stringify({ ...content, sealed: { ...content.sealed, blob } });
  };
}

const damages: Readonly<Record<string, Damage>> = {
  'cut off in the middle': changeBlob((blob) => blob.subarray(0, blob.length >> 1)),
  'of another form': changeBlob((blob) => Buffer.concat([Buffer.from('v99'), blob.subarray(3)])),
  'of zeros behind its mark': changeBlob((blob) => Buffer.concat([blob.subarray(0, 3), Buffer.alloc(blob.length - 3)])),
  'no base64': changeBlob(() => '%%% not base64 %%%'),
  empty: changeBlob(() => ''),
  'in a file that is no JSON': (stored) => stored.slice(0, -20),
  'in a list': (stored) => `[${stored}]`,
};

test('A18: credentials that cannot be opened are asked for again, kept as they were, and never readable', async () => {
  test.setTimeout(180_000);
  const whole = readFileSync(fileOf('credentials.json'), 'utf8');
  for (const [name, damage] of Object.entries(damages).slice(0, sized(3, 100))) {
    const damaged = damage(whole);
    writeFileSync(fileOf('credentials.json'), damaged);
    const app = await launchDialdesk(launch());
    const { credentials } = await app.state();
    expect(credentials, name).toMatchObject({ hasPassword: false, hasToken: false });
    await app.close();
    const kept: unknown = (() => {
      try {
        return (JSON.parse(damaged) as { sealed?: { blob?: unknown } }).sealed?.blob;
      } catch {
        return undefined;
      }
    })();
    // Whatever cannot be opened today may be what somebody can open tomorrow.
    const text = typeof kept === 'string' && kept !== '' ? kept : damaged.slice(0, 200);
    expect(filesHolding(userDataDir, [text]), name).not.toEqual([]);
    expect(filesHolding(userDataDir, secrets), name).toEqual([]);
    expect(app.output(), name).not.toContain(canaries.password);
  }
  writeFileSync(fileOf('credentials.json'), whole);
  const last = await launchDialdesk(launch());
  expect((await last.state()).credentials).toMatchObject({ hasPassword: true, hasToken: true, locked: false });
  await last.close();
});

test('A18: settings that name another PBX, by a file or by hand, do not send it the credentials of this one', async () => {
  test.setTimeout(120_000);
  const stranger = await new MisbehavingPbx({
    act: jsonAnswer('401 Unauthorized', { success: 0, message: 'who?' }),
  }).start();
  const strange = `http://127.0.0.1:${stranger.port}/api/v4`;
  const kept = readFileSync(fileOf('settings.json'), 'utf8');
  expect(kept).toContain(address);
  const tried = async (app: DialdeskApp) => {
    // It is asked, or would be if there was anything to say who asks.
    expect((await app.state()).settings.pbx.address).toBe(strange);
    await app.page.evaluate(() => window.dialer.request('pbx:check', {}));
    const told = await app.state();
    expect(stranger.requests.length > 0 || told.pbx.state === 'failed', JSON.stringify(told.pbx)).toBe(true);
    await app.close();
    expect(stranger.requests.filter((request) => secrets.some((secret) => request.includes(secret)))).toEqual([]);
    const basic = Buffer.from(`${canaries.user}:${canaries.password}`).toString('base64');
    expect(stranger.requests.filter((request) => request.includes(basic))).toEqual([]);
  };
  await tried(await launchDialdesk({ ...launch(), provision: { version: 1, pbx: { address: strange } } }));
  writeFileSync(fileOf('settings.json'), kept.replaceAll(address, strange));
  await tried(await launchDialdesk(launch()));
  await stranger.stop();
});
