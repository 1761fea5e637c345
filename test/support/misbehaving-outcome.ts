import { expect } from 'vitest';
import type { OriginateAnswer, PbxAccess } from '../../electron/calls/ports.ts';
import type { PbxError } from '../../shared/errors.ts';
import type { MisbehavingCase } from './misbehaving-cases.ts';
import { accessTo, canaries, shortTimeouts } from './misbehaving-client.ts';
import { MisbehavingPbx } from './misbehaving-pbx.ts';

const basicCanary = Buffer.from(`${canaries.user}:${canaries.password}`, 'utf8').toString('base64');

/** Has a call asked for of such a PBX: what comes of it in time, what was sent and what was taken. Answers with what is told of it. */
export async function expectOutcome(
  made: MisbehavingCase | (() => MisbehavingCase),
  originate: (access: PbxAccess) => Promise<OriginateAnswer>,
): Promise<PbxError | null> {
  const given = typeof made === 'function' ? made() : made;
  const pbx = await new MisbehavingPbx(given.pbx).start();
  try {
    const host = `127.0.0.1:${pbx.port}`;
    const beganMs = performance.now();
    const result = await originate(accessTo(`${given.scheme ?? 'http'}://${host}`, given.settings));
    const tookMs = performance.now() - beganMs;

    expect(result.outcome).toBe(given.outcome);
    if (result.outcome !== 'accepted') {
      expect(result.error).toEqual(withHost(given.error, result.error, host));
      expectNoCanary(result.error);
    }
    expect(pbx.requests.length).toBe(given.requests ?? 1);
    expect(pbx.requests.join('')).not.toMatch(/\r\ncookie:/i);
    expect(tookMs).toBeLessThan(shortTimeouts.totalMs + 1_000);
    expect(pbx.bytesSent).toBeLessThan(given.mostBytesSent ?? 1024 * 1024);
    return result.outcome === 'accepted' ? null : result.error;
  } finally {
    await pbx.stop();
  }
}

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
