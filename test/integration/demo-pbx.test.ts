import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DemoPbx, type DemoPbxAccount, type DemoPbxOptions, demoAccount } from '../../electron/demo-pbx/demo-pbx.ts';
import { basicHeader, callService, originateBody, rowsOf, sendRaw, tokenHeader } from './demo-pbx-talk.ts';

const jsonHeader = { 'Content-Type': 'application/json' };
const bothHeaders = { ...basicHeader, ...tokenHeader };
const running = new Set<DemoPbx>();

async function startPbx(options: DemoPbxOptions = {}): Promise<{ pbx: DemoPbx; address: string }> {
  const pbx = new DemoPbx({ speed: 50, ...options });
  running.add(pbx);
  const { address } = await pbx.start();
  return { pbx, address };
}

afterEach(async () => {
  await Promise.all([...running].map((pbx) => pbx.stop()));
  running.clear();
});

describe('what the demo PBX answers to a request it cannot serve', () => {
  let address: string;
  beforeEach(async () => {
    ({ address } = await startPbx({ originateMethods: ['POST'] }));
  });

  function ping(changes: Parameters<typeof sendRaw>[1]) {
    return sendRaw(`${address}/setting/ping/act`, { headers: { ...bothHeaders, ...jsonHeader }, ...changes });
  }

  it.each(['{', '', '[]', '"text"'])('answers 400 to the body %j', async (body) => {
    const answer = await ping({ body });
    expect(answer.status).toBe(400);
    expect(answer.envelope).toEqual({ success: 0, message: 'Unable to parse content', data: null });
  });

  it('answers 401 to missing and to wrong credentials, in different words', async () => {
    const missing = await ping({ headers: jsonHeader });
    expect([missing.status, missing.envelope.message]).toEqual([401, 'BasicAuth or ApiKey is missing']);
    const wrong = await ping({ headers: { ...jsonHeader, ...basicHeader, 'X-APIKEY': 'another' } });
    expect([wrong.status, wrong.envelope.message]).toEqual([401, 'BasicAuth or ApiKey is invalid']);
  });

  it('answers 404 with a page of the web server outside the base path', async () => {
    const answer = await sendRaw(address.replace('/api/v4', '/api/v3/setting/ping/act'), { headers: bothHeaders });
    expect(answer.status).toBe(404);
    expect(answer.contentType).toContain('text/html');
    expect(answer.text).toContain('Apache');
  });

  it('answers 405 to the method this server does not take for originate', async () => {
    const answer = await sendRaw(`${address}/call/originate/act`, {
      method: 'PUT',
      headers: { ...bothHeaders, ...jsonHeader },
    });
    expect([answer.status, answer.envelope.message]).toEqual([405, 'Method not allowed']);
  });

  it('answers 415 to a body that is not declared as JSON', async () => {
    const answer = await ping({ headers: { ...bothHeaders, 'Content-Type': 'text/plain' } });
    expect([answer.status, answer.envelope.message]).toEqual([415, 'Unsupported Media Type']);
  });

  it.each(['pbx/nothing/search', 'toString'])('answers 501 to the unknown service %s', async (service) => {
    const answer = await callService(address, service, {});
    expect([answer.status, answer.envelope.message]).toEqual([501, 'Requested service does not exist']);
  });
});

describe('accounts of the demo PBX', () => {
  const secondAccount: DemoPbxAccount = { ...demoAccount, user: 'کاربر', password: 'رمز:۱', token: 'second' };
  const secondBasic = { Authorization: `Basic ${Buffer.from('کاربر:رمز:۱').toString('base64')}` };

  it.each([
    { auth: 'basic', headers: secondBasic, status: 200 },
    { auth: 'basic', headers: { 'X-APIKEY': 'second' }, status: 401 },
    { auth: 'token', headers: { 'X-APIKEY': 'second' }, status: 200 },
    { auth: 'token', headers: secondBasic, status: 401 },
    { auth: 'both', headers: { ...secondBasic, 'X-APIKEY': 'second' }, status: 200 },
    { auth: 'both', headers: secondBasic, status: 401 },
    { auth: 'both', headers: { 'X-APIKEY': 'second' }, status: 401 },
  ] as const)('answers $status in mode $auth to $headers', async ({ auth, headers, status }) => {
    const { address } = await startPbx({ accounts: [{ ...secondAccount, auth }] });
    const answer = await sendRaw(`${address}/setting/ping/act`, { headers: { ...headers, ...jsonHeader } });
    expect(answer.status).toBe(status);
  });

  it('denies a service the account is not given', async () => {
    const { address } = await startPbx({ accounts: [{ ...demoAccount, services: ['setting/ping/act'] }] });
    expect((await callService(address, 'setting/ping/act', {})).status).toBe(200);
    const denied = await callService(address, 'pbx/users/search', {});
    expect([denied.status, denied.envelope.message]).toEqual([403, '"pbx/users/search";Access denied']);
  });

  it('lets in only addresses the account allows', async () => {
    const { address } = await startPbx({ accounts: [{ ...demoAccount, allowFrom: ['192.0.2.1'] }] });
    const denied = await callService(address, 'setting/ping/act', {});
    expect([denied.status, denied.envelope.message]).toEqual([403, 'IP is not permitted']);
    const { address: open } = await startPbx({ accounts: [{ ...demoAccount, allowFrom: ['127.0.0.1'] }] });
    expect((await callService(open, 'setting/ping/act', {})).status).toBe(200);
  });
});

