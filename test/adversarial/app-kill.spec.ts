import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { DemoPbx, demoAccount } from '../../electron/demo-pbx/demo-pbx.ts';
import { createCallRepository } from '../../electron/storage/calls/call-repository.ts';
import { seed, sized } from '../support/adversarial/size.ts';
import { canaries } from '../support/adversarial/watched-app.ts';
import { freePort, postMany } from '../support/ask.ts';
import { deskProvisioning, listenerAccount, listenerAddress } from '../support/desk.ts';
import { launchDialdesk } from '../support/dialdesk-app.ts';
import { answeredRecord } from '../support/event-shapes.ts';
import { filesHolding } from '../support/files-holding.ts';
import { startKeyring } from '../support/keyring.ts';
import { startKillable } from '../support/killable-program.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { mustOpen } from '../support/temporary-database.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const kills = sized(1, 200);
/** After the first event that was acknowledged. */
const longestLifeMs = 800;

test(`A9: every event that the program acknowledged is there, once, and in the history, after it was killed ${kills} times (seed ${seed})`, async () => {
  test.setTimeout(60_000 + kills * 20_000);
  const random = seededRandom(seed);
  const keyring = await startKeyring();
  const pbx = new DemoPbx({ accounts: [{ ...demoAccount, ...canaries }], directory: 'empty' });
  const { address } = await pbx.start();
  const userDataDir = temporaryFolder();
  const launch = { userDataDir, env: keyring.env, args: keyring.args };
  const port = await freePort();
  const provisioned = deskProvisioning(address, { pbxSettings: canaries });
  const first = await launchDialdesk({
    ...launch,
    provision: { ...provisioned, listener: { ...provisioned.listener, port } },
  });
  const listener = { address: await listenerAddress(first), ...listenerAccount };
  await first.close();

  const file = join(userDataDir, 'dialdesk.sqlite');
  const acknowledged = new Set<string>();
  for (let kill = 0; kill < kills; kill += 1) {
    const program = startKillable(userDataDir, launch);
    await untilListening(port);
    const events = Array.from({ length: 3000 }, (_, at) => ({
      ...answeredRecord,
      unique_id: `17${kill}.${at}`,
      src: '557',
      dst: `0912${at}`,
      type: 'outgoing',
    }));
    let killed: Promise<void> | null = null;
    const lifeMs = random() * longestLifeMs;
    const answered = await postMany(listener, events, () => {
      killed ??= new Promise((resolve) => setTimeout(resolve, lifeMs)).then(program.kill);
    });
    await killed;
    expect(answered.length, `kill ${kill}`).toBeGreaterThan(0);
    for (const { unique_id } of answered) acknowledged.add(unique_id);

    // As the killed program left it; what it did not checkpoint is for the next start to find every second time.
    const { connection, close } = mustOpen(file);
    expect(connection.prepare('PRAGMA quick_check').all()).toEqual([{ quick_check: 'ok' }]);
    const rows = connection.prepare('SELECT pbx_call_id AS id FROM inbox').all();
    const stored = new Set(rows.map((row) => String(Reflect.get(Object(row), 'id'))));
    expect(stored.size, `kill ${kill}`).toBe(rows.length);
    expect(
      [...acknowledged].filter((id) => !stored.has(id)),
      `kill ${kill}`,
    ).toEqual([]);
    if (kill % 2 === 0) close();
    else connection.close();
    for (const name of readdirSync(userDataDir).filter((one) => one.endsWith('.json'))) {
      expect(() => JSON.parse(readFileSync(join(userDataDir, name), 'utf8')), `kill ${kill}: ${name}`).not.toThrow();
    }
  }

  const last = await launchDialdesk(launch);
  expect((await last.state()).credentials).toMatchObject({ hasPassword: true, hasToken: true, locked: false });
  await expect.poll(async () => (await last.state()).pbx.state).toBe('reached');
  const { connection } = mustOpen(file);
  const left = connection.prepare("SELECT count(*) AS events FROM inbox WHERE state = 'new'");
  await expect.poll(() => left.get(), { timeout: 60_000 }).toEqual({ events: 0 });
  const store = createCallRepository({ connection, reportUnreadableRow: ({ reason }) => expect(reason).toBe('') });
  expect([...acknowledged].filter((id) => store.get(`main:${id}`)?.records.cdr === undefined)).toEqual([]);
  connection.close();
  expect(last.complaints).toEqual([]);
  await last.close();
  expect(filesHolding(userDataDir, [canaries.password, canaries.token])).toEqual([]);
  await pbx.stop();
  await keyring.stop();
});

async function untilListening(port: number): Promise<void> {
  await expect
    .poll(
      async () => {
        const socket = connect(port, '127.0.0.1');
        const isOpen = await Promise.race([
          once(socket, 'connect').then(() => true),
          once(socket, 'error').then(() => false),
        ]).catch(() => false);
        socket.destroy();
        return isOpen;
      },
      { timeout: 30_000, intervals: [50] },
    )
    .toBe(true);
}
