import { afterEach, describe, expect, it } from 'vitest';
import type { PbxAccess } from '../../electron/calls/ports.ts';
import { DemoPbx, type DemoPbxOptions, demoAccount } from '../../electron/demo-pbx/demo-pbx.ts';
import { createConnectionChecks } from '../../electron/desk/connection-checks.ts';
import { createPbxClient } from '../../electron/pbx/pbx-client.ts';
import type { ConnectionChecks } from '../../shared/ipc/check-schema.ts';
import type { PbxSettings } from '../../shared/settings/schema.ts';
import { freePort } from '../support/ask.ts';
import { endAfter, htmlAnswer, jsonAnswer, stopAfter } from '../support/misbehaving-answers.ts';
import { accessTo, shortTimeouts } from '../support/misbehaving-client.ts';
import { MisbehavingPbx } from '../support/misbehaving-pbx.ts';
import { pinOf, serverTls } from '../support/tls-fixtures.ts';

const { user, password, token } = demoAccount;
const open: { stop(): Promise<void> }[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((pbx) => pbx.stop()));
});

async function startDemoPbx(options: DemoPbxOptions = {}) {
  const pbx = new DemoPbx({ speed: 1000, ...options });
  open.push(pbx);
  return { pbx, ...(await pbx.start()) };
}

async function startMisbehaving(act: ConstructorParameters<typeof MisbehavingPbx>[0]['act']) {
  const pbx = await new MisbehavingPbx({ act }).start();
  open.push(pbx);
  return { pbx, address: `http://127.0.0.1:${pbx.port}` };
}

/** One whole run with the real client. */
function check(
  address: string,
  settings: Partial<PbxSettings> = {},
  credentials: PbxAccess['credentials'] = { user, password, token },
): Promise<ConnectionChecks> {
  const access = accessTo(address, settings, credentials);
  return new Promise((resolve, reject) => {
    createConnectionChecks({
      pbx: createPbxClient({ access: () => access, clock: Date.now, timeouts: shortTimeouts }),
      observer: () => () => undefined,
      publish: (found) => {
        if (found?.finished === true) resolve(found);
      },
      onBug: reject,
    }).start();
  });
}

const linesOf = ({ reach, simotel, account }: ConnectionChecks) => [reach.state, simotel.state, account.state];

