import { hostname, networkInterfaces } from 'node:os';
import { describe, expect, test, vi } from 'vitest';
import { payloads } from '../support/event-fixtures.ts';
import {
  basic,
  credentials,
  head,
  password,
  post,
  RawPeer,
  send,
  startListener,
  user,
} from '../support/event-fixtures-listener.ts';

const ping = 'GET /simotel/Ping HTTP/1.1';
const line = (first: string, lines: readonly string[]) => `${[first, ...lines].join('\r\n')}\r\n\r\n`;
const authorization = `Authorization: ${credentials.Authorization}`;

describe('remote addresses', () => {
  test.each([
    ['127.0.0.1'],
    ['127.0.0.0/8'],
    ['0.0.0.0/0'],
    ['::ffff:127.0.0.1'],
    ['::ffff:127.0.0.0/104'],
    [' 127.0.0.1 '],
  ])('%s allows 127.0.0.1', async (entry) => {
    const { port } = await startListener({ allowFrom: ['10.9.8.7', entry] });
    expect((await send(port, '/simotel/health')).status).toBe(200);
  });

  test.each([
    [[]],
    [['127.0.0.2']],
    [['10.0.0.0/8', '::1']],
    [['127.0.0.1/33', '127.0.0.1/x', '127.0.0.1/', '127.0.0.1/8/8', 'localhost', '']],
  ])('%j allows nobody here: the connection ends without a word, right credentials or not', async (allowFrom) => {
    const { port, inbox, listener } = await startListener({ allowFrom });
    const peer = await new RawPeer(port, head(port, [], ping)).untilClosed();
    expect(peer.received).toBe('');
    expect(inbox.appends).toBe(0);
    expect(listener.status().rejected.address).toBe(1);
  });

  test('an exception holds against a range, in whatever writing', async () => {
    const { port, inbox, listener } = await startListener({
      allowFrom: ['127.0.0.0/8'],
      notFrom: ['::ffff:127.0.0.1'],
    });
    const peer = await new RawPeer(port, head(port, [], ping)).untilClosed();
    expect(peer.received).toBe('');
    expect(inbox.appends).toBe(0);
    expect(listener.status().rejected.address).toBe(1);
    const other = await startListener({ allowFrom: ['127.0.0.0/8'], notFrom: ['127.0.0.9'] });
    expect((await send(other.port, '/simotel/health')).status).toBe(200);
  });

  test('what a header says of the address counts for nothing', async () => {
    const { port, inbox } = await startListener({ allowFrom: ['10.0.0.1'] });
    const peer = new RawPeer(port, head(port, ['X-Forwarded-For: 10.0.0.1', 'Forwarded: for=10.0.0.1'], ping));
    await peer.untilClosed();
    expect(peer.received).toBe('');
    expect(inbox.appends).toBe(0);
  });

  test('an IPv4 sender of a listener on all addresses is told by its IPv4 address', async () => {
    const { port } = await startListener({ host: '::', allowFrom: ['127.0.0.1'] });
    expect((await send(port, '/simotel/health')).status).toBe(200);
    const other = await startListener({ host: '::', allowFrom: ['127.0.0.2'] });
    await expect(send(other.port, '/simotel/health')).rejects.toThrow();
  });
});