describe('a request to originate', () => {
  let address: string;
  beforeEach(async () => {
    ({ address } = await startPbx());
  });

  it.each(['POST', 'PUT'])('is accepted as %s and answered with an id', async (method) => {
    const answer = await sendRaw(`${address}/call/originate/act`, {
      method,
      headers: { ...bothHeaders, ...jsonHeader },
      body: JSON.stringify(originateBody({ callee: '09120000002' })),
    });
    expect(answer.envelope).toEqual({
      success: 1,
      message: null,
      data: { originated_call_id: expect.stringMatching(/^orig\.call\.\d{10}\.\d{6}$/) },
    });
  });

  it.each([
    [{ caller: undefined }, "Field 'caller':value is missing"],
    [{ callee: '' }, "Field 'callee':value is missing"],
    [{ context: null }, "Field 'context':value is missing"],
    [{ caller_id: undefined }, "Field 'caller_id':value is missing"],
    [{ caller: 557 }, "Field 'caller':value must be a string"],
    [{ timeout: 30 }, "Field 'timeout':value must be a string"],
    [{ call_limit: 'soon' }, "Field 'call_limit':value is not valid"],
    [{ trunk_name: 'Nowhere' }, "Field 'trunk_name':value is not valid"],
    [{ caller: '09371234567' }, "Field 'trunk_name':value is missing"],
    [{ caller: '09371234567', trunk_name: '' }, "Field 'trunk_name':value is missing"],
    [{ callee: '09120000006' }, 'Requested operation failed'],
  ])('with %j is refused', async (fields, message) => {
    const answer = await callService(address, 'call/originate/act', originateBody(fields));
    expect(answer.status).toBe(200);
    expect(answer.envelope).toEqual({ success: 0, message, data: null });
  });
});