describe('the checks with the real client', () => {
  it('pass on a PBX that permits all, change nothing there and place no call', async () => {
    const { pbx, address, port } = await startDemoPbx();
    const found = await check(address);
    expect(found).toMatchObject({
      reach: { state: 'passed', host: `127.0.0.1:${port}`, ms: expect.any(Number), encryption: 'none' },
      simotel: { state: 'passed', ms: expect.any(Number) },
      account: { state: 'passed', pingDenied: null },
    });
    expect(found.services.map(({ state }) => state)).toEqual(Array(5).fill('allowed'));
    expect(pbx.requests.map(({ path }) => path.replace('/api/v4/', ''))).toEqual([
      'setting/ping/act',
      'pbx/trunks/search',
      'reports/cdr/search',
      'pbx/users/search',
      'autodialer/contacts/search',
      'pbx/blacklists/search',
    ]);
  });

  it('name the services that the account may not use', async () => {
    const services = ['setting/ping/act', 'pbx/trunks/search', 'pbx/blacklists/search'];
    const { address } = await startDemoPbx({ accounts: [{ ...demoAccount, services }] });
    const found = await check(address);
    expect(Object.fromEntries(found.services.map(({ service, state }) => [service, state]))).toEqual({
      trunks: 'allowed',
      reports: 'denied',
      users: 'denied',
      contacts: 'denied',
      blacklist: 'allowed',
    });
  });

  it('an account that may do nothing but originate is accepted, and what it lacks is told', async () => {
    const { address } = await startDemoPbx({ accounts: [{ ...demoAccount, services: ['call/originate/act'] }] });
    const found = await check(address);
    expect(found.account).toEqual({
      state: 'passed',
      pingDenied: { code: 'pbx-access-denied', right: 'ping', service: 'setting/ping/act' },
    });
    expect(new Set(found.services.map(({ state }) => state))).toEqual(new Set(['denied']));
  });

  it('a wrong password fails at the account, behind a Simotel that was recognised', async () => {
    const { address } = await startDemoPbx();
    const found = await check(address, {}, { user, password: 'wrong', token });
    expect(linesOf(found)).toEqual(['passed', 'passed', 'failed']);
    expect(found.account).toMatchObject({ error: { code: 'pbx-credentials-wrong' } });
  });

  it('without credentials it is reached, and nothing is sent', async () => {
    const { pbx, address } = await startDemoPbx();
    expect(linesOf(await check(address, {}, { user: '', password: '', token: '' }))).toEqual([
      'passed',
      'skipped',
      'failed',
    ]);
    expect(pbx.requests).toEqual([]);
  });

  it('a port on which nothing listens fails at the address', async () => {
    const found = await check(`127.0.0.1:${await freePort()}`);
    expect(linesOf(found)).toEqual(['failed', 'skipped', 'skipped']);
    expect(found.reach).toMatchObject({ error: { code: 'pbx-connection-refused' } });
  });

  it('a name that nobody knows and an address that is none fail at the address', async () => {
    expect((await check('http://no-such-host.invalid', { allowPlainHttp: true })).reach).toMatchObject({
      state: 'failed',
      error: { code: 'pbx-name-not-found' },
    });
    expect((await check('')).reach).toMatchObject({ state: 'failed', error: { code: 'pbx-not-configured' } });
  });

  it.each([
    ['a web page', htmlAnswer('200 OK', '<!doctype html><title>Router</title>'), 'pbx-not-simotel'],
    ['another path', htmlAnswer('404 Not Found', '<h1>Not Found</h1>'), 'pbx-wrong-path'],
    ['a redirect', htmlAnswer('302 Found', '', { Location: 'http://127.0.0.1/login' }), 'pbx-redirected'],
    ['another protocol', endAfter('SSH-2.0-OpenSSH_9.6\r\n'), 'pbx-not-simotel'],
    ['half an answer', stopAfter('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"succ'), 'pbx-timeout'],
    ['silence', stopAfter(''), 'pbx-timeout'],
    ['JSON that is no envelope', jsonAnswer('200 OK', { hello: 1 }), 'pbx-answer-unreadable'],
    [
      'a service it does not have',
      jsonAnswer('501 Not Implemented', { success: 0, message: '' }),
      'pbx-service-missing',
    ],
  ])('%s is reached, and fails at the question whether it is a Simotel', async (_title, act, code) => {
    const { address } = await startMisbehaving(act);
    const found = await check(address);
    expect(linesOf(found)).toEqual(['passed', 'failed', 'skipped']);
    expect(found.simotel).toMatchObject({ error: { code } });
  });

  it('a proxy that asks for a password of its own is not taken for a Simotel', async () => {
    const { address } = await startMisbehaving(htmlAnswer('401 Unauthorized', '<h1>Authorization Required</h1>'));
    expect(linesOf(await check(address))).toEqual(['passed', 'skipped', 'failed']);
  });

  it('a PBX that falls silent after the account leaves its services unknown', async () => {
    let requests = 0;
    const { address } = await startMisbehaving((socket, pbx) => {
      requests += 1;
      if (requests === 1) jsonAnswer('200 OK', { success: 1, message: '', data: null })(socket);
      else stopAfter('')(socket);
      expect(pbx.connections).toBeGreaterThan(0);
    });
    const found = await check(address);
    expect(linesOf(found)).toEqual(['passed', 'passed', 'passed']);
    expect(new Set(found.services.map(({ state }) => state))).toEqual(new Set(['unknown']));
    expect(requests).toBe(2);
  });

  it('a certificate that nobody knows fails at the address before anything is sent; trusted, it is said so', async () => {
    const { pbx, port } = await startDemoPbx({ tls: serverTls('self-signed') });
    const address = `https://127.0.0.1:${port}`;
    const found = await check(address);
    expect(found.reach).toMatchObject({
      state: 'failed',
      error: { code: 'pbx-bad-certificate', reason: 'self-signed' },
    });
    expect(pbx.requests).toEqual([]);
    const pinnedCertificate = { ...pinOf('self-signed'), subject: 'pbx' };
    expect((await check(address, { pinnedCertificate })).reach).toMatchObject({
      state: 'passed',
      encryption: 'pinned',
    });
    const other = { ...pinOf('replaced'), subject: 'pbx' };
    expect((await check(address, { pinnedCertificate: other })).reach).toMatchObject({
      state: 'failed',
      error: { code: 'pbx-certificate-changed' },
    });
  });

  it('https typed for a PBX that speaks plain http fails at the address', async () => {
    const { pbx, port } = await startDemoPbx();
    const found = await check(`https://127.0.0.1:${port}`);
    expect(found.reach).toMatchObject({ state: 'failed', error: { code: 'pbx-tls-failed' } });
    expect(pbx.requests).toEqual([]);
  });
});
