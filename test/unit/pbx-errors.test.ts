import { describe, expect, it } from 'vitest';
import { authHeaders } from '../../electron/pbx/auth-headers.ts';
import { type AskedPbx, mayHaveBeenPlaced, readAnswer } from '../../electron/pbx/pbx-errors.ts';
import { secretForms, toPlainText } from '../../electron/pbx/plain-text.ts';
import type { PbxError } from '../../shared/errors.ts';

const asked: AskedPbx = {
  host: '192.168.1.10',
  service: 'pbx/trunks/search',
  method: 'POST',
  secrets: [],
  nowMs: Date.parse('2024-01-01T00:00:00Z'),
};

function errorOf(status: number, body: unknown, retryAfter: string | null = null, service = asked.service): unknown {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const contentType = typeof body === 'string' ? 'text/html' : 'application/json';
  const answer = { status, contentType, retryAfter, date: null, body: Buffer.from(text, 'utf8') };
  const read = readAnswer(answer, { ...asked, service });
  return read.ok ? null : read.error;
}

const apache404 =
  '<!DOCTYPE HTML PUBLIC "-//IETF//DTD HTML 2.0//EN"><html><head><title>404 Not Found</title></head><body></body></html>';

describe("the vendor's table of errors", () => {
  it.each<[number, unknown, unknown]>([
    [
      200,
      { success: 0, message: "Field 'caller':value is missing" },
      { code: 'pbx-refused', message: "Field 'caller':value is missing" },
    ],
    [
      200,
      { success: false, message: 'Requested operation failed' },
      { code: 'pbx-refused', message: 'Requested operation failed' },
    ],
    [200, { success: '0', message: null }, { code: 'pbx-refused', message: '' }],
    [
      400,
      { success: 0, message: 'Unable to parse content' },
      { code: 'pbx-bad-request', message: 'Unable to parse content' },
    ],
    [401, { success: 0, message: 'BasicAuth or ApiKey is missing' }, { code: 'pbx-credentials-missing' }],
    [
      401,
      { success: 0, message: 'BasicAuth or ApiKey is invalid' },
      { code: 'pbx-credentials-wrong', message: 'BasicAuth or ApiKey is invalid' },
    ],
    [
      403,
      { success: 0, message: '"pbx/trunks/search";Access denied' },
      { code: 'pbx-access-denied', right: 'trunks', service: 'pbx/trunks/search' },
    ],
    [403, { success: 0, message: 'IP is not permitted' }, { code: 'pbx-ip-not-permitted' }],
    [404, apache404, { code: 'pbx-wrong-path', status: 404 }],
    [405, { success: 0, message: 'Method not allowed' }, { code: 'pbx-method-not-allowed', method: 'POST' }],
    [415, { success: 0, message: 'Unsupported Media Type' }, { code: 'pbx-unsupported-media-type' }],
    [
      501,
      { success: 0, message: 'Requested service does not exist' },
      { code: 'pbx-service-missing', service: 'pbx/trunks/search' },
    ],
    [422, { success: 0, message: 'Not like this' }, { code: 'pbx-refused', message: 'Not like this' }],
    [407, '<h1>Proxy says no</h1>', { code: 'pbx-not-simotel', status: 407, excerpt: 'Proxy says no' }],
    [403, '<h1>Forbidden</h1>', { code: 'pbx-not-simotel', status: 403, excerpt: 'Forbidden' }],
    [500, '', { code: 'pbx-server-error', status: 500, excerpt: '' }],
    [200, '<p>hello', { code: 'pbx-not-simotel', status: 200, excerpt: 'hello' }],
    [200, { success: 1, message: 'fine' }, null],
  ])('%d %j', (status, body, expected) => {
    expect(errorOf(status, body)).toEqual(expected);
  });

  it.each([
    ['call/originate/act', 'calls'],
    ['pbx/trunks/search', 'trunks'],
    ['setting/ping/act', 'ping'],
    ['reports/cdr/search', 'reports'],
  ])('a denial of %s is one of the right “%s”', (service, right) => {
    const denied = errorOf(403, { success: 0, message: 'Access denied' }, null, service);
    expect(denied).toEqual({ code: 'pbx-access-denied', right, service });
  });

  it.each<[string | null, number | null]>([
    ['17', 17],
    ['Mon, 01 Jan 2024 00:01:30 GMT', 90],
    ['Sun, 31 Dec 2023 00:00:00 GMT', 0],
    ['later', null],
    [null, null],
  ])('429 with Retry-After %j', (retryAfter, seconds) => {
    expect(errorOf(429, '', retryAfter)).toEqual({ code: 'pbx-rate-limited', retryAfterSeconds: seconds });
  });

  it.each<[PbxError, boolean, boolean]>([
    [{ code: 'pbx-connection-lost', host: 'pbx' }, true, true],
    [{ code: 'pbx-server-error', status: 502, excerpt: '' }, true, true],
    [{ code: 'pbx-refused', message: '' }, true, false],
    [{ code: 'pbx-service-missing', service: 'x' }, true, false],
    [{ code: 'pbx-not-simotel', status: 200, excerpt: '' }, true, false],
    [{ code: 'pbx-unreachable', host: 'pbx' }, false, true],
    [{ code: 'pbx-tls-failed', host: 'pbx' }, true, true],
    [{ code: 'pbx-tls-failed', host: 'pbx' }, false, false],
  ])('leaves a sent originate open only where nobody said no: %j, secure %j', (error, secure, open) => {
    expect(mayHaveBeenPlaced(error, secure)).toBe(open);
  });
});