describe('Host', () => {
  test.each([
    ['none', []],
    ['two', ['Host: 127.0.0.1:PORT', 'Host: 127.0.0.1:PORT']],
    ['two, one of them foreign', ['Host: 127.0.0.1:PORT', 'Host: evil.example']],
    ['an empty one', ['Host: ']],
    ['a list', ['Host: 127.0.0.1:PORT, evil.example']],
    ['a user', ['Host: x@127.0.0.1:PORT']],
    ['a path', ['Host: 127.0.0.1:PORT/']],
    ['half an IPv6 address', ['Host: [127.0.0.1]:PORT']],
  ])('%s is refused with 400', async (_, lines) => {
    const { port, inbox } = await startListener();
    const hosts = lines.map((text) => text.replace('PORT', String(port)));
    const peer = await new RawPeer(port, line(ping, [...hosts, authorization])).untilAnswers(1);
    expect(peer.statuses).toEqual([400]);
    expect(inbox.appends).toBe(0);
  });

  test.each([
    'evil.example:PORT',
    'localhost:PORT',
    '127.0.0.1.evil.example:PORT',
    '127.0.0.1',
    '127.0.0.1:1',
    '127.1:PORT',
    '0.0.0.0:PORT',
    '127.0.0.2:PORT',
    '[::1]:PORT',
    '2130706433:PORT',
  ])('%s is not our address', async (host) => {
    const { port, inbox, listener } = await startListener();
    for (const path of ['/simotel/Ping', '/simotel/health']) {
      const reply = await send(port, path, { headers: { ...credentials, Host: host.replace('PORT', String(port)) } });
      expect(reply.status).toBe(421);
    }
    expect(inbox.appends).toBe(0);
    expect(listener.status().rejected.malformed).toBe(2);
  });

  test.each(['127.0.0.1:PORT', '[::ffff:127.0.0.1]:PORT', `${hostname().toUpperCase()}:PORT`])(
    '%s is ours',
    async (host) => {
      const { port } = await startListener();
      const reply = await send(port, '/simotel/Ping', {
        headers: { ...credentials, Host: host.replace('PORT', String(port)) },
      });
      expect(reply.status).toBe(200);
    },
  );

  test('a configured name is ours', async () => {
    const { port } = await startListener({ host: 'localhost', allowFrom: ['127.0.0.1', '::1'] });
    const peer = new RawPeer(port, line(ping, [`Host: LOCALHOST:${port}`, authorization]));
    await peer.untilAnswers(1);
    expect(peer.statuses).toEqual([200]);
  });

  test('a listener on all addresses has the names of all interfaces and no others', async () => {
    const { port } = await startListener({ host: '0.0.0.0' });
    const addresses = Object.values(networkInterfaces()).flatMap((entries) => entries ?? []);
    const own = addresses.filter(({ family }) => family === 'IPv4').map(({ address }) => address);
    for (const [host, status] of [
      ...own.map((address) => [address, 200] as const),
      ['203.0.113.9', 421],
      ['0.0.0.0', 421],
      ['evil.example', 421],
    ] as const) {
      const reply = await send(port, '/simotel/Ping', { headers: { ...credentials, Host: `${host}:${port}` } });
      expect([host, reply.status]).toEqual([host, status]);
    }
  });

  test('an address in the request line does not stand for the Host', async () => {
    const { port, inbox } = await startListener();
    for (const target of [
      `http://127.0.0.1:${port}/simotel/Ping`,
      'http://evil.example/simotel/Ping',
      '*',
      '//evil/simotel/Ping',
    ]) {
      const peer = await new RawPeer(port, head(port, [], `GET ${target} HTTP/1.1`)).untilAnswers(1);
      expect(peer.statuses[0]).toBeGreaterThanOrEqual(400);
    }
    expect(inbox.appends).toBe(0);
  });
});

