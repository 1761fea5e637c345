import { describe, expect, it } from 'vitest';
import { type PbxWord, pbxRemedy, pbxWord } from '../../renderer/features/connection/pbx-word.ts';
import type { DialerError } from '../../shared/errors.ts';
import type { PbxStatus } from '../../shared/ipc/pbx-contract.ts';

const word = (pbx: PbxStatus) => pbxWord({ pbx, callsDenied: null });
const failed = (error: DialerError) => word({ state: 'failed', atMs: 1, error });

describe('what the header says of the PBX', () => {
  it('is its state while nothing is wrong', () => {
    expect(word({ state: 'unknown' })).toBe('unknown');
    expect(word({ state: 'checking' })).toBe('checking');
    expect(word({ state: 'reached', atMs: 1, roundTripMs: 3 })).toBe('reached');
  });

  it.each<[PbxWord, readonly DialerError[]]>([
    ['offline', [{ code: 'computer-offline' }]],
    [
      'failed',
      [
        { code: 'pbx-unreachable', host: 'pbx' },
        { code: 'pbx-name-not-found', host: 'pbx' },
        { code: 'pbx-timeout', host: 'pbx', phase: 'connect' },
      ],
    ],
    [
      'slow',
      [
        { code: 'pbx-timeout', host: 'pbx', phase: 'answer' },
        { code: 'pbx-timeout', host: 'pbx', phase: 'body' },
      ],
    ],
    ['refused', [{ code: 'pbx-credentials-wrong', message: '' }, { code: 'pbx-ip-not-permitted' }]],
    ['denied', [{ code: 'pbx-access-denied', right: 'ping', service: 'ping' }]],
    ['noCredentials', [{ code: 'pbx-credentials-missing' }]],
    [
      'faulty',
      [
        { code: 'pbx-server-error', status: 502, excerpt: '' },
        { code: 'pbx-bad-request', message: '' },
        { code: 'pbx-rate-limited', retryAfterSeconds: 3 },
      ],
    ],
    [
      'foreign',
      [
        { code: 'pbx-wrong-path', status: 404 },
        { code: 'pbx-not-simotel', status: 200, excerpt: '' },
        { code: 'pbx-redirected', status: 302, targetHost: null },
      ],
    ],
    [
      'untrusted',
      [
        { code: 'pbx-bad-certificate', host: 'pbx', reason: 'self-signed' },
        { code: 'pbx-certificate-changed', host: 'pbx', expectedFingerprint256: 'AA' },
      ],
    ],
    ['unset', [{ code: 'pbx-not-configured' }, { code: 'pbx-plain-http-public', host: 'pbx' }]],
  ])('is “%s” for failures of that kind', (expected, errors) => {
    for (const error of errors)
      expect({ code: error.code, word: failed(error) }).toEqual({ code: error.code, word: expected });
  });

  it('is not “ready” while calls are refused for want of the right, but graver trouble comes first', () => {
    const callsDenied = { atMs: 1, service: 'call/originate/act' };
    const now = (pbx: PbxStatus) => pbxWord({ pbx, callsDenied });
    expect(now({ state: 'reached', atMs: 2, roundTripMs: 3 })).toBe('callsDenied');
    const denied: DialerError = { code: 'pbx-access-denied', right: 'ping', service: 'setting/ping/act' };
    expect(now({ state: 'failed', atMs: 2, error: denied })).toBe('callsDenied');
    expect(now({ state: 'failed', atMs: 2, error: { code: 'computer-offline' } })).toBe('offline');
    expect(pbxRemedy('callsDenied')).toBe('call');
  });

  it('leads to the settings where they mend it, and else asks again', () => {
    expect(pbxRemedy('untrusted')).toBe('setting');
    expect(pbxRemedy('noCredentials')).toBe('setting');
    // Only the administrator can give the right; the agent can see whether it was done.
    expect(pbxRemedy('denied')).toBe('check');
    expect(pbxRemedy('offline')).toBe('check');
  });
});
