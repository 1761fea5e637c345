import { afterEach, describe, expect, it } from 'vitest';
import type { PbxAccess } from '../../electron/calls/ports.ts';
import { DemoPbx, type DemoPbxOptions, demoAccount } from '../../electron/demo-pbx/demo-pbx.ts';
import { createPbxClient } from '../../electron/pbx/pbx-client.ts';
import type { PbxSettings } from '../../shared/settings/schema.ts';
import { jsonAnswer } from '../support/misbehaving-answers.ts';
import { accessTo, canaries, sampleOriginate, shortTimeouts } from '../support/misbehaving-client.ts';
import { MisbehavingPbx } from '../support/misbehaving-pbx.ts';
import { certificatePem, pinOf, serverTls, trustTestAuthority } from '../support/tls-fixtures.ts';

const { user, password, token } = demoAccount;
const open: { stop(): Promise<void> }[] = [];
const longLimits = { connectMs: 5_000, answerMs: 5_000, totalMs: 10_000 };

afterEach(async () => {
  await Promise.all(open.splice(0).map((pbx) => pbx.stop()));
});

async function startDemoPbx(options: DemoPbxOptions = {}) {
  const pbx = new DemoPbx({ speed: 1000, ...options });
  open.push(pbx);
  return { pbx, ...(await pbx.start()) };
}

function clientOf(
  address: string,
  settings: Partial<PbxSettings> = {},
  credentials: PbxAccess['credentials'] = { user, password, token },
) {
  const access = accessTo(address, settings, credentials);
  return createPbxClient({ access: () => access, clock: Date.now, timeouts: longLimits });
}

