import { createServer } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createPbxClient } from '../../electron/pbx/pbx-client.ts';
import type { PbxError } from '../../shared/errors.ts';
import type { PbxSettings } from '../../shared/settings/schema.ts';
import {
  answer,
  drip,
  endAfter,
  flood,
  htmlAnswer,
  jsonAnswer,
  resetAfter,
  stopAfter,
} from '../support/misbehaving-answers.ts';
import { accessTo, canaries, sampleOriginate, shortTimeouts } from '../support/misbehaving-client.ts';
import { MisbehavingPbx, type Misbehaviour } from '../support/misbehaving-pbx.ts';
import { pinOf, serverTls, trustTestAuthority } from '../support/tls-fixtures.ts';

const head = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n';
const accepted = { success: 1, message: null, data: { originated_call_id: 'orig.call.1703145054.787335' } };
const acceptedText = JSON.stringify(accepted);
const basicCanary = Buffer.from(`${canaries.user}:${canaries.password}`, 'utf8').toString('base64');

interface Case {
  readonly pbx: Misbehaviour;
  readonly scheme?: 'http' | 'https';
  readonly settings?: Partial<PbxSettings>;
  readonly outcome: 'accepted' | 'refused' | 'unknown';
  /** `host` is filled in by the test. */
  readonly error: Record<string, unknown> | null;
  /** Whole requests on the wire; default one. */
  readonly requests?: number;
  /** At most this many bytes of the answer may be taken. */
  readonly mostBytesSent?: number;
}

/** The server that redirects point to; nobody may ever come. */
let elsewhere: MisbehavingPbx;
let distrust: () => void;

beforeAll(() => {
  distrust = trustTestAuthority();
});
afterAll(() => distrust());

beforeEach(async () => {
  elsewhere = await new MisbehavingPbx({ act: jsonAnswer('200 OK', accepted) }).start();
});
afterEach(() => elsewhere.stop());

const onRequest = (act: Misbehaviour['act']): Misbehaviour => ({ act });
const onConnection = (act: Misbehaviour['act']): Misbehaviour => ({ on: 'connection', act });
const silent = () => undefined;

const elsewhereUrl = () => `http://127.0.0.1:${elsewhere.port}/api/v4/call/originate/act`;
const redirect = (status: number, location: () => string | null): Misbehaviour =>
  onRequest((socket) => {
    const target = location();
    answer(`${status} Look elsewhere`, '', target === null ? {} : { Location: target })(socket);
  });
const elsewhereHost = () => `127.0.0.1:${elsewhere.port}`;

