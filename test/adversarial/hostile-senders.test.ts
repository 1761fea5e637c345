import { gzipSync } from 'node:zlib';
import { describe, expect, test, vi } from 'vitest';
import { createCredentialCheck } from '../../electron/call-events/basic-auth.ts';
import { startDeskProcess } from '../support/adversarial/desk-process.ts';
import { foreignHeads, wrongCredentials } from '../support/adversarial/hostile-heads.ts';
import { seed, sized } from '../support/adversarial/size.ts';
import { welchT } from '../support/adversarial/welch.ts';
import { payloads } from '../support/event-fixtures.ts';
import { basic, head, password, post, RawPeer, startListener, user } from '../support/event-fixtures-listener.ts';
import { seededRandom } from '../support/seeded-random.ts';

const json = 'Content-Type: application/json';
const limit = 64 * 1024;
const chunk = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n`;

/** As many at once as the listener takes beside the one that has to be served. */
const atOnce = 32;

async function inTurns<T>(all: Iterable<T>, work: (one: T) => Promise<void>, width = atOnce): Promise<void> {
  const left = all[Symbol.iterator]();
  const next = async () => {
    for (let one = left.next(); one.done !== true; one = left.next()) await work(one.value);
  };
  await Promise.all(Array.from({ length: width }, next));
}

const count3 = sized(1000, 10_000);
test(`A3: ${count3} wrong credentials are refused, and nothing of them is stored (seed ${seed})`, async () => {
  // Guesses are not slowed down here: each of them is to be looked at.
  const under = await startListener({}, { auth: { failures: count3 * 2, forgiveMs: 1, addresses: 10 } });
  await inTurns(wrongCredentials(count3, seed), async (values) => {
    const lines = values.map((value) => `Authorization: ${value}`);
    const peer = new RawPeer(
      under.port,
      `${['GET /simotel/Ping HTTP/1.1', `Host: 127.0.0.1:${under.port}`, ...lines].join('\r\n')}\r\n\r\n`,
    );
    await peer.untilAnswers(1);
    expect([400, 401, 431], JSON.stringify(values).slice(0, 200)).toContain(peer.statuses[0]);
    peer.socket.destroy();
  });
  expect(under.inbox.appends).toBe(0);
  expect((await post(under.port, '/simotel', payloads.cdr)).status).toBe(200);
}, 300_000);

test('A3: how long an answer takes does not tell whether the user is known', () => {
  const check = createCredentialCheck(user, password);
  const random = seededRandom(seed);
  const known = [basic(user, 'wrong-password')];
  const unknown = [basic('nobody', 'wrong-password')];
  const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
  const runs = sized(5000, 50_000);
  for (let run = 0; run < runs * 2; run += 1) {
    const kind = random() < 0.5 ? 'known' : 'unknown';
    const given = kind === 'known' ? known : unknown;
    const before = process.hrtime.bigint();
    check(given);
    // What comes first has to be compiled yet.
    if (run > runs / 10) times[kind].push(Number(process.hrtime.bigint() - before));
  }
  expect(Math.abs(welchT(times.known, times.unknown))).toBeLessThan(4.5);
});

const count4 = sized(200, 2000);
test(`A4: ${count4} requests by other names, of browsers and without a name are refused (seed ${seed})`, async () => {
  const desk = await startDeskProcess();
  const before = await desk.how();
  await inTurns(foreignHeads(count4, seed, desk.port), async (text) => {
    const peer = new RawPeer(desk.port, text);
    await vi.waitUntil(() => peer.closed || peer.statuses.length > 0, { timeout: 8000 });
    expect(peer.statuses.length, text).toBeGreaterThan(0);
    for (const status of peer.statuses) expect(status, text).toBeGreaterThanOrEqual(400);
    for (const status of peer.statuses) expect(status, text).toBeLessThan(500);
    expect(peer.received).not.toMatch(/\r\naccess-control/i);
    peer.socket.destroy();
  });
  expect((await desk.how()).stored).toBe(before.stored);
  await desk.expectUnharmed();
}, 120_000);

describe('A5: bodies that are too long, never end or are another size than said', () => {
  const times = sized(10, 50);
  const bomb = gzipSync(Buffer.alloc(20 * 1024 * 1024));
  const body = JSON.stringify(payloads.cdr);
  const shapes: readonly (readonly [string, (port: number) => string | Buffer, readonly number[]])[] = [
    ['one byte over', (port) => head(port, [json, `Content-Length: ${limit + 1}`]) + 'x'.repeat(limit + 1), [413]],
    ['ten megabytes', (port) => head(port, [json, 'Content-Length: 10485760']) + 'x'.repeat(10_485_760), [413]],
    [
      'chunks without end',
      (port) => head(port, [json, 'Transfer-Encoding: chunked']) + chunk('x'.repeat(1000)).repeat(200),
      [413],
    ],
    [
      'a bomb of zeros',
      (port) =>
        Buffer.concat([
          Buffer.from(head(port, [json, 'Content-Encoding: gzip', `Content-Length: ${bomb.length}`])),
          bomb,
        ]),
      [413, 415],
    ],
    ['shorter than said', (port) => `${head(port, [json, `Content-Length: ${body.length + 50}`])}${body}`, [408]],
    // What was said to be all of it is kept for somebody to look at, and is no event; the rest is no request.
    ['longer than said', (port) => `${head(port, [json, 'Content-Length: 10'])}${body}`, [400]],
  ];
  test.each(shapes)(
    '%s',
    async (name, said, statuses) => {
      const desk = await startDeskProcess();
      const before = await desk.how();
      await inTurns(Array.from({ length: times }), async () => {
        const peer = new RawPeer(desk.port, said(desk.port));
        await peer.untilClosed(20_000);
        // One who is still writing may be cut off before the answer is read.
        for (const status of peer.statuses) expect(statuses).toContain(status);
      });
      const after = await desk.expectUnharmed();
      expect(after.stored - before.stored).toBe(name === 'longer than said' ? times : 0);
      expect(after.calls).toBe(before.calls);
      expect(after.residentBytes - before.residentBytes).toBeLessThan(64 * 1024 * 1024);
    },
    120_000,
  );
});

const count7 = sized(500, 2000);
test(`A7: ${count7} connections of garbage store exactly what was asked for in order (seed ${seed})`, async () => {
  const desk = await startDeskProcess();
  const random = seededRandom(seed);
  const below = (most: number) => Math.floor(random() * most);
  const before = await desk.how();
  const hidden = (port: number) => head(port, [], 'GET /simotel?event_name=Hidden HTTP/1.1');
  const garbage: readonly ((port: number) => string | Uint8Array)[] = [
    () => Buffer.from([22, 3, 1, 2, 0, 1, 0, 1, 252, 3, 3, ...Array.from({ length: 200 }, () => below(256))]),
    () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\u0000\u0000\u0000\u0004',
    () => new Uint8Array(below(4000)),
    () => Uint8Array.from({ length: 1 + below(4000) }, () => below(256)),
    (port) => `${head(port, [json, 'Content-Length: 5', 'Transfer-Encoding: chunked'])}0\r\n\r\n${hidden(port)}`,
    (port) => `${head(port, [json, 'Transfer-Encoding: chunked', 'Content-Length: 5'])}0\r\n\r\n${hidden(port)}`,
    (port) => `${head(port, [json, 'Transfer-Encoding: chunked, identity'])}0\r\n\r\n${hidden(port)}`,
    (port) => `${head(port, [json, 'Transfer-Encoding: xchunked'])}0\r\n\r\n${hidden(port)}`,
    (port) => `${head(port, [json, 'Content-Length: 0', 'Content-Length: 60'])}${hidden(port)}`,
    (port) => `${head(port, [json, 'Content-Length: +0'])}${hidden(port)}`,
    (port) => `${head(port, ['Content-Type: text/plain', `Content-Length: ${hidden(port).length}`])}${hidden(port)}`,
    (port) => hidden(port).replaceAll('\r\n', '\n'),
    (port) => hidden(port).replace('\r\nHost', '\r\n Host'),
    (port) => hidden(port).replace('Host:', 'Host :'),
    (port) => hidden(port).replace(' HTTP/1.1', ' HTTP/9.9'),
    (port) => head(port, [`X: ${'x'.repeat(9000)}`]) + hidden(port),
    (port) => head(port, [], 'CONNECT 127.0.0.1:80 HTTP/1.1') + hidden(port),
    (port) => head(port, ['Connection: Upgrade', 'Upgrade: websocket'], 'GET /simotel/Ping HTTP/1.1') + hidden(port),
    (port) => head(port, ['Connection: Upgrade', 'Upgrade: h2c', 'Content-Length: 0']) + hidden(port),
    (port) => `${head(port, ['Expect: magic', json, `Content-Length: ${hidden(port).length}`])}${hidden(port)}`,
  ];
  await inTurns(
    Array.from({ length: count7 }, (_, at) => at),
    async (at) => {
      const peer = new RawPeer(desk.port, garbage[at % garbage.length]?.(desk.port) ?? '');
      // Half of them say at once that nothing more comes.
      if (at % 2 === 0) peer.socket.end();
      await peer.untilClosed(20_000);
      expect(
        peer.statuses.filter((status) => status >= 200 && status < 400),
        `${at % garbage.length}: ${peer.received}`,
      ).toEqual([]);
    },
  );
  expect((await desk.how()).stored).toBe(before.stored);

  // A thousand in one breath: each is one event or none, and no more than were asked for.
  const one = (number: number) => head(desk.port, [], `GET /simotel?event_name=Pipelined&number=${number} HTTP/1.1`);
  const pipelined = new RawPeer(desk.port, Array.from({ length: 1000 }, (_, number) => one(number)).join(''));
  await pipelined.untilClosed(20_000);
  const taken = pipelined.statuses.filter((status) => status === 200).length;
  expect(taken).toBeGreaterThan(0);
  expect((await desk.how()).stored - before.stored).toBe(taken);
  await desk.expectUnharmed();
}, 240_000);