describe('searches of the demo PBX', () => {
  let pbx: DemoPbx;
  let address: string;
  beforeEach(async () => {
    ({ pbx, address } = await startPbx());
  });

  it('finds users by part of a number or by the whole of it', async () => {
    const all = await callService(address, 'pbx/users/search', { alike: true, conditions: { name: '', number: '' } });
    expect(rowsOf(all).length).toBeGreaterThanOrEqual(8);
    expect(rowsOf(all)).toContainEqual(expect.objectContaining({ name: 'Sara', number: '557', active: 'yes' }));
    const alike = await callService(address, 'pbx/users/search', { alike: 'true', conditions: { number: '57' } });
    expect(rowsOf(alike).map((user) => user.number)).toEqual(['557']);
    const exact = await callService(address, 'pbx/users/search', { alike: false, conditions: { number: '57' } });
    expect(rowsOf(exact)).toEqual([]);
  });

  it('gives secrets away like a real server', async () => {
    const users = rowsOf(await callService(address, 'pbx/users/search', {}));
    expect(users.filter((user) => user.secret !== '******')).toHaveLength(1);
    expect(users.filter((user) => user.more_options !== '')).toMatchObject([{ number: '553' }]);
    const trunks = rowsOf(await callService(address, 'pbx/trunks/search', { alike: 'true', conditions: { name: '' } }));
    expect(trunks.map((trunk) => trunk.name)).toEqual(['MCI', 'Irancell', 'Shatel']);
    expect(trunks[0]?.register_string).toContain('as#');
    expect(trunks[0]?.more_options).toContain('secret=');
  });

  it('knows queues and the blacklist', async () => {
    const queues = await callService(address, 'pbx/queues/search', { alike: 'true', conditions: { number: '901' } });
    expect(rowsOf(queues)).toMatchObject([{ number: '901', name: 'Sales' }]);
    const black = await callService(address, 'pbx/blacklists/search', {
      alike: 'true',
      conditions: { number: '0938' },
    });
    expect(rowsOf(black)).toMatchObject([{ number: '09380009999', comment: 'Nuisance calls' }]);
  });

  it('takes an agent out of a queue only when he is in it', async () => {
    const paused = await callService(address, 'pbx/queues/pauseagent', { queue: '901', agent: '557' });
    expect(paused.envelope).toMatchObject({ success: 1, data: { message: 'Agent paused', ok: 1 } });
    const resumed = await callService(address, 'pbx/queues/resumeagent', { queue: '901', agent: '557' });
    expect(resumed.envelope).toMatchObject({ success: 1, data: { ok: 1 } });
    const stranger = await callService(address, 'pbx/queues/pauseagent', { queue: '901', agent: '560' });
    expect(stranger.envelope).toMatchObject({ success: 0, message: 'Requested operation failed' });
    const nobody = await callService(address, 'pbx/queues/pauseagent', { queue: '901' });
    expect(nobody.envelope.message).toBe("Field 'agent':value is missing");
  });

  it('hands out contacts page by page, sorted, without losing or repeating one', async () => {
    const seen: unknown[] = [];
    for (let start = 0; ; start += 15) {
      const answer = await callService(address, 'autodialer/contacts/search', {
        alike: 'true',
        conditions: { name: '', number: '', description: '' },
        pagination: { start, count: 15, sorting: { number: -1 } },
      });
      const { pagination } = answer.envelope.data as { pagination: Record<string, unknown> };
      expect(pagination).toEqual({ start, count: 15, sorting: { number: -1 }, total: 40 });
      const rows = rowsOf(answer);
      if (rows.length === 0) {
        break;
      }
      seen.push(...rows.map((row) => row.number));
    }
    expect(seen).toHaveLength(40);
    expect(new Set(seen).size).toBe(40);
    expect(seen).toEqual([...seen].sort().reverse());
  });

  it('finds a contact by a Persian name', async () => {
    const answer = await callService(address, 'autodialer/contacts/search', {
      alike: 'true',
      conditions: { name: 'زهرا' },
    });
    expect(rowsOf(answer)).toMatchObject([{ number: '09120001002', description: 'مشتری ویژه' }]);
  });

  it('answers ping in the words of the vendor', async () => {
    const answer = await callService(address, 'setting/ping/act', {});
    expect(answer.envelope).toMatchObject({ success: 1, message: expect.stringContaining("'Ping' event"), data: null });
  });

  it('writes what it received into the journal, with credentials masked', async () => {
    await callService(address, 'pbx/users/search', { alike: true });
    expect(pbx.requests).toMatchObject([
      { method: 'POST', path: '/api/v4/pbx/users/search', body: { alike: true }, status: 200 },
    ]);
    const journal = await sendRaw(`${address}/demo/journal`, { method: 'GET', headers: bothHeaders, body: null });
    expect(journal.envelope.data).toMatchObject({ requests: [{ path: '/api/v4/pbx/users/search' }], events: [] });
    expect(journal.text).toContain('***');
    expect(journal.text).not.toContain(tokenHeader['X-APIKEY']);
    expect(journal.text).not.toContain(basicHeader.Authorization);
    expect((await sendRaw(`${address}/demo/journal`, { method: 'GET', body: null })).status).toBe(401);
  });

  it('keeps the newest thousand requests', async () => {
    for (let sent = 0; sent < 1010; sent += 10) {
      await Promise.all(
        Array.from({ length: 10 }, (_, index) => sendRaw(`${address}x/${sent + index}`, { method: 'GET', body: null })),
      );
    }
    expect(pbx.requests).toHaveLength(1000);
    expect(pbx.requests.at(-1)?.path).toMatch(/^\/api\/v4x\/100\d$/);
  });
});

it('frees its port when stopped and starts again', async () => {
  const { pbx, address } = await startPbx();
  await pbx.stop();
  await expect(callService(address, 'setting/ping/act', {})).rejects.toThrow();
  const again = await pbx.start();
  expect((await callService(again.address, 'setting/ping/act', {})).status).toBe(200);
});
