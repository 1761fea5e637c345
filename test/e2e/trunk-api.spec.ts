import { expect, test } from '@playwright/test';
import { ask } from '../support/ask.ts';
import { type Desk, dial, openDesk } from '../support/desk.ts';
import { openSettings } from '../support/set-up-steps.ts';

let desk: Desk;

test.beforeEach(async () => {
  desk = await openDesk({ identity: { trunkName: 'Irancell', callLimitSeconds: 300, timeoutSeconds: 30 } });
});

test.afterEach(async () => {
  await desk.leave();
});

/** As the dial plan's component asks when the first party has answered. */
async function askTrunk(fields: Readonly<Record<string, string>>): Promise<unknown> {
  const reply = await ask(`${desk.listener.address}/trunk-api`, { account: desk.listener, fields });
  expect(reply.status).toBe(200);
  expect(reply.headers['content-type']).toMatch(/^application\/json/);
  return JSON.parse(reply.text);
}

const refused = { ok: '0' };
const question = { src: '557', dst: '09120000004', unique_id: '1768545037.1', app_name: 'dialdesk', data: '' };

test("the agent's pending call is told with trunk, callee and limit; every other call is refused", async () => {
  desk.pbx.setSpeed(1);
  expect(await askTrunk(question)).toEqual(refused);
  // The own phone rings for as long as the time-out.
  await dial(desk.page, '09120000004');
  await expect.poll(async () => (await desk.calls()).at(0)?.outcome).toBe('accepted');
  const expected = { ok: '1', trunk: 'Irancell', extension: '09120000004', call_limit: '300' };
  expect(await askTrunk(question)).toEqual(expected);
  expect(await askTrunk({ src: '557' })).toEqual(expected);
  expect(await askTrunk({ ...question, src: '558' })).toEqual(refused);
  expect(await askTrunk({ ...question, dst: '09120000009' })).toEqual(refused);
  expect(await askTrunk({})).toEqual(refused);

  const url = `${desk.listener.address}/trunk-api/MyTrunkApi?${new URLSearchParams(question)}`;
  expect(JSON.parse((await ask(url, { account: desk.listener })).text)).toEqual(expected);
  expect(await desk.calls()).toHaveLength(1);
});

test('a call that has ended is not told any more', async () => {
  await dial(desk.page, '09120000002');
  await expect.poll(async () => (await desk.calls()).at(0)?.records.cdr?.disposition).toBe('busy');
  expect(await askTrunk({ ...question, dst: '09120000002' })).toEqual(refused);
});

test('it needs the credentials, and its address is shown to be pasted', async () => {
  const address = `${desk.listener.address}/trunk-api`;
  expect((await ask(address, { fields: question })).status).toBe(401);
  expect((await ask(address, { fields: question, account: { user: 'pbx-events', password: 'x' } })).status).toBe(401);
  await openSettings(desk.page, 'Events');
  await expect(desk.page.getByText(address, { exact: true })).toBeVisible();
});
