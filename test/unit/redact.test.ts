import { describe, expect, test } from 'vitest';
import { createRedact, toLogText } from '../../electron/logging/redact.ts';

const secret = 's3cr3t pass/word';
const redact = createRedact(() => [secret, 'apiuser', 'ab']);

describe('redact', () => {
  test.each([
    ['the value itself', `login failed with ${secret}`],
    ['its base64 form', `header ${Buffer.from(secret).toString('base64')}`],
    ['its percent-encoded form', `query ${encodeURIComponent(secret)}`],
    ['the user name', 'account apiuser was refused'],
  ])('masks a known secret as %s', (_title, line) => {
    const masked = redact(line);
    expect(masked).toContain('[masked]');
    for (const form of [secret, 'apiuser', Buffer.from(secret).toString('base64'), encodeURIComponent(secret)]) {
      expect(masked).not.toContain(form);
    }
  });

  test.each([
    ['Authorization: Basic dXNlcjpwYXNz', 'dXNlcjpwYXNz'],
    ['{"authorization":"Basic dXNlcjpwYXNz"}', 'dXNlcjpwYXNz'],
    ['X-APIKEY: abcdef123', 'abcdef123'],
    ['http://user:hunter2@10.0.0.1/api/v4', 'hunter2'],
    ['GET /simotel?event_name=Cdr&src=557&dst=0912', 'event_name'],
    ['{"password":"hunter2"}', 'hunter2'],
    ['token=hunter2 rest', 'hunter2'],
  ])('masks %s by its place', (line, hidden) => {
    expect(redact(line)).not.toContain(hidden);
  });

  test.each([
    ['calling 09123456789', 'calling ***789'],
    ['calling +989123456789 now', 'calling ***789 now'],
    ['calling ۰۹۱۲۳۴۵۶۷۸۹', 'calling ***۷۸۹'],
    ['calling ०९१२३४५६७८९', 'calling ***७८९'],
  ])('keeps only the last three digits of a number: %s', (line, masked) => {
    expect(redact(line)).toBe(masked);
  });

  test.each([
    ['09121234567.', '***567.'],
    ['tel:09121234567', 'tel:***567'],
    ['number:09121234567, then', 'number:***567, then'],
    ['sip:09121234567@pbx', 'sip:***567@pbx'],
    ['09121234567:5060', '***567:5060'],
    ['{"number":09121234567}', '{"number":***567}'],
    [String.raw`{\"dst\":\"09121234567\"}`, String.raw`{\"dst\":\"***567\"}`],
    ['call 0912 123 4567 now', 'call ***567 now'],
    ['call 0912-123-4567.', 'call ***567.'],
    ['call 0912.123.4567', 'call ***567'],
    ['call +98 912 123 4567', 'call ***567'],
    ['call +98-912-1234567', 'call ***567'],
    ['call +98 9121234567', 'call ***567'],
    ['call 021-88887777', 'call ***777'],
    ['call (021) 8888 7777', 'call ***777'],
    ['call 912 123 4567', 'call ***567'],
    ['call ۰۹۱۲ ۱۲۳ ۴۵۶۷', 'call ***۵۶۷'],
    ['call ०९१२-१२३-४५६७', 'call ***५६७'],
    ['call 0012345678901234567', 'call ***567'],
    ['from 557 09121234567', 'from 557 ***567'],
    ['09121234567 12:41:03', '***567 12:41:03'],
    ['0912 123 4567 192.168.1.20:5060', '***567 192.168.1.20:5060'],
    ['2026-11-21 09121234567', '2026-11-21 ***567'],
    ['SIP/09121234567-0001', 'SIP/***567-0001'],
    ['to_09121234567_end', 'to_***567_end'],
  ])('keeps only the last three digits however the number is written: %s', (line, expected) => {
    expect(redact(line)).toBe(expected);
  });

  test.each([
    'bound to 192.168.1.20:49152.',
    'http://127.0.0.1:43817/simotel',
    'http://[::1]:43817/simotel and pbx.example.org:15060 and localhost:43817',
    '{"port":43817,"status":200,"roundTripMs":12345}',
    'between 12:41:03 and 12:41:03.123456 on 2026-11-21',
    '[2026-11-21 12:41:03.123] from 557 2026-11-21T12:41:03.123Z to 1405-08-30',
    'extensions 557 558 559 and 1001, 1002',
    'took 12345 ms, 120ms, 3.25 s',
    'at main (/app/main.cjs:23456:17)',
    'id 550e8400-e29b-41d4-a716-446655440000',
    'Electron 45.4.1, Chrome 148.0.7778.64',
  ])('leaves readable what is no telephone number: %s', (line) => {
    expect(redact(line)).toBe(line);
  });

  test('is quick with a long line of digits', () => {
    const startedMs = performance.now();
    redact('0912 '.repeat(20_000));
    redact('1-'.repeat(50_000));
    redact('9'.repeat(100_000));
    redact('10.'.repeat(30_000));
    expect(performance.now() - startedMs).toBeLessThan(2000);
  });

  test('leaves short numbers, times, ports and addresses readable', () => {
    const line = 'extension 557 at 12:41:03 on 192.168.1.20:8088 took 120 ms';
    expect(redact(line)).toBe(line);
  });

  test('does not mask by a secret so short that it would hide half the log', () => {
    expect(redact('about abbeys')).toBe('about abbeys');
  });

  test('masks the longer of two secrets whole, whichever is known first', () => {
    for (const secrets of [
      ['demo', 'demo-password'],
      ['demo-password', 'demo'],
    ]) {
      expect(createRedact(() => secrets)('demo / demo-password')).toBe('[masked] / [masked]');
    }
    expect(createRedact(() => ['abcdef', 'defghi'])('abcdefghi')).toBe('[masked]');
    expect(createRedact(() => ['demo-password', 'mask'])('demo-password')).toBe('[masked]');
  });

  test('masks a secret as JSON writes it, also in a text within JSON, and as a pair in base64', () => {
    const hard = 'a"b\\c\nd';
    const pair = `agent:${hard}`;
    const redacted = createRedact(() => [hard, pair]);
    const once = JSON.stringify({ said: hard });
    expect(redacted(once)).toBe('{"said":"[masked]"}');
    expect(redacted(JSON.stringify({ once }))).not.toContain('b\\\\\\\\c');
    expect(redacted(`Basic ${Buffer.from(pair).toString('base64')}`)).toBe('Basic [masked]');
  });

  test('masks by place also in JSON within JSON', () => {
    const line = JSON.stringify({ body: JSON.stringify({ password: 'hunter2', authorization: 'Basic eDp5' }) });
    expect(redact(line)).not.toMatch(/hunter2|eDp5/);
  });

  test('half a surrogate pair in a secret does not stop a line', () => {
    const half = createRedact(() => ['pass\ud83dword']);
    expect(half('log pass\ud83dword')).toBe('log [masked]');
  });
});

describe('a part of a log line', () => {
  test('that cannot be written never throws', () => {
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    expect(toLogText(circle, redact)).toBe('[unprintable]');
    expect(toLogText(10n, redact)).toBe('[unprintable]');
    expect(toLogText(undefined, redact)).toBe('undefined');
    expect(toLogText({ number: '09123456789' }, redact)).toBe('{"number":"***789"}');
    const broken = () => {
      throw new URIError('malformed');
    };
    expect(toLogText('text', broken)).toBe('[unprintable]');
  });
});
