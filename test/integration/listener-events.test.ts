import { describe, expect, test, vi } from 'vitest';
import { readStoredEvent } from '../../electron/call-events/call-event-wire.ts';
import { encodeFields, payloads, receivedAtMs } from '../support/event-fixtures.ts';
import { credentials, head, post, RawPeer, send, startListener } from '../support/event-fixtures-listener.ts';

const forms = ['GET', 'POST json', 'POST form', 'POST in the address'] as const;
const events = Object.entries(payloads);

/** Sends one event in one of the forms that PBXs are set to. */
function sendForm(
  port: number,
  form: (typeof forms)[number],
  target: string,
  fields: Readonly<Record<string, unknown>>,
) {
  const query = encodeFields('query', fields);
  if (form === 'GET') return send(port, `${target}?${query}`);
  if (form === 'POST json') return post(port, target, fields);
  if (form === 'POST in the address') return send(port, `${target}?${query}`, { method: 'POST' });
  return post(port, target, query, { 'Content-Type': 'application/x-www-form-urlencoded' });
}

describe.each(forms)('events by %s', (form) => {
  test.each(events)('%s arrives by G4', async (_, fields) => {
    const { port, inbox, seen } = await startListener();
    const reply = await sendForm(port, form, '/simotel', fields);
    expect(reply).toMatchObject({ status: 200, text: 'ok' });
    const name = 'event' in fields ? fields.event : fields.event_name;
    expect(inbox.stored).toMatchObject([{ profile: 'office', receivedAtMs, name, state: 'new' }]);
    await vi.waitUntil(() => seen.length === 1);
    expect(seen).toEqual(inbox.stored);
  });

  test.each(events)('%s arrives by Rest4, in any case, and says the same', async (_, fields) => {
    const { port, inbox } = await startListener();
    const { event_name, event, ...rest } = fields as Readonly<Record<string, unknown>>;
    const name = String(event_name ?? event);
    for (const spelled of [name, name.toLowerCase(), name.toUpperCase()]) {
      inbox.stored.length = 0;
      expect((await sendForm(port, form, `/simotel/${spelled}`, rest)).status).toBe(200);
      const [stored] = inbox.stored;
      if (stored === undefined) throw new Error('nothing was stored');
      const known = readStoredEvent(stored, 'UTC');
      expect(known.kind).not.toBe('unreadable');
      expect(stored.name).toBe(spelled);
    }
  });
});

describe('addresses', () => {
  test.each(['/simotel', '/simotel/', '/simotel//'])('G4 at %s', async (target) => {
    const { port } = await startListener();
    expect((await post(port, target, payloads.ping)).status).toBe(200);
  });

  test('Rest4 below an address that ends with a slash, and below the root', async () => {
    const { port } = await startListener({ path: '/simotel/' });
    expect((await post(port, '/simotel//Ping', {})).status).toBe(200);
    const root = await startListener({ path: '/' });
    expect((await post(root.port, '/Ping', {})).status).toBe(200);
    expect((await post(root.port, '/', payloads.ping)).status).toBe(200);
  });

  test.each([
    '/',
    '/other',
    '/simotelx',
    '/Simotel',
    '/simotel/a/b',
    '/simotel/../x',
    '/simotel/%2e%2e',
    '/simotel/a%20b',
  ])('%s is not found and nothing is stored', async (target) => {
    const { port, inbox } = await startListener();
    expect((await post(port, target, payloads.ping)).status).toBe(404);
    expect(inbox.appends).toBe(0);
  });

  test.each(['PUT', 'DELETE', 'PATCH', 'HEAD', 'TRACE', 'OPTIONS'])('%s is not allowed', async (method) => {
    const { port, inbox } = await startListener();
    const reply = await send(port, '/simotel', { method });
    expect(reply.status).toBe(405);
    expect(reply.headers['allow']).toBe('GET, POST');
    expect(inbox.appends).toBe(0);
  });
});

