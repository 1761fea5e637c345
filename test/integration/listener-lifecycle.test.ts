import { type AddressInfo, createServer, type Server } from 'node:net';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { listenerStatusSchema } from '../../shared/ipc/listener-contract.ts';
import { payloads } from '../support/event-fixtures.ts';
import { head, post, RawPeer, send, startListener } from '../support/event-fixtures-listener.ts';

/** Another program on a port. */
async function takePort(port = 0): Promise<{ readonly port: number; free(): Promise<void> }> {
  const server: Server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const free = () => new Promise<void>((resolve) => server.close(() => resolve()));
  onTestFinished(free);
  return { port: (server.address() as AddressInfo).port, free };
}

describe('starting', () => {
  test('tells the address to paste into the PBX', async () => {
    const { listener, port, statuses } = await startListener();
    expect(listener.status()).toEqual({
      state: 'listening',
      address: `http://127.0.0.1:${port}/simotel`,
      port,
      starts: 1,
      problem: null,
      lastEventAtMs: null,
      lastEventName: null,
      receivedByName: {},
      rejected: { address: 0, credentials: 0, malformed: 0, dropped: 0 },
    });
    expect(statuses.map(({ state }) => state)).toEqual(['starting', 'listening']);
  });

  test('an IPv6 address is told in brackets; on all addresses, one that can be reached', async () => {
    const six = await startListener({ host: '::1' });
    expect(six.listener.status().address).toBe(`http://[::1]:${six.port}/simotel`);
    const every = await startListener({ host: '0.0.0.0' });
    expect(every.listener.status().address).not.toContain('0.0.0.0');
  });

  test.each([{ user: '' }, { password: '' }, { user: '', password: '' }])(
    'never without credentials: %j',
    async (lacking) => {
      const { port: free, free: leave } = await takePort();
      await leave();
      const { listener } = await startListener({ ...lacking, port: free });
      expect(listener.status()).toMatchObject({ state: 'credentials-missing', port: free });
      listener.retryNow();
      await expect(send(free, '/simotel/health')).rejects.toThrow('ECONNREFUSED');
      await listener.stop();
      expect(listener.status().state).toBe('off');
    },
  );

  test('binds the configured address only', async () => {
    const { port } = await startListener({ host: '127.0.0.1' });
    const other = createServer();
    onTestFinished(() => new Promise<void>((resolve) => other.close(() => resolve())));
    await new Promise<void>((resolve, reject) => {
      other.once('error', reject);
      other.listen(port, '127.0.0.2', resolve);
    });
  });
});

test('tells of each start, also where it stands as before', async () => {
  const { listener, port, statuses, config } = await startListener();
  await listener.start({ ...config, port, password: 'another' });
  expect(statuses.map(({ state, starts }) => [state, starts])).toEqual([
    ['starting', 1],
    ['listening', 1],
    ['off', 1],
    ['starting', 2],
    ['listening', 2],
  ]);
});

describe('a port in use', () => {
  test('is told with its number and taken as soon as it is free', async () => {
    const taken = await takePort();
    const { listener, statuses } = await startListener({ port: taken.port }, { firstRetryMs: 10, longestRetryMs: 40 });
    expect(listener.status()).toMatchObject({ state: 'port-in-use', port: taken.port, problem: 'EADDRINUSE' });
    await vi.waitUntil(() => statuses.filter(({ state }) => state === 'port-in-use').length > 3);
    await taken.free();
    await vi.waitUntil(() => listener.status().state === 'listening');
    expect((await post(taken.port, '/simotel', payloads.cdr)).status).toBe(200);
  });

  test('is tried after 1, 2, 4 ... seconds, 30 at most', async () => {
    const taken = await takePort();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => {
      vi.useRealTimers();
    });
    const { statuses, listener } = await startListener({ port: taken.port });
    const tries = () => statuses.filter(({ state }) => state === 'port-in-use').length;
    expect(tries()).toBe(1);
    for (const [at, seconds] of [1, 2, 4, 8, 16, 30, 30].entries()) {
      await vi.advanceTimersByTimeAsync(seconds * 1000 - 1);
      expect(tries()).toBe(at + 1);
      await vi.advanceTimersByTimeAsync(1);
      await untilTrue(() => tries() === at + 2);
    }
    await listener.stop();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(tries()).toBe(8);
  });

  test('is tried at once when a person asks', async () => {
    const taken = await takePort();
    const { listener } = await startListener({ port: taken.port }, { firstRetryMs: 600_000 });
    await taken.free();
    listener.retryNow();
    listener.retryNow();
    await vi.waitUntil(() => listener.status().state === 'listening');
    listener.retryNow();
    expect(listener.status().state).toBe('listening');
  });

  test('is left alone after a stop, also one during a try', async () => {
    const taken = await takePort();
    const { listener } = await startListener({ port: taken.port }, { firstRetryMs: 10 });
    await taken.free();
    listener.retryNow();
    await listener.stop();
    expect(listener.status()).toMatchObject({ state: 'off', address: null, port: null });
    await takePort(taken.port);
  });
});

