import { expect } from 'vitest';
import type { PbxSettings } from '../../shared/settings/schema.ts';
import { answer, drip, endAfter, flood, htmlAnswer, jsonAnswer, resetAfter, stopAfter } from './misbehaving-answers.ts';
import type { Misbehaviour } from './misbehaving-pbx.ts';
import { pinOf, serverTls } from './tls-fixtures.ts';

const head = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n';
export const acceptedAnswer = {
  success: 1,
  message: null,
  data: { originated_call_id: 'orig.call.1703145054.787335' },
};
const acceptedText = JSON.stringify(acceptedAnswer);

export interface MisbehavingCase {
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

const onRequest = (act: Misbehaviour['act']): Misbehaviour => ({ act });
const onConnection = (act: Misbehaviour['act']): Misbehaviour => ({ on: 'connection', act });
const silent = () => undefined;

/** Asked to place a call, with what has to come of it. `elsewhereHost`: the server that redirects point to. */
export function misbehavingCases(
  elsewhereHost: () => string,
): Record<string, MisbehavingCase | (() => MisbehavingCase)> {
  const elsewhereUrl = () => `http://${elsewhereHost()}/api/v4/call/originate/act`;
  return {
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
        act: jsonAnswer('200 OK', acceptedAnswer),
      },
      scheme: 'https',
      outcome: 'refused',
      error: { code: 'pbx-tls-failed' },
      requests: 0,
    },
    ...certificateCase('self-signed certificate', 'self-signed', {
      code: 'pbx-bad-certificate',
      reason: 'self-signed',
    }),
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
      pbx: onRequest(
        flood(`${head}Transfer-Encoding: chunked\r\n\r\n`, 100, `100000\r\n${'x'.repeat(1024 * 1024)}\r\n`),
      ),
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
        htmlAnswer(
          '502 Bad Gateway',
          '<html><head><style>p{}</style></head><body><h1>502 Bad Gateway</h1>nginx</body>',
        ),
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
      pbx: onRequest(jsonAnswer('200 OK', acceptedAnswer, { 'Set-Cookie': 'session=1; Path=/' })),
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
}

const redirect = (status: number, location: () => string | null): Misbehaviour =>
  onRequest((socket) => {
    const target = location();
    answer(`${status} Look elsewhere`, '', target === null ? {} : { Location: target })(socket);
  });

function certificateCase(
  name: string,
  certificate: Parameters<typeof serverTls>[0],
  error: Record<string, unknown>,
  settings: Partial<PbxSettings> = {},
): Record<string, MisbehavingCase> {
  const pbx = { tls: serverTls(certificate), act: jsonAnswer('200 OK', acceptedAnswer) };
  return { [name]: { pbx, scheme: 'https', settings, outcome: 'refused', error, requests: 0 } };
}