describe('browsers', () => {
  test.each([
    { Origin: 'https://evil.example' },
    { Origin: 'null' },
    { Origin: '' },
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-origin' },
    { 'Sec-Fetch-Site': 'none' },
  ])('%j is refused, with right credentials too', async (headers) => {
    const { port, inbox } = await startListener();
    const replies = [
      await post(port, '/simotel', payloads.ping, headers),
      await send(port, '/simotel/health', { headers }),
      await send(port, '/simotel/Ping', { headers: { ...credentials, ...headers } }),
    ];
    expect(replies.map((reply) => reply.status)).toEqual([403, 403, 403]);
    expect(inbox.appends).toBe(0);
  });

  test('no answer ever carries a CORS header', async () => {
    const { port } = await startListener();
    const origin = { Origin: 'https://evil.example', 'Access-Control-Request-Method': 'POST' };
    const replies = [
      await send(port, '/simotel', { method: 'OPTIONS', headers: origin }),
      await send(port, '/simotel', { method: 'OPTIONS', headers: {} }),
      await send(port, '/simotel/health'),
      await post(port, '/simotel', payloads.ping),
    ];
    expect(replies.map((reply) => reply.status)).toEqual([403, 405, 200, 200]);
    for (const { headers } of replies) {
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });
});

describe('credentials', () => {
  const encode = (text: string) => Buffer.from(text).toString('base64');
  const wrong: readonly (readonly [string, Readonly<Record<string, string | readonly string[]>>])[] = [
    ['none', {}],
    ['an empty header', { Authorization: '' }],
    ['no scheme', { Authorization: encode(`${user}:${password}`) }],
    ['another scheme', { Authorization: `Bearer ${encode(`${user}:${password}`)}` }],
    ['no value', { Authorization: 'Basic' }],
    ['an empty value', { Authorization: 'Basic ' }],
    ['no base64', { Authorization: `Basic ${user}:${password}`.replace(/[^ -~]/g, '') }],
    ['base64 with a foreign character', { Authorization: `${basic(user, password)}!` }],
    ['base64 in two pieces', { Authorization: `${basic(user, password)} ${encode('x')}` }],
    ['no colon', { Authorization: `Basic ${encode(user)}` }],
    ['another user', { Authorization: basic('someone', password) }],
    ['another password', { Authorization: basic(user, 'p') }],
    ['no user', { Authorization: basic('', password) }],
    ['no password', { Authorization: basic(user, '') }],
    ['the first part of a password with colons', { Authorization: basic(user, 'p') }],
    ['a longer password', { Authorization: basic(user, `${password}x`) }],
    ['another case', { Authorization: basic(user.toUpperCase(), password) }],
    ['Latin-1', { Authorization: `Basic ${Buffer.from(`${user}:${password}`, 'latin1').toString('base64')}` }],
    ['two headers, both right', { Authorization: [basic(user, password), basic(user, password)] }],
    ['two headers, the first one right', { Authorization: [basic(user, password), basic('x', 'y')] }],
    ['two headers, the second one right', { Authorization: [basic('x', 'y'), basic(user, password)] }],
    ['the right ones for a proxy', { 'Proxy-Authorization': basic(user, password) }],
  ];

  test.each(wrong)('%s: 401, nothing stored', async (_, headers) => {
    const { port, inbox, listener } = await startListener();
    const lines = Object.entries(headers).flatMap(([name, values]) =>
      [values].flat().map((value) => `${name}: ${value}`),
    );
    const peer = new RawPeer(port, line(ping, [`Host: 127.0.0.1:${port}`, ...lines]));
    await peer.untilAnswers(1);
    expect(peer.statuses).toEqual([401]);
    expect(peer.received).toMatch(/\r\nWWW-Authenticate: Basic realm=/i);
    expect(inbox.appends).toBe(0);
    expect(listener.status().rejected.credentials).toBe(1);
  });

  test('a wrong user and a wrong password are answered alike', async () => {
    const { port } = await startListener();
    const [one, other] = [
      await send(port, '/simotel/Ping', { headers: { Authorization: basic(user, 'x') } }),
      await send(port, '/simotel/Ping', { headers: { Authorization: basic('x', password) } }),
    ];
    const { date: _, ...headers } = one.headers;
    expect(other).toMatchObject({ status: one.status, text: one.text, headers });
  });

  test.each([`Basic  ${encode(`${user}:${password}`)}`, `bAsIc ${encode(`${user}:${password}`)}`])(
    '%o is right',
    async (Authorization) => {
      const { port } = await startListener();
      expect((await send(port, '/simotel/Ping', { headers: { Authorization } })).status).toBe(200);
    },
  );

  test('come before the body: a stranger is answered without sending it', async () => {
    const { port, inbox } = await startListener();
    const peer = new RawPeer(
      port,
      line('POST /simotel HTTP/1.1', [`Host: 127.0.0.1:${port}`, 'Content-Length: 60000']),
    );
    await peer.untilAnswers(1);
    expect(peer.statuses).toEqual([401]);
    expect(inbox.appends).toBe(0);
  });

  test('come after the path: a stranger learns nothing but that', async () => {
    const { port } = await startListener();
    expect((await send(port, '/nothing', { headers: {} })).status).toBe(404);
  });

  test('guessing is slowed down, right guesses too, and forgiven in time', async () => {
    const under = await startListener({}, { auth: { failures: 3, forgiveMs: 1000, addresses: 10 } });
    const guess = (secret: string) =>
      send(under.port, '/simotel/Ping', { headers: { Authorization: basic(user, secret) } });
    for (let at = 0; at < 3; at += 1) expect((await guess('x')).status).toBe(401);
    const blocked = await guess(password);
    expect(blocked.status).toBe(429);
    expect(blocked.headers['retry-after']).toBeDefined();
    expect(under.inbox.appends).toBe(0);
    under.clockMs += 1000;
    expect((await guess(password)).status).toBe(200);
    expect(under.listener.status().rejected.credentials).toBe(4);
  });

  test('a clock that is set back keeps nobody out', async () => {
    const under = await startListener({}, { auth: { failures: 1, forgiveMs: 1000, addresses: 10 } });
    expect((await send(under.port, '/simotel/Ping', { headers: { Authorization: basic(user, 'x') } })).status).toBe(
      401,
    );
    expect((await send(under.port, '/simotel/Ping')).status).toBe(429);
    under.clockMs -= 86_400_000;
    expect((await send(under.port, '/simotel/Ping')).status).toBe(200);
  });

  test('asking without credentials first, as some clients do, is no guess', async () => {
    const { port } = await startListener({}, { auth: { failures: 1, forgiveMs: 1000, addresses: 10 } });
    for (let at = 0; at < 5; at += 1) expect((await send(port, '/simotel/Ping', { headers: {} })).status).toBe(401);
    expect((await send(port, '/simotel/Ping')).status).toBe(200);
  });
});

describe('content types', () => {
  test.each([
    'application/json',
    'Application/JSON; charset=UTF-8',
    'application/json;charset="utf-8"',
    'application/json; charset=utf8',
  ])('%s is taken', async (type) => {
    const { port } = await startListener();
    expect((await post(port, '/simotel', payloads.cdr, { 'Content-Type': type })).status).toBe(200);
  });

  test.each([
    { 'Content-Type': 'text/plain' },
    { 'Content-Type': 'text/html' },
    { 'Content-Type': '' },
    { 'Content-Type': 'application/jsonp' },
    { 'Content-Type': 'multipart/form-data; boundary=x' },
    { 'Content-Type': 'application/json; charset=windows-1256' },
    { 'Content-Type': 'application/json; charset=utf-8; charset=utf-16' },
    { 'Content-Type': 'application/x-www-form-urlencoded; charset=iso-8859-1' },
    { 'Content-Encoding': 'gzip' },
    { 'Content-Encoding': 'identity, br' },
    { 'Transfer-Encoding': 'gzip, chunked' },
  ])('%j is refused with 415', async (headers) => {
    const { port, inbox } = await startListener();
    expect((await post(port, '/simotel', payloads.cdr, headers)).status).toBe(415);
    expect(inbox.appends).toBe(0);
  });

  test('an identity coding is no coding', async () => {
    const { port } = await startListener();
    expect((await post(port, '/simotel', payloads.cdr, { 'Content-Encoding': 'Identity' })).status).toBe(200);
  });
});

describe('health', () => {
  test('tells that it is here, without credentials, and nothing else', async () => {
    const { port, inbox, listener } = await startListener();
    const reply = await send(port, '/simotel/health', { headers: {} });
    expect(reply).toMatchObject({ status: 200, text: 'ok' });
    expect((await send(port, '/simotel/HEALTH', { method: 'POST', headers: {} })).status).toBe(405);
    expect(inbox.appends).toBe(0);
    await vi.waitUntil(() => listener.status().rejected.malformed === 1);
    expect(listener.status().receivedByName).toEqual({});
  });
});