describe('acknowledgement', () => {
  test('no byte of an answer leaves before the event is committed', async () => {
    const { port, inbox, seen } = await startListener();
    inbox.hold();
    const body = JSON.stringify(payloads.cdr);
    const peer = new RawPeer(
      port,
      head(port, ['Content-Type: application/json', `Content-Length: ${body.length}`]) + body,
    );
    await vi.waitUntil(() => inbox.appends === 1);
    // Another request goes the whole way meanwhile; an early answer would have come by then.
    expect((await send(port, '/simotel/health')).status).toBe(200);
    expect(peer.received).toBe('');
    expect(seen).toEqual([]);
    inbox.release();
    await peer.untilAnswers(1);
    expect(peer.statuses).toEqual([200]);
  });

  test('an event that cannot be stored is answered 503 and can be sent again', async () => {
    const { port, inbox, seen, listener } = await startListener();
    inbox.refusing = true;
    const refused = await post(port, '/simotel', payloads.cdr);
    expect(refused.status).toBe(503);
    expect(refused.headers['retry-after']).toBeDefined();
    expect(seen).toEqual([]);
    expect(listener.status().receivedByName).toEqual({});
    inbox.refusing = false;
    expect((await post(port, '/simotel', payloads.cdr)).status).toBe(200);
    expect(inbox.stored).toHaveLength(1);
  });

  test('a repeated event is answered 200 and told to nobody', async () => {
    const { port, inbox, seen } = await startListener();
    expect((await post(port, '/simotel', payloads.cdr)).status).toBe(200);
    expect((await send(port, `/simotel?${encodeFields('query', payloads.cdr)}`)).status).toBe(200);
    expect(inbox.appends).toBe(2);
    expect(seen).toHaveLength(1);
  });

  test('a consumer that fails costs neither the answer nor the next event', async () => {
    const under = await startListener();
    under.onStored = () => {
      throw new Error('bug');
    };
    expect((await post(under.port, '/simotel', payloads.cdr)).status).toBe(200);
    expect((await post(under.port, '/simotel', payloads.survey)).status).toBe(200);
    expect(under.inbox.stored).toHaveLength(2);
  });

  test('the bytes that came are the bytes that are stored', async () => {
    const { port, inbox } = await startListener();
    const body = '{ "event_name":"Ping","a":"\\u0000\\ud800", "n": 0912 }';
    expect((await post(port, '/simotel', body)).status).toBe(200);
    expect((await send(port, '/simotel/Ping?label=%D8%B4+a%2Bb&x=%00')).status).toBe(200);
    expect(inbox.stored.map((event) => Buffer.from(event.body).toString())).toEqual([body, 'label=%D8%B4+a%2Bb&x=%00']);
  });

  test.each(['{"event_name":', '[]', '', '{"src":"1"}', `${'['.repeat(32_000)}`, '\u0000'])(
    'what cannot be read (%#) is answered 400 and kept',
    async (body) => {
      const { port, inbox, seen, listener } = await startListener();
      expect((await post(port, '/simotel', body)).status).toBe(400);
      expect(inbox.stored).toMatchObject([{ name: '', dedupeKey: null, state: 'new' }]);
      await vi.waitUntil(() => seen.length === 1);
      expect(listener.status().rejected.malformed).toBe(1);
    },
  );

  test('JSON without a content type is still read', async () => {
    const { port, inbox } = await startListener();
    const body = JSON.stringify(payloads.cdr);
    expect((await send(port, '/simotel', { method: 'POST', body })).status).toBe(200);
    expect(inbox.stored).toMatchObject([{ name: 'Cdr', encoding: 'json' }]);
    const reply = await send(port, '/simotel', { method: 'POST', body: encodeFields('form', payloads.survey) });
    expect(reply.status).toBe(200);
    expect(inbox.stored[1]).toMatchObject({ name: 'Survey', encoding: 'form' });
  });

  test('many events at once are all stored', async () => {
    const { port, inbox, listener } = await startListener({}, { connections: 500 });
    const replies = await Promise.all(
      Array.from({ length: 300 }, (_, at) => post(port, '/simotel', { ...payloads.cdr, unique_id: `1.${at}` })),
    );
    expect(new Set(replies.map((reply) => reply.status))).toEqual(new Set([200]));
    expect(inbox.stored).toHaveLength(300);
    expect(listener.status().receivedByName).toEqual({ Cdr: 300 });
  });
});

describe('keep-alive', () => {
  test('one connection carries many events, in order, also when they are sent without waiting', async () => {
    const { port, inbox } = await startListener();
    const bodies = Array.from({ length: 20 }, (_, at) => JSON.stringify({ ...payloads.cdr, unique_id: `1.${at}` }));
    const peer = new RawPeer(
      port,
      bodies
        .map((body) => head(port, ['Content-Type: application/json', `Content-Length: ${body.length}`]) + body)
        .join(''),
    );
    await peer.untilAnswers(20);
    expect(peer.statuses).toEqual(Array.from({ length: 20 }, () => 200));
    expect(inbox.stored.map((event) => event.pbxCallId)).toEqual(bodies.map((_, at) => `1.${at}`));
    expect(peer.closed).toBe(false);
  });

  test('a connection ends after 100 requests', async () => {
    const { port, inbox } = await startListener();
    const peer = new RawPeer(port, head(port, [], 'GET /simotel/Ping HTTP/1.1').repeat(150));
    await peer.untilClosed();
    expect(inbox.stored).toHaveLength(100);
  });

  test('an idle connection is closed', async () => {
    const { port } = await startListener({}, { keepAliveTimeoutMs: 50 });
    const peer = new RawPeer(port, head(port, [], 'GET /simotel/Ping HTTP/1.1'));
    await peer.untilClosed();
    expect(peer.statuses).toEqual([200]);
  });

  test('a wrong password does not end a connection that then sends the right one', async () => {
    const { port } = await startListener();
    const wrong = head(port, ['Content-Length: 4'], 'POST /simotel/Ping HTTP/1.1').replace(
      credentials.Authorization,
      'Basic eDp5',
    );
    const peer = new RawPeer(port, `${wrong}a=bc${head(port, [], 'GET /simotel/Ping HTTP/1.1')}`);
    await peer.untilAnswers(2);
    expect(peer.statuses).toEqual([401, 200]);
  });
});