describe('text from a server', () => {
  it('is cut to 200 characters, never through one', () => {
    const text = toPlainText('😀'.repeat(500), []);
    expect([...text]).toHaveLength(200);
    expect(text.endsWith('…')).toBe(true);
    expect([...toPlainText('x'.repeat(200), [])]).toHaveLength(200);
  });

  it('holds no credentials in any of their forms', () => {
    const secrets = secretForms({ user: 'agent', password: 'p:ä/ss', token: 'tok"en' });
    const echo = [
      'agent:p:ä/ss',
      Buffer.from('agent:p:ä/ss', 'utf8').toString('base64'),
      encodeURIComponent('p:ä/ss'),
      'tok&quot;en',
    ];
    const text = toPlainText(echo.join(' | '), secrets);
    expect(text).toBe('••• | ••• | ••• | •••');
    expect(secretForms({ user: 'agent', password: '', token: '' })).toEqual([]);
  });

  it('keeps a comparison and the Persian joiner, drops tags, comments and direction marks', () => {
    expect(toPlainText('1 < 2<br/>a<!-- secret -->b \u202eمی‌شود\u0000', [])).toBe('1 < 2 a b می‌شود');
  });

  it('is read in a moment, whatever it is made of', () => {
    const beganMs = performance.now();
    for (const piece of ['<', '<script', '<!--', '</style>', '&', '<a ', '\u0000']) {
      toPlainText(piece.repeat(100_000), ['canary']);
    }
    expect(performance.now() - beganMs).toBeLessThan(1_000);
  });
});

describe('authentication headers', () => {
  const all = { user: 'agent', password: 'گذر', token: 'abc' };
  const basic = `Basic ${Buffer.from('agent:گذر', 'utf8').toString('base64')}`;
  const none = { user: '', password: '', token: '' };

  it.each([
    ['basic' as const, all, { Authorization: basic }],
    ['token' as const, all, { 'X-APIKEY': 'abc' }],
    ['both' as const, all, { Authorization: basic, 'X-APIKEY': 'abc' }],
    ['both' as const, { ...all, token: '' }, { Authorization: basic }],
    ['both' as const, { ...none, token: ' abc ' }, { 'X-APIKEY': 'abc' }],
  ])('%s', (mode, credentials, expected) => {
    expect(authHeaders(mode, credentials)).toEqual({ ok: true, value: expected });
  });

  it.each([
    ['basic' as const, { ...none, token: 'abc' }, {}],
    ['token' as const, { ...all, token: ' ' }, { missing: 'token' }],
    ['both' as const, none, {}],
  ])('%s without what it needs', (mode, credentials, named) => {
    const error = { code: 'pbx-credentials-missing', ...named };
    expect(authHeaders(mode, credentials)).toEqual({ ok: false, error });
  });

  it('takes no token that would not fit into a header', () => {
    for (const token of ['a\r\nX-Evil: 1', 'رمز', 'a b']) {
      expect(authHeaders('token', { ...none, token })).toMatchObject({ error: { code: 'pbx-credentials-wrong' } });
    }
  });
});