const cases: Record<string, Case | (() => Case)> = {
  // Nothing was sent.
  'TLS handshake never answered': {
    pbx: onConnection(silent),
    scheme: 'https',
    outcome: 'refused',
    error: { code: 'pbx-timeout', phase: 'connect' },
    requests: 0,
  },
  'TLS handshake reset': {
    pbx: onConnection((socket) => socket.once('data', () => socket.resetAndDestroy())),
    scheme: 'https',
    outcome: 'refused',
    error: { code: 'pbx-tls-failed' },
    requests: 0,
  },
  'an HTTP port asked in HTTPS': {
    pbx: onConnection((socket) => socket.once('data', () => answer('400 Bad Request', 'bad request')(socket))),
    scheme: 'https',
    outcome: 'refused',
    error: { code: 'pbx-tls-failed' },
    requests: 0,
  },
  'TLS 1.0 only': {
    pbx: {
      tls: { ...serverTls('trusted'), minVersion: 'TLSv1', maxVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' },
      act: jsonAnswer('200 OK', accepted),
    },
    scheme: 'https',
    outcome: 'refused',
    error: { code: 'pbx-tls-failed' },
    requests: 0,
  },
  ...certificateCase('self-signed certificate', 'self-signed', { code: 'pbx-bad-certificate', reason: 'self-signed' }),
  ...certificateCase('expired certificate', 'expired', { code: 'pbx-bad-certificate', reason: 'expired' }),
  ...certificateCase('certificate of another host', 'wrong-host', {
    code: 'pbx-bad-certificate',
    reason: 'wrong-host',
  }),
  ...certificateCase(
    'another self-signed certificate than the pinned one',
    'replaced',
    { code: 'pbx-certificate-changed', expectedFingerprint256: pinOf('self-signed').fingerprint256 },
    { pinnedCertificate: pinOf('self-signed') },
  ),
  ...certificateCase(
    'a good certificate in place of the pinned one',
    'trusted',
    { code: 'pbx-certificate-changed', expectedFingerprint256: pinOf('self-signed').fingerprint256 },
    { pinnedCertificate: pinOf('self-signed') },
  ),
  ...certificateCase(
    'a certificate signed by the pinned one, but not it',
    'trusted',
    { code: 'pbx-certificate-changed', expectedFingerprint256: pinOf('authority').fingerprint256 },
    { pinnedCertificate: pinOf('authority') },
  ),

  // Sent, and no clear answer.
  'accepts and says nothing': {
    pbx: onConnection(silent),
    outcome: 'unknown',
    error: { code: 'pbx-timeout', phase: 'answer' },
  },
  'stops in the status line': {
    pbx: onRequest(stopAfter('HTTP/1.1 2')),
    outcome: 'unknown',
    error: { code: 'pbx-timeout', phase: 'answer' },
  },
  'stops in the headers': {
    pbx: onRequest(stopAfter(head)),
    outcome: 'unknown',
    error: { code: 'pbx-timeout', phase: 'answer' },
  },
  'one header byte now and then': {
    pbx: onRequest((socket) => {
      socket.write(head);
      drip('X-Slow: yes\r\n', 60)(socket);
    }),
    outcome: 'unknown',
    error: { code: 'pbx-timeout', phase: 'answer' },
  },
  'stops before the body': {
    pbx: onRequest(stopAfter(`${head}Content-Length: 90\r\n\r\n`)),
    outcome: 'unknown',
    error: { code: 'pbx-timeout', phase: 'body' },
  },
  'stops in the body': {
    pbx: onRequest(stopAfter(`${head}Content-Length: 90\r\n\r\n{"success":1,`)),
    outcome: 'unknown',
    error: { code: 'pbx-timeout', phase: 'body' },
  },
  'one body byte now and then': {
    pbx: onRequest((socket) => {
      socket.write(`${head}Content-Length: 9999\r\n\r\n`);
      drip(acceptedText, 60)(socket);
    }),
    outcome: 'unknown',
    error: { code: 'pbx-timeout', phase: 'body' },
  },
  'says "continue" for ever': {
    pbx: onRequest(drip('HTTP/1.1 100 Continue\r\n\r\n', 5)),
    outcome: 'unknown',
    error: { code: 'pbx-timeout', phase: 'answer' },
  },
  'resets before the answer': {
    pbx: onRequest(resetAfter('')),
    outcome: 'unknown',
    error: { code: 'pbx-connection-lost' },
  },
  'closes before the answer': {
    pbx: onRequest(endAfter('')),
    outcome: 'unknown',
    error: { code: 'pbx-connection-lost' },
  },
  'resets in the headers': {
    pbx: onRequest(resetAfter(head)),
    outcome: 'unknown',
    error: { code: 'pbx-connection-lost' },
  },
  'closes in the headers': {
    pbx: onRequest(endAfter(head)),
    outcome: 'unknown',
    error: { code: 'pbx-connection-lost' },
  },
  'resets in the body': {
    pbx: onRequest(resetAfter(`${head}Content-Length: 90\r\n\r\n{"success":1,`)),
    outcome: 'unknown',
    error: { code: 'pbx-connection-lost' },
  },
  'closes in the body': {
    pbx: onRequest(endAfter(`${head}Content-Length: 90\r\n\r\n{"success":1,`)),
    outcome: 'unknown',
    error: { code: 'pbx-connection-lost' },
  },
  'closes between chunks': {
    pbx: onRequest(endAfter(`${head}Transfer-Encoding: chunked\r\n\r\n3\r\n{"s\r\n`)),
    outcome: 'unknown',
    error: { code: 'pbx-connection-lost' },
  },
  'half a JSON text without a length': {
    pbx: onRequest(endAfter(`${head}Connection: close\r\n\r\n{"success":1,"data":{"orig`)),
    outcome: 'unknown',
    error: { code: 'pbx-answer-unreadable', status: 200 },
  },
  'an empty 200': {
    pbx: onRequest(answer('200 OK', '')),
    outcome: 'unknown',
    error: { code: 'pbx-answer-unreadable', status: 200 },
  },
  'an empty 200 that calls itself HTML': {
    pbx: onRequest(htmlAnswer('200 OK', '')),
    outcome: 'unknown',
    error: { code: 'pbx-answer-unreadable', status: 200 },
  },
  '204': {
    pbx: onRequest(endAfter('HTTP/1.1 204 No Content\r\n\r\n')),
    outcome: 'unknown',
    error: { code: 'pbx-answer-unreadable', status: 204 },
  },
  'JSON that is nothing known': {
    pbx: onRequest(jsonAnswer('200 OK', ['fine'])),
    outcome: 'unknown',
    error: { code: 'pbx-answer-unreadable', status: 200 },
  },
  'gzip that nobody asked for': {
    pbx: onRequest(answer('200 OK', Buffer.from('1f8b0800deadbeef', 'hex'), { 'Content-Encoding': 'gzip' })),
    outcome: 'unknown',
    error: { code: 'pbx-answer-unreadable', status: 200 },
  },
  'JSON in UTF-16': {
    pbx: onRequest(answer('200 OK', Buffer.from(acceptedText, 'utf16le'), { 'Content-Type': 'application/json' })),
    outcome: 'unknown',
    error: { code: 'pbx-answer-unreadable', status: 200 },
  },
  'a chunk size that is no number': {
    pbx: onRequest(endAfter(`${head}Transfer-Encoding: chunked\r\n\r\nzz\r\n${acceptedText}\r\n0\r\n\r\n`)),
    outcome: 'unknown',
    error: { code: 'pbx-answer-unreadable', status: 200 },
  },
  'two lengths': {
    pbx: onRequest(endAfter(`${head}Content-Length: 5\r\nContent-Length: 90\r\n\r\n${acceptedText}`)),
    outcome: 'unknown',
    error: { code: 'pbx-answer-unreadable', status: 0 },
  },
  'an SSH server': {
    pbx: onRequest(endAfter('SSH-2.0-OpenSSH_9.6\r\n')),
    outcome: 'unknown',
    error: { code: 'pbx-not-simotel', status: 0, excerpt: 'SSH-2.0-OpenSSH_9.6' },
  },
  'a switch of protocols': {
    pbx: onRequest(endAfter('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n')),
    outcome: 'unknown',
    error: { code: 'pbx-connection-lost' },
  },
  '100 MB with a length': {
    pbx: onRequest(flood(`${head}Content-Length: 104857600\r\n\r\n`, 100)),
    outcome: 'unknown',
    error: { code: 'pbx-answer-too-large' },
    mostBytesSent: 24 * 1024 * 1024,
  },
  '100 MB in chunks': {
    pbx: onRequest(flood(`${head}Transfer-Encoding: chunked\r\n\r\n`, 100, `100000\r\n${'x'.repeat(1024 * 1024)}\r\n`)),
    outcome: 'unknown',
    error: { code: 'pbx-answer-too-large' },
    mostBytesSent: 24 * 1024 * 1024,
  },
  'a million headers': {
    pbx: onRequest(flood('HTTP/1.1 200 OK\r\n', 16, 'X-Many: 1\r\n'.repeat(65_536))),
    outcome: 'unknown',
    error: { code: 'pbx-answer-too-large' },
    mostBytesSent: 16 * 1024 * 1024,
  },
  'a header without an end': {
    pbx: onRequest(flood('HTTP/1.1 200 OK\r\nX-Long: ', 16)),
    outcome: 'unknown',
    error: { code: 'pbx-answer-too-large' },
    mostBytesSent: 16 * 1024 * 1024,
  },
  'trailers without an end': {
    pbx: onRequest(flood(`${head}Transfer-Encoding: chunked\r\n\r\n0\r\n`, 16, 'X-Many: 1\r\n'.repeat(65_536))),
    outcome: 'unknown',
    error: { code: 'pbx-answer-too-large' },
    mostBytesSent: 16 * 1024 * 1024,
  },
  '500': {
    pbx: onRequest(jsonAnswer('500 Internal Server Error', { success: 0, message: 'database is locked' })),
    outcome: 'unknown',
    error: { code: 'pbx-server-error', status: 500, excerpt: 'database is locked' },
  },
  '502 of a proxy': {
    pbx: onRequest(
      htmlAnswer('502 Bad Gateway', '<html><head><style>p{}</style></head><body><h1>502 Bad Gateway</h1>nginx</body>'),
    ),
    outcome: 'unknown',
    error: { code: 'pbx-server-error', status: 502, excerpt: '502 Bad Gateway nginx' },
  },
  '503': {
    pbx: onRequest(answer('503 Service Unavailable', '', { 'Retry-After': '1' })),
    outcome: 'unknown',
    error: { code: 'pbx-server-error', status: 503, excerpt: '' },
  },
  '500 that repeats the request': {
    pbx: onRequest((socket, pbx) => answer('500 Oops', `<pre>${pbx.requests[0] ?? ''}</pre>`)(socket)),
    outcome: 'unknown',
    error: { code: 'pbx-server-error', status: 500, excerpt: expect.stringContaining('•••') },
  },

  // Sent, and declined.
  'success 0': {
    pbx: onRequest(jsonAnswer('200 OK', { success: 0, message: 'Requested operation failed', data: null })),
    outcome: 'refused',
    error: { code: 'pbx-refused', message: 'Requested operation failed' },
  },
  'success "0" with markup': {
    pbx: onRequest(jsonAnswer('200 OK', { success: '0', message: '<b>no</b>\u202e such\ntrunk' })),
    outcome: 'refused',
    error: { code: 'pbx-refused', message: 'no such trunk' },
  },
  'an HTML page': {
    pbx: onRequest(
      htmlAnswer('200 OK', '<!doctype html><title>Router</title><script>let a = 1 < 2;</script><p>Log in &amp; go'),
    ),
    outcome: 'refused',
    error: { code: 'pbx-not-simotel', status: 200, excerpt: 'Router Log in & go' },
  },
  'an HTML page that calls itself JSON': {
    pbx: onRequest(answer('200 OK', '<html>Welcome</html>', { 'Content-Type': 'application/json' })),
    outcome: 'refused',
    error: { code: 'pbx-not-simotel', status: 200, excerpt: 'Welcome' },
  },
  'JSON of something else that says error': {
    pbx: onRequest(jsonAnswer('200 OK', { error: 'no such method' })),
    outcome: 'refused',
    error: { code: 'pbx-not-simotel', status: 200, excerpt: '{"error":"no such method"}' },
  },
  ...Object.fromEntries(
    [301, 302, 303, 307, 308].map((status) => [
      `${status} to another server`,
      () => ({
        pbx: redirect(status, elsewhereUrl),
        outcome: 'refused' as const,
        error: { code: 'pbx-redirected', status, targetHost: elsewhereHost() },
      }),
    ]),
  ),
  '302 to another server with credentials in the address': () => ({
    pbx: redirect(302, () => elsewhereUrl().replace('//', '//a:b@')),
    outcome: 'refused',
    error: { code: 'pbx-redirected', status: 302, targetHost: elsewhereHost() },
  }),
  '301 to its own HTTPS': {
    pbx: redirect(301, () => 'https://pbx.example.com/api/v4/call/originate/act'),
    outcome: 'refused',
    error: { code: 'pbx-redirected', status: 301, targetHost: 'pbx.example.com' },
  },
  '307 to itself, for ever': {
    pbx: redirect(307, () => '/api/v4/call/originate/act'),
    outcome: 'refused',
    error: { code: 'pbx-redirected', status: 307, targetHost: '<host>' },
  },
  '302 to nowhere': {
    pbx: redirect(302, () => null),
    outcome: 'refused',
    error: { code: 'pbx-redirected', status: 302, targetHost: null },
  },
  '401 again and again': {
    pbx: onRequest(
      jsonAnswer(
        '401 Unauthorized',
        { success: 0, message: 'BasicAuth or ApiKey is invalid' },
        { 'WWW-Authenticate': 'Basic realm="again"' },
      ),
    ),
    outcome: 'refused',
    error: { code: 'pbx-credentials-wrong', message: 'BasicAuth or ApiKey is invalid' },
  },
  '401 that stops in the body': {
    pbx: onRequest(stopAfter('HTTP/1.1 401 Unauthorized\r\nContent-Length: 90\r\n\r\nno')),
    outcome: 'refused',
    error: { code: 'pbx-credentials-wrong', message: 'no' },
  },
  '401, credentials missing': {
    pbx: onRequest(jsonAnswer('401 Unauthorized', { success: 0, message: 'BasicAuth or ApiKey is missing' })),
    outcome: 'refused',
    error: { code: 'pbx-credentials-missing' },
  },
  '403, service not allowed': {
    pbx: onRequest(jsonAnswer('403 Forbidden', { success: 0, message: '"call/originate/act";Access denied' })),
    outcome: 'refused',
    error: { code: 'pbx-access-denied', right: 'calls', service: 'call/originate/act' },
  },
  '403, address not allowed': {
    pbx: onRequest(jsonAnswer('403 Forbidden', { success: 0, message: 'IP is not permitted' })),
    outcome: 'refused',
    error: { code: 'pbx-ip-not-permitted' },
  },
  '403 of a firewall': {
    pbx: onRequest(htmlAnswer('403 Forbidden', '<h1>Blocked</h1>')),
    outcome: 'refused',
    error: { code: 'pbx-not-simotel', status: 403, excerpt: 'Blocked' },
  },
  '404': {
    pbx: onRequest(htmlAnswer('404 Not Found', '<h1>Not Found</h1>')),
    outcome: 'refused',
    error: { code: 'pbx-wrong-path', status: 404 },
  },
  '405 with a fixed method': {
    pbx: onRequest(jsonAnswer('405 Method Not Allowed', { success: 0, message: 'Method not allowed' })),
    settings: { method: 'PUT' },
    outcome: 'refused',
    error: { code: 'pbx-method-not-allowed', method: 'PUT' },
  },
  '405 to both methods': {
    pbx: onRequest(jsonAnswer('405 Method Not Allowed', { success: 0, message: 'Method not allowed' })),
    outcome: 'refused',
    error: { code: 'pbx-method-not-allowed', method: 'PUT' },
    requests: 2,
  },
  '415': {
    pbx: onRequest(jsonAnswer('415 Unsupported Media Type', { success: 0, message: 'Unsupported Media Type' })),
    outcome: 'refused',
    error: { code: 'pbx-unsupported-media-type' },
  },
  '429': {
    pbx: onRequest(answer('429 Too Many Requests', 'slow down', { 'Retry-After': '17' })),
    outcome: 'refused',
    error: { code: 'pbx-rate-limited', retryAfterSeconds: 17 },
  },
  '400': {
    pbx: onRequest(jsonAnswer('400 Bad Request', { success: 0, message: 'Unable to parse content' })),
    outcome: 'refused',
    error: { code: 'pbx-bad-request', message: 'Unable to parse content' },
  },
  '501': {
    pbx: onRequest(jsonAnswer('501 Not Implemented', { success: 0, message: 'Requested service does not exist' })),
    outcome: 'refused',
    error: { code: 'pbx-service-missing', service: 'call/originate/act' },
  },
  'a TLS port asked in HTTP': {
    pbx: onConnection((socket) =>
      // A fatal alert, as OpenSSL servers send it.
      socket.once('data', () => socket.end(Buffer.from('15030100020246', 'hex'))),
    ),
    outcome: 'refused',
    error: { code: 'pbx-tls-failed' },
  },
  "a TLS port of Apache's asked in HTTP": {
    pbx: onRequest(
      htmlAnswer('400 Bad Request', "<p>Reason: You're speaking plain HTTP to an SSL-enabled server port.<br />"),
    ),
    outcome: 'refused',
    error: { code: 'pbx-tls-failed' },
  },

  // Odd, and still an answer.
  'success with a cookie': {
    pbx: onRequest(jsonAnswer('200 OK', accepted, { 'Set-Cookie': 'session=1; Path=/' })),
    outcome: 'accepted',
    error: null,
  },
  'success as text, with a byte order mark, called HTML': {
    pbx: onRequest(htmlAnswer('200 OK', '\ufeff{"success":"1"}')),
    outcome: 'accepted',
    error: null,
  },
  'success in a charset that it is not in': {
    pbx: onRequest(
      answer('200 OK', Buffer.from('{"success":true,"message":"\xe4"}', 'latin1'), {
        'Content-Type': 'application/json; charset=windows-1256',
      }),
    ),
    outcome: 'accepted',
    error: null,
  },
  'success and then a second answer that nobody asked for': {
    pbx: onRequest((socket) => {
      const first = `${head}Content-Length: ${acceptedText.length}\r\n\r\n${acceptedText}`;
      socket.end(`${first}HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n`);
    }),
    outcome: 'accepted',
    error: null,
  },
  'success in a body as deep as it is long': {
    pbx: onRequest(answer('200 OK', `{"success":1,"data":${'['.repeat(50_000)}${']'.repeat(50_000)}}`)),
    outcome: 'accepted',
    error: null,
  },
};

function certificateCase(
  name: string,
  certificate: Parameters<typeof serverTls>[0],
  error: Record<string, unknown>,
  settings: Partial<PbxSettings> = {},
): Record<string, Case> {
  const pbx = { tls: serverTls(certificate), act: jsonAnswer('200 OK', accepted) };
  return { [name]: { pbx, scheme: 'https', settings, outcome: 'refused', error, requests: 0 } };
}

describe('a PBX that misbehaves', () => {
  it.each(Object.entries(cases))('%s', async (_name, made) => {
    const given = typeof made === 'function' ? made() : made;
    const pbx = await new MisbehavingPbx(given.pbx).start();
    try {
      const host = `127.0.0.1:${pbx.port}`;
      const access = accessTo(`${given.scheme ?? 'http'}://${host}`, given.settings);
      const client = createPbxClient({ access: () => access, clock: Date.now, timeouts: shortTimeouts });

      const beganMs = performance.now();
      const result = await client.originate(sampleOriginate);
      const tookMs = performance.now() - beganMs;

      expect(result.outcome).toBe(given.outcome);
      if (result.outcome !== 'accepted') {
        expect(result.error).toEqual(withHost(given.error, result.error, host));
        expectNoCanary(result.error);
      }
      expect(pbx.requests.length).toBe(given.requests ?? 1);
      expect(pbx.requests.length === 0 ? '' : pbx.requests[0]).not.toContain('Cookie');
      expect(tookMs).toBeLessThan(shortTimeouts.totalMs + 1_000);
      expect(pbx.bytesSent).toBeLessThan(given.mostBytesSent ?? 1024 * 1024);
      expect(elsewhere.connections).toBe(0);
    } finally {
      await pbx.stop();
    }
  });

  it('stays usable: a good answer after a bad one, without a cookie of before', async () => {
    let answers = 0;
    const pbx = await new MisbehavingPbx({
      act: (socket) => {
        answers += 1;
        if (answers === 1) {
          jsonAnswer('401 Unauthorized', { success: 0, message: 'no' }, { 'Set-Cookie': 'session=1; Path=/' })(socket);
        } else {
          jsonAnswer('200 OK', accepted, { 'Set-Cookie': 'session=2; Path=/' })(socket);
        }
      },
    }).start();
    try {
      const access = accessTo(`127.0.0.1:${pbx.port}`);
      const client = createPbxClient({ access: () => access, clock: Date.now, timeouts: shortTimeouts });
      await client.originate(sampleOriginate);
      await client.originate(sampleOriginate);
      expect(await client.originate(sampleOriginate)).toEqual({
        outcome: 'accepted',
        originatedCallId: 'orig.call.1703145054.787335',
      });
      expect(pbx.requests.length).toBe(3);
      expect(pbx.requests.join('')).not.toMatch(/cookie/i);
    } finally {
      await pbx.stop();
    }
  });

  it('does not show a secret to a server with the wrong certificate', async () => {
    const pbx = await new MisbehavingPbx({ tls: serverTls('replaced'), act: silent }).start();
    try {
      const access = accessTo(`https://127.0.0.1:${pbx.port}`, { pinnedCertificate: pinOf('self-signed') });
      const client = createPbxClient({ access: () => access, clock: Date.now, timeouts: shortTimeouts });
      await client.ping();
      expect(pbx.connections).toBe(1);
      expect(pbx.decryptedBytes).toBe(0);
    } finally {
      await pbx.stop();
    }
  });
});

describe('each limit of time', () => {
  const farOff = 20_000;
  it.each([
    ['connect' as const, 'https' as const, { connectMs: 300, answerMs: farOff, totalMs: farOff }],
    ['answer' as const, 'http' as const, { connectMs: farOff, answerMs: 300, totalMs: farOff }],
    ['answer' as const, 'http' as const, { connectMs: farOff, answerMs: farOff, totalMs: 300 }],
  ])('ends the waiting by itself: %s over %s', async (phase, scheme, timeouts) => {
    const pbx = await new MisbehavingPbx({ on: 'connection', act: silent }).start();
    try {
      const access = accessTo(`${scheme}://127.0.0.1:${pbx.port}`);
      const beganMs = performance.now();
      const result = await createPbxClient({ access: () => access, clock: Date.now, timeouts }).ping();
      expect(result).toMatchObject({ error: { code: 'pbx-timeout', phase } });
      expect(performance.now() - beganMs).toBeLessThan(farOff / 2);
    } finally {
      await pbx.stop();
    }
  });
});

describe('a PBX that is not there', () => {
  it('refuses the connection', async () => {
    const host = `127.0.0.1:${await freePort()}`;
    expect(await originateTo(host)).toEqual({ outcome: 'refused', error: { code: 'pbx-connection-refused', host } });
  });

  it('has a name that nobody knows', async () => {
    const host = 'pbx.invalid';
    expect(await originateTo(host)).toEqual({ outcome: 'refused', error: { code: 'pbx-name-not-found', host } });
  });

  it('does not answer at all', async () => {
    // RFC 5737 keeps this network free; depending on the way there, packets vanish or somebody says so.
    const result = await originateTo('https://203.0.113.1');
    expect(result).toMatchObject({ outcome: 'refused', error: { host: '203.0.113.1' } });
  });

  async function originateTo(address: string) {
    const access = accessTo(address);
    const client = createPbxClient({ access: () => access, clock: Date.now, timeouts: shortTimeouts });
    return client.originate(sampleOriginate);
  }
});

function withHost(
  expected: Record<string, unknown> | null,
  found: PbxError,
  host: string,
): Record<string, unknown> | null {
  const targetHost = expected?.['targetHost'] === '<host>' ? { targetHost: host } : {};
  return expected === null ? null : { ...expected, ...('host' in found ? { host } : {}), ...targetHost };
}

function expectNoCanary(value: unknown): void {
  const text = JSON.stringify(value);
  for (const secret of [canaries.password, canaries.token, basicCanary]) {
    expect(text).not.toContain(secret);
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  await new Promise((resolve) => server.close(resolve));
  return port;
}
