import { describe, expect, test } from 'vitest';
import { createRedact } from '../../electron/logging/redact.ts';

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
  ])('keeps only the last three digits of a number: %s', (line, masked) => {
    expect(redact(line)).toBe(masked);
  });

  test('leaves short numbers, times, ports and addresses readable', () => {
    const line = 'extension 557 at 12:41:03 on 192.168.1.20:8088 took 120 ms';
    expect(redact(line)).toBe(line);
  });

  test('does not mask by a secret so short that it would hide half the log', () => {
    expect(redact('about abbeys')).toBe('about abbeys');
  });
});