describe('the PBX client', () => {
  it('reads from the answer to a ping how far the clock of the PBX is off', async () => {
    const { address } = await startDemoPbx({ clockAheadMs: -5 * 60_000 });
    const result = await clientOf(address).ping();
    expect(result.ok ? result.value.clockAheadMs : null).toSatisfy((ms: number) => Math.abs(ms + 5 * 60_000) < 2000);
  });

  it('blames the network of this computer where it has none, and the PBX where it has one', async () => {
    const of = (hasNetwork: boolean) =>
      createPbxClient({
        access: () => accessTo('https://nowhere.invalid', {}, demoAccount),
        clock: Date.now,
        timeouts: shortTimeouts,
        hasNetwork: () => hasNetwork,
      });
    expect(await of(false).ping()).toMatchObject({ ok: false, error: { code: 'computer-offline' } });
    expect(await of(true).ping()).toMatchObject({ ok: false, error: { code: 'pbx-name-not-found' } });
  });

  it('pings', async () => {
    const { address, port } = await startDemoPbx();
    const result = await clientOf(address).ping();
    expect(result).toEqual({
      ok: true,
      value: {
        host: `127.0.0.1:${port}`,
        roundTripMs: expect.any(Number),
        // The header tells whole seconds.
        clockAheadMs: expect.toSatisfy((ms: number) => Math.abs(ms) < 2000),
      },
    });
  });

  it('originates, with the headers and the body of the vendor', async () => {
    const { pbx, address } = await startDemoPbx();
    const result = await clientOf(address).originate(sampleOriginate);
    expect(result).toEqual({ outcome: 'accepted', originatedCallId: expect.stringMatching(/^orig\.call\./) });
    expect(pbx.requests).toMatchObject([
      {
        method: 'POST',
        path: '/api/v4/call/originate/act',
        status: 200,
        body: {
          caller: '557',
          callee: '09371234567',
          context: 'main_routing',
          caller_id: 'masking',
          timeout: '30',
        },
      },
    ]);
  });

  it('says in its headers what it sends and takes, and nothing more', async () => {
    const pbx = await new MisbehavingPbx({ act: jsonAnswer('200 OK', { success: 1 }) }).start();
    open.push(pbx);
    await clientOf(`127.0.0.1:${pbx.port}`, { auth: 'both' }, canaries).ping();
    const basic = Buffer.from(`${canaries.user}:${canaries.password}`, 'utf8').toString('base64');
    const [request = ''] = pbx.requests;
    const [head = '', body = ''] = request.split('\r\n\r\n');
    expect(head.split('\r\n').sort()).toEqual(
      [
        'POST /api/v4/setting/ping/act HTTP/1.1',
        `Authorization: Basic ${basic}`,
        'X-APIKEY: token-canary',
        'Accept: application/json',
        'Accept-Encoding: identity',
        'Content-Type: application/json',
        'Content-Length: 2',
        `Host: 127.0.0.1:${pbx.port}`,
        'Connection: close',
      ].sort(),
    );
    expect(body).toBe('{}');
  });

  it.each(['basic', 'token', 'both'] as const)('signs in with %s', async (auth) => {
    const { address } = await startDemoPbx({ accounts: [{ ...demoAccount, auth }] });
    expect(await clientOf(address, { auth }).ping()).toMatchObject({ ok: true });
    const wrong = { user, password: 'wrong', token: 'wrong' };
    expect(await clientOf(address, { auth }, wrong).ping()).toMatchObject({ error: { code: 'pbx-credentials-wrong' } });
  });

  it('sends nothing without credentials or an address', async () => {
    const { pbx, address } = await startDemoPbx();
    const none = { user: '', password: '', token: '' };
    expect(await clientOf(address, {}, none).originate(sampleOriginate)).toEqual({
      outcome: 'refused',
      error: { code: 'pbx-credentials-missing' },
    });
    expect(await clientOf('').ping()).toMatchObject({ ok: false, error: { code: 'pbx-not-configured' } });
    expect(await clientOf('http://192.0.2.1/?x').listTrunks()).toMatchObject({
      error: { code: 'pbx-address-invalid', reason: 'query-or-fragment' },
    });
    expect(pbx.requests).toEqual([]);
  });

  it('tells the refusals of the demo PBX apart', async () => {
    const { address } = await startDemoPbx({ accounts: [{ ...demoAccount, services: ['setting/ping/act'] }] });
    const client = clientOf(address);
    expect(await client.listTrunks()).toMatchObject({
      error: { code: 'pbx-access-denied', right: 'trunks', service: 'pbx/trunks/search' },
    });
    const elsewhere = await startDemoPbx({ accounts: [{ ...demoAccount, allowFrom: ['192.0.2.1'] }] });
    expect(await clientOf(elsewhere.address).ping()).toMatchObject({ error: { code: 'pbx-ip-not-permitted' } });
    const hosted = await startDemoPbx({ basePath: '/api/v4.1' });
    expect(await clientOf(`127.0.0.1:${hosted.port}`).ping()).toMatchObject({ error: { code: 'pbx-wrong-path' } });
    expect(await clientOf(hosted.address).ping()).toMatchObject({ ok: true });
  });

  it('lists trunks', async () => {
    const { address } = await startDemoPbx();
    const result = await clientOf(address).listTrunks();
    expect(result).toMatchObject({ ok: true });
    const trunks = result.ok ? result.value : [];
    expect(trunks.length).toBeGreaterThan(0);
    expect(trunks.every((trunk) => Object.keys(trunk).sort().join() === 'active,description,name')).toBe(true);
  });

  it('finds the record of a call that took place', async () => {
    const { pbx, address } = await startDemoPbx();
    const client = clientOf(address);
    const fromMs = Date.now() - 60_000;
    await client.originate(sampleOriginate);
    await pbx.whenIdle();
    const parties = { caller: sampleOriginate.caller, callee: sampleOriginate.callee };
    const result = await client.searchCallRecords({ fromMs, toMs: Date.now() + 60_000, ...parties });
    expect(result).toMatchObject({ ok: true, value: [{ record: { ...parties, disposition: 'answered' } }] });
    const before = await client.searchCallRecords({ fromMs: fromMs - 3_600_000, toMs: fromMs, ...parties });
    expect(before).toEqual({ ok: true, value: [] });
  });

  it('reads settings anew for every request', async () => {
    const first = await startDemoPbx();
    const second = await startDemoPbx();
    let address = first.address;
    const client = createPbxClient({
      access: () => accessTo(address, {}, { user, password, token }),
      clock: Date.now,
      timeouts: longLimits,
    });
    await client.ping();
    address = second.address;
    await client.ping();
    expect([first.pbx.requests.length, second.pbx.requests.length]).toEqual([1, 1]);
  });
});