describe('other failures', () => {
  test('an address that this computer does not have', async () => {
    const { listener } = await startListener({ host: '192.0.2.1', port: 8088 });
    expect(listener.status()).toMatchObject({
      state: 'address-missing',
      problem: 'EADDRNOTAVAIL',
      address: 'http://192.0.2.1:8088/simotel',
    });
  });

  test('are told by the system code', async () => {
    // Multicast: no socket of a stream may be bound to it.
    const { listener } = await startListener({ host: 'ff02::1', port: 8088 });
    const { state, problem } = listener.status();
    expect(['failed', 'address-missing']).toContain(state);
    expect(problem).toMatch(/^E[A-Z]+$/);
  });
});

describe('stopping', () => {
  test('lets a request finish, ends idle connections at once and frees the port', async () => {
    const { listener, inbox, port } = await startListener({}, { stopWithinMs: 20_000, keepAliveTimeoutMs: 60_000 });
    const idle = await new RawPeer(port, head(port, [], 'GET /simotel/Ping HTTP/1.1')).untilAnswers(1);
    inbox.hold();
    const busy = new RawPeer(port, head(port, [], 'GET /simotel/Ping HTTP/1.1'));
    await vi.waitUntil(() => inbox.appends === 2);
    const stopped = listener.stop();
    await idle.untilClosed();
    await expect(send(port, '/simotel/health')).rejects.toThrow();
    expect(busy.received).toBe('');
    inbox.release();
    await stopped;
    await busy.untilClosed();
    expect(busy.statuses).toEqual([200]);
    expect(busy.received).toMatch(/\r\nConnection: close\r\n/i);
    await takePort(port);
  });

  test('does not wait for those who never finish', async () => {
    const { listener, port } = await startListener({}, { stopWithinMs: 50 });
    const peers = [new RawPeer(port), new RawPeer(port, 'POST /simotel HTTP/1.1\r\n')];
    await send(port, '/simotel/health');
    await listener.stop();
    await Promise.all(peers.map((peer) => peer.untilClosed()));
    expect(peers.map((peer) => peer.received)).toEqual(['', '']);
  });

  test('and starting again changes port, path and credentials, and keeps the counts', async () => {
    const under = await startListener();
    await post(under.port, '/simotel', payloads.cdr);
    await under.listener.start({ ...under.config, path: '/other', password: 'new' });
    const port = under.listener.status().port ?? 0;
    expect((await send(port, '/simotel/health')).status).toBe(404);
    expect((await send(port, '/other/Ping')).status).toBe(401);
    expect(under.listener.status().receivedByName).toEqual({ Cdr: 1 });
  });

  test('twice is the same as once', async () => {
    const { listener } = await startListener();
    await Promise.all([listener.stop(), listener.stop()]);
    await listener.stop();
    expect(listener.status().state).toBe('off');
  });
});

describe('counts', () => {
  test('are kept by known name, all others together', async () => {
    const under = await startListener();
    under.clockMs += 5;
    for (const name of ['Cdr', 'CDR', 'NewState', 'MadeUp1', 'MadeUp2', 'constructor', '__proto__']) {
      await post(under.port, '/simotel', { event_name: name, exten: '1' });
    }
    const status = under.listener.status();
    expect(status.receivedByName).toEqual({ Cdr: 2, NewState: 1, other: 4 });
    expect(status.lastEventAtMs).toBe(under.clockMs);
    expect(listenerStatusSchema.parse(status)).toEqual(status);
  });

  test('are announced together, changes of state at once', async () => {
    const { port, statuses, listener } = await startListener({}, { announceEveryMs: 600_000 });
    await Promise.all(Array.from({ length: 20 }, () => send(port, '/simotel/Ping')));
    expect(statuses.map(({ state }) => state)).toEqual(['starting', 'listening']);
    await listener.stop();
    expect(statuses.at(-1)).toMatchObject({ state: 'off', receivedByName: { Ping: 20 } });
  });

  test('are announced without any change of state too', async () => {
    const { port, statuses } = await startListener();
    await send(port, '/simotel/Ping');
    await vi.waitUntil(() => statuses.at(-1)?.receivedByName['Ping'] === 1);
  });
});

/** As `vi.waitUntil`, without timers: those are fake where this is used. */
async function untilTrue(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise<void>((resolve) => setImmediate(resolve));
}

test('what arrived is forgotten for another PBX, while the listener stays', async () => {
  const { listener, port, statuses } = await startListener();
  await post(port, '/simotel', payloads.cdr);
  await send(port, '/simotel', { headers: {} });
  expect(listener.status().lastEventAtMs).not.toBeNull();
  listener.forgetArrivals();
  const forgotten = {
    state: 'listening',
    lastEventAtMs: null,
    lastEventName: null,
    receivedByName: {},
    rejected: { address: 0, credentials: 0, malformed: 0, dropped: 0 },
  };
  expect(listener.status()).toMatchObject(forgotten);
  expect(listener.status().receivedByName).toEqual({});
  expect(statuses.at(-1)).toEqual(listener.status());
});
