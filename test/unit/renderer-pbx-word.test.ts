import { describe, expect, it } from 'vitest';
import { pbxWord } from '../../renderer/features/connection/pbx-word.ts';
import type { DialerError } from '../../shared/errors.ts';

const failed = (error: DialerError) => pbxWord({ state: 'failed', atMs: 1, error });

describe('what the header says of the PBX', () => {
  it('is its state', () => {
    expect(pbxWord({ state: 'unknown' })).toBe('unknown');
    expect(pbxWord({ state: 'checking' })).toBe('checking');
    expect(pbxWord({ state: 'reached', atMs: 1, roundTripMs: 3 })).toBe('reached');
    expect(failed({ code: 'pbx-unreachable', host: 'pbx' })).toBe('failed');
    expect(failed({ code: 'pbx-timeout', host: 'pbx', phase: 'connect' })).toBe('failed');
  });

  it('is a refusal where the PBX was reached and said no', () => {
    expect(failed({ code: 'pbx-credentials-wrong', message: '' })).toBe('refused');
    expect(failed({ code: 'pbx-access-denied', service: 'ping' })).toBe('refused');
    expect(failed({ code: 'pbx-ip-not-permitted' })).toBe('refused');
    expect(failed({ code: 'pbx-bad-request', message: '' })).toBe('refused');
  });

  it('is a lack of trust where its certificate is not accepted', () => {
    expect(failed({ code: 'pbx-bad-certificate', host: 'pbx', reason: 'self-signed' })).toBe('untrusted');
    expect(failed({ code: 'pbx-certificate-changed', host: 'pbx', expectedFingerprint256: 'AA' })).toBe('untrusted');
  });
});