describe('the method of originate', () => {
  it('is POST, PUT only after a 405, and PUT at once from then on', async () => {
    const { pbx, address } = await startDemoPbx({ originateMethods: ['PUT'] });
    const client = clientOf(address);
    expect(await client.originate(sampleOriginate)).toMatchObject({ outcome: 'accepted' });
    expect(await client.originate(sampleOriginate)).toMatchObject({ outcome: 'accepted' });
    expect(pbx.requests.map(({ method, status }) => `${method} ${status}`)).toEqual(['POST 405', 'PUT 200', 'PUT 200']);
    await client.ping();
    expect(pbx.requests.at(-1)?.method).toBe('POST');
  });

  it('is POST again when the PBX has changed its mind', async () => {
    let takes = 'PUT';
    const pbx = await new MisbehavingPbx({
      act: (socket, { requests }) => {
        const taken = requests.at(-1)?.startsWith(`${takes} `) === true;
        jsonAnswer(taken ? '200 OK' : '405 Method Not Allowed', { success: taken ? 1 : 0 })(socket);
      },
    }).start();
    open.push(pbx);
    const client = clientOf(`127.0.0.1:${pbx.port}`);
    await client.originate(sampleOriginate);
    takes = 'POST';
    await client.originate(sampleOriginate);
    await client.originate(sampleOriginate);
    expect(pbx.requests.map((request) => request.split(' ')[0])).toEqual(['POST', 'PUT', 'PUT', 'POST', 'POST']);
  });

  it('is never tried again after anything but a 405', async () => {
    const pbx = await new MisbehavingPbx({ act: jsonAnswer('500 Oops', { success: 0 }) }).start();
    open.push(pbx);
    await clientOf(`127.0.0.1:${pbx.port}`).originate(sampleOriginate);
    expect(pbx.requests).toHaveLength(1);
  });

  it('stays what a person fixed', async () => {
    const { pbx, address } = await startDemoPbx({ originateMethods: ['POST'] });
    const result = await clientOf(address, { method: 'PUT' }).originate(sampleOriginate);
    expect(result).toEqual({ outcome: 'refused', error: { code: 'pbx-method-not-allowed', method: 'PUT' } });
    expect(pbx.requests).toHaveLength(1);
  });
});

describe('certificates', () => {
  it('of an authority this computer trusts are fine', async () => {
    const { address } = await startDemoPbx({ tls: serverTls('trusted') });
    expect(await clientOf(address).ping()).toMatchObject({
      error: { code: 'pbx-bad-certificate', reason: 'untrusted' },
    });
    const distrust = trustTestAuthority();
    expect(await clientOf(address).ping()).toMatchObject({ ok: true });
    distrust();
  });

  it('that a person pinned are fine, whatever name they are for', async () => {
    const { address } = await startDemoPbx({ tls: serverTls('self-signed') });
    expect(await clientOf(address).ping()).toMatchObject({ error: { reason: 'self-signed' } });
    expect(await clientOf(address, { pinnedCertificate: pinOf('self-signed') }).ping()).toMatchObject({ ok: true });
    const otherName = await startDemoPbx({ tls: serverTls('wrong-host') });
    const pinned = clientOf(otherName.address, { pinnedCertificate: pinOf('wrong-host') });
    expect(await pinned.ping()).toMatchObject({ ok: true });
  });

  it('are read without trusting them and without a byte of HTTP', async () => {
    const pbx = await new MisbehavingPbx({ tls: serverTls('self-signed'), act: () => undefined }).start();
    open.push(pbx);
    const host = `127.0.0.1:${pbx.port}`;
    expect(await clientOf(`https://${host}`).readCertificate()).toEqual({
      ok: true,
      value: {
        host,
        subject: 'O=Dialdesk tests, CN=self-signed.test',
        issuer: 'O=Dialdesk tests, CN=self-signed.test',
        fingerprint256: pinOf('self-signed').fingerprint256,
        validFromMs: Date.parse('2020-01-01T00:00:00Z'),
        validToMs: Date.parse('2120-01-01T00:00:00Z'),
        pem: certificatePem('self-signed'),
      },
    });
    expect(pbx.decryptedBytes).toBe(0);
  });

  it('cannot be read where there are none', async () => {
    const { port } = await startDemoPbx();
    const host = `127.0.0.1:${port}`;
    const failed = { ok: false, error: { code: 'pbx-tls-failed', host } };
    expect(await clientOf(`http://${host}`).readCertificate()).toEqual(failed);
    expect(await clientOf(`https://${host}`).readCertificate()).toEqual(failed);
    const silent = await new MisbehavingPbx({ on: 'connection', act: () => undefined }).start();
    open.push(silent);
    const access = accessTo(`https://127.0.0.1:${silent.port}`);
    const client = createPbxClient({ access: () => access, clock: Date.now, timeouts: shortTimeouts });
    expect(await client.readCertificate()).toMatchObject({ error: { code: 'pbx-timeout', phase: 'connect' } });
  });
});
