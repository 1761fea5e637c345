import { describe, expect, test, vi } from 'vitest';
import { payloads } from '../support/event-fixtures.ts';
import { credentials, head, post, RawPeer, send, startListener } from '../support/event-fixtures-listener.ts';

const limit = 64 * 1024;
const json = 'Content-Type: application/json';

/** An event of exactly that many bytes; many short fields, as one text may not be so long. */
function eventOfSize(bytes: number): string {
  const fields: Record<string, string> = { event_name: 'Cdr', unique_id: '1.2' };
  for (let at = 0; JSON.stringify(fields).length < bytes - 4100; at += 1) fields[`field${at}`] = 'x'.repeat(4000);
  fields['rest'] = '';
  fields['rest'] = 'x'.repeat(bytes - JSON.stringify(fields).length);
  return JSON.stringify(fields);
}

const chunk = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n`;

describe('size', () => {
  test.each([
    [limit - 1, 200],
    [limit, 200],
    [limit + 1, 413],
    [10 * 1024 * 1024, 413],
  ])('%i bytes: %i', async (bytes, status) => {
    const { port, inbox } = await startListener();
    const body = bytes > 2 * limit ? 'x'.repeat(bytes) : eventOfSize(bytes);
    const peer = new RawPeer(port, head(port, [json, `Content-Length: ${body.length}`]) + body);
    await peer.untilAnswers(1);
    expect(peer.statuses).toEqual([status]);
    expect(inbox.appends).toBe(status === 200 ? 1 : 0);
  });

  test.each([
    [limit, 200],
    [limit + 1, 413],
  ])('%i bytes in chunks: %i', async (bytes, status) => {
    const { port, inbox } = await startListener();
    const peer = new RawPeer(port, head(port, [json, 'Transfer-Encoding: chunked']) + chunk(eventOfSize(bytes)));
    peer.socket.write('0\r\n\r\n');
    await peer.untilAnswers(1);
    expect(peer.statuses).toEqual([status]);
    expect(inbox.appends).toBe(status === 200 ? 1 : 0);
  });

  test('a length over the limit is answered before any of it is sent, and to strangers too', async () => {
    const { port } = await startListener();
    const text = head(port, [json, `Content-Length: ${limit + 1}`]);
    for (const request of [text, text.replace(credentials.Authorization, 'Basic eDp5')]) {
      const peer = await new RawPeer(port, request).untilClosed();
      expect(peer.statuses).toEqual([413]);
    }
  });

  test('chunks without end are cut off at the limit, not at the time-out', async () => {
    const { port, inbox } = await startListener({}, { requestTimeoutMs: 60_000 });
    const peer = new RawPeer(port, head(port, [json, 'Transfer-Encoding: chunked']));
    const piece = chunk('x'.repeat(1024));
    let written = 0;
    const more = () => {
      if (peer.closed || peer.socket.destroyed) return;
      written += piece.length;
      peer.socket.write(piece, () => setImmediate(more));
    };
    more();
    await peer.untilClosed();
    expect(peer.statuses).toEqual([413]);
    expect(written).toBeLessThan(16 * limit);
    expect(inbox.appends).toBe(0);
  });

  test('headers over 8 KB are refused', async () => {
    const { port, inbox } = await startListener();
    const peer = await new RawPeer(port, head(port, [`X: ${'x'.repeat(9000)}`])).untilClosed();
    expect(peer.statuses).toEqual([431]);
    expect(inbox.appends).toBe(0);
  });

  test('headers above their number are refused: behind them one could hide', async () => {
    const { port, inbox } = await startListener();
    const many = (count: number) => Array.from({ length: count }, (_, at) => `X-${at}: ${at}`);
    for (const [count, status] of [
      [47, 200],
      [48, 431],
      [60, 431],
      [400, 431],
    ] as const) {
      const peer = new RawPeer(port, head(port, many(count), 'GET /simotel/Ping HTTP/1.1'));
      await peer.untilAnswers(1);
      expect(peer.statuses).toEqual([status]);
    }
    const hidden = await new RawPeer(
      port,
      head(port, [...many(100), 'Host: evil.example', 'Origin: null']),
    ).untilAnswers(1);
    expect(hidden.statuses).toEqual([431]);
    expect(inbox.appends).toBe(1);
  });

  test('a body longer than its length is not taken for a request', async () => {
    const { port, inbox } = await startListener();
    const body = JSON.stringify(payloads.cdr);
    const peer = new RawPeer(port, `${head(port, [json, `Content-Length: ${body.length}`])}${body}xxxxxxxx\r\n\r\n`);
    await peer.untilClosed();
    // The rest ends the connection; whether the answer was out before is a matter of time.
    expect(peer.statuses.filter((status) => status !== 200 && status !== 400)).toEqual([]);
    expect(inbox.appends).toBe(1);
  });
});

describe('patience', () => {
  const short = { headersTimeoutMs: 200, requestTimeoutMs: 400, keepAliveTimeoutMs: 200, checkConnectionsEveryMs: 50 };
  const crowd = 50;
  const shapes: readonly (readonly [string, (port: number) => string])[] = [
    ['that say nothing', () => ''],
    ['that never end their headers', (port) => `POST /simotel HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nX-Slow: `],
    ['that never end their body', (port) => `${head(port, [json, 'Content-Length: 1000'])}{`],
    ['that never end their chunks', (port) => head(port, [json, 'Transfer-Encoding: chunked']) + chunk('{"a":"')],
    ['that stay after their event', (port) => head(port, [], 'GET /simotel/Ping HTTP/1.1')],
  ];

  test.each(shapes)('senders %s are closed, and others are served meanwhile', async (name, said) => {
    const { port, listener, inbox } = await startListener({}, short);
    const peers = Array.from({ length: crowd }, () => new RawPeer(port, said(port)));
    const startedAt = performance.now();
    expect((await post(port, '/simotel', payloads.cdr)).status).toBe(200);
    await Promise.all(peers.map((peer) => peer.untilClosed(5000)));
    expect(performance.now() - startedAt).toBeLessThan(4000);
    const stays = name.includes('stay');
    for (const peer of peers) expect(peer.statuses).toEqual([stays ? 200 : 408]);
    expect(inbox.stored).toHaveLength(stays ? crowd + 1 : 1);
    if (!stays) expect(listener.status().rejected.dropped).toBe(crowd);
  });

  test('a sender who drips one header byte after the other is not kept alive by that', async () => {
    const { port } = await startListener({}, short);
    const peer = new RawPeer(port, `POST /simotel HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nX: `);
    const drip = setInterval(() => peer.socket.write('x'), 20);
    await peer.untilClosed(5000).finally(() => clearInterval(drip));
    expect(peer.statuses).toEqual([408]);
  });

  test('the product allows 3 s for headers, 5 s for a request and looks twice a second', async () => {
    const { port } = await startListener();
    const startedAt = performance.now();
    const peer = await new RawPeer(port, 'POST /simotel HTTP/1.1\r\n').untilClosed();
    const elapsed = performance.now() - startedAt;
    expect(peer.statuses).toEqual([408]);
    expect(elapsed).toBeGreaterThan(2500);
    expect(elapsed).toBeLessThan(5000);
  });

  test('connections over the limit are dropped and counted', async () => {
    const { port, listener } = await startListener({}, { connections: 5 });
    const peers = Array.from({ length: 12 }, () => new RawPeer(port));
    await vi.waitUntil(() => listener.status().rejected.dropped === 7);
    await vi.waitUntil(() => peers.filter((peer) => peer.closed).length === 7);
  });

  test('strangers cannot use up the connections', async () => {
    const { port, listener } = await startListener({ allowFrom: ['127.0.0.2'] }, { connections: 5 });
    const peers = Array.from({ length: 50 }, () => new RawPeer(port));
    await Promise.all(peers.map((peer) => peer.untilClosed()));
    await vi.waitUntil(() => listener.status().rejected.address + listener.status().rejected.dropped === 50);
    expect(listener.status().rejected.address).toBeGreaterThan(0);
  });

  test('a sender who never reads is closed', async () => {
    const { port, listener } = await startListener({}, short);
    const peer = new RawPeer(port);
    peer.socket.pause();
    peer.socket.write(head(port, [], 'GET /nothing HTTP/1.1').repeat(100));
    await vi.waitUntil(() => listener.status().rejected.malformed === 100);
    peer.socket.resume();
    await peer.untilClosed();
    expect(peer.statuses).toEqual(Array.from({ length: 100 }, () => 404));
  });

  test('a sender who goes away in the middle of a body stores nothing', async () => {
    const { port, inbox } = await startListener();
    const peer = new RawPeer(port, `${head(port, [json, 'Content-Length: 1000'])}{`);
    await vi.waitUntil(() => peer.socket.bytesWritten > 100);
    peer.socket.destroy();
    expect((await post(port, '/simotel', payloads.cdr)).status).toBe(200);
    expect(inbox.appends).toBe(1);
  });

  test('a sender who goes away before the commit is still stored, and harms nobody', async () => {
    const { port, inbox, seen } = await startListener();
    inbox.hold();
    const body = JSON.stringify(payloads.cdr);
    const peer = new RawPeer(port, head(port, [json, `Content-Length: ${body.length}`]) + body);
    await vi.waitUntil(() => inbox.appends === 1);
    peer.socket.destroy();
    await peer.untilClosed();
    inbox.release();
    await vi.waitUntil(() => seen.length === 1);
  });
});

describe('garbage', () => {
  const body = JSON.stringify(payloads.cdr);
  const garbage: readonly (readonly [string, (port: number) => string | Uint8Array])[] = [
    ['a TLS hello', () => Buffer.from([22, 3, 1, 2, 0, 1, 0, 1, 252, 3, 3, 0, 0, 0, 0])],
    ['the HTTP/2 preface', () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ['zeros', () => new Uint8Array(2000)],
    ['a line without meaning', () => 'hello\r\n\r\n'],
    ['another protocol', (port) => head(port, [], 'GET /simotel/Ping SIP/2.0')],
    ['bare line feeds', (port) => head(port, [], 'GET /simotel/Ping HTTP/1.1').replaceAll('\r\n', '\n')],
    ['a folded header', (port) => head(port, ['X: a\r\n b: c'], 'GET /simotel/Ping HTTP/1.1')],
    ['a space before the colon', (port) => head(port, ['Content-Length : 5']) + body],
    ['two lengths', (port) => head(port, [json, 'Content-Length: 5', 'Content-Length: 6']) + body],
    ['a negative length', (port) => head(port, [json, 'Content-Length: -5']) + body],
    [
      'a length and chunks',
      (port) => `${head(port, [json, 'Content-Length: 5', 'Transfer-Encoding: chunked'])}0\r\n\r\n`,
    ],
    [
      'chunks that are not the last coding',
      (port) => `${head(port, [json, 'Transfer-Encoding: chunked, gzip'])}0\r\n\r\n`,
    ],
    ['a chunk without a size', (port) => `${head(port, [json, 'Transfer-Encoding: chunked'])}xyz\r\n`],
    ['an upgrade', (port) => head(port, ['Connection: Upgrade', 'Upgrade: websocket'], 'GET /simotel/Ping HTTP/1.1')],
    ['an h2c upgrade', (port) => head(port, ['Connection: Upgrade', 'Upgrade: h2c', 'Content-Length: 0'])],
    ['a tunnel', (port) => head(port, [], 'CONNECT 127.0.0.1:80 HTTP/1.1')],
    ['an unknown expectation', (port) => head(port, ['Expect: magic', json, `Content-Length: ${body.length}`]) + body],
  ];

  test.each(garbage)('%s is refused or closed, and nothing of it is stored', async (_, said) => {
    const { port, inbox } = await startListener();
    const peer = new RawPeer(port, said(port));
    await vi.waitUntil(() => peer.closed || peer.statuses.length > 0, { timeout: 5000 });
    expect(peer.statuses.filter((status) => status < 400)).toEqual([]);
    expect(inbox.appends).toBe(0);
    expect((await send(port, '/simotel/health')).status).toBe(200);
  });

  test('an upgrade is answered 400 and a tunnel not at all', async () => {
    const { port, listener } = await startListener();
    const upgrade = new RawPeer(
      port,
      head(port, ['Connection: Upgrade', 'Upgrade: websocket'], 'GET /simotel/Ping HTTP/1.1'),
    );
    await upgrade.untilClosed();
    expect(upgrade.statuses).toEqual([400]);
    const tunnel = await new RawPeer(port, head(port, [], 'CONNECT 127.0.0.1:80 HTTP/1.1')).untilClosed();
    expect(tunnel.received).toBe('');
    expect(listener.status().rejected.malformed).toBe(2);
  });

  test('garbage behind a request does not answer in its place', async () => {
    const { port, inbox } = await startListener();
    inbox.hold();
    const peer = new RawPeer(port, `${head(port, [json, `Content-Length: ${body.length}`])}${body}garbage\r\n\r\n`);
    await peer.untilClosed();
    expect(peer.received).toBe('');
    inbox.release();
    await vi.waitUntil(() => inbox.stored.length === 1);
  });

  test('a request hidden in the body of another is not worked on', async () => {
    const { port, inbox } = await startListener();
    const hidden = head(port, [], 'GET /simotel/Ping HTTP/1.1');
    const request = head(port, ['Content-Type: text/plain', `Content-Length: ${hidden.length}`]) + hidden;
    const peer = new RawPeer(port, request + head(port, [], 'GET /simotel/health HTTP/1.1'));
    await peer.untilAnswers(2);
    expect(peer.statuses).toEqual([415, 200]);
    expect(inbox.appends).toBe(0);
  });
});

describe('Expect: 100-continue', () => {
  const body = JSON.stringify(payloads.cdr);
  const request = (port: number) => head(port, ['Expect: 100-continue', json, `Content-Length: ${body.length}`]);

  test('known senders are asked for the body', async () => {
    const { port, inbox } = await startListener();
    const peer = new RawPeer(port, request(port));
    await peer.untilAnswers(1);
    expect(peer.statuses).toEqual([100]);
    peer.socket.write(body);
    await peer.untilAnswers(2);
    expect(peer.statuses).toEqual([100, 200]);
    expect(inbox.stored).toHaveLength(1);
  });

  test('strangers are refused without that, and the connection ends', async () => {
    const { port } = await startListener();
    const peer = new RawPeer(port, request(port).replace(credentials.Authorization, 'Basic eDp5'));
    await peer.untilClosed();
    expect(peer.statuses).toEqual([401]);
  });
});
