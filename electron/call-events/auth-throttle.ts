import type { Clock } from '../calls/ports.ts';

export interface AuthThrottle {
  /** Whether this address has guessed too often to be heard now, right or wrong. */
  blocks(address: string): boolean;
  recordFailure(address: string): void;
}

export interface AuthThrottleLimits {
  readonly failures: number;
  /** After this long one more failure is forgiven. */
  readonly forgiveMs: number;
  readonly addresses: number;
}

/** A leaking bucket per address. Whoever was entered first makes room, so that many addresses cannot fill the memory. */
export function createAuthThrottle(limits: AuthThrottleLimits, clock: Clock): AuthThrottle {
  const buckets = new Map<string, { readonly failures: number; readonly atMs: number }>();

  function currentFailures(address: string): number {
    const bucket = buckets.get(address);
    if (bucket === undefined) return 0;
    const elapsedMs = clock() - bucket.atMs;
    // A clock that was set back must not keep an address out for hours.
    return elapsedMs < 0 ? 0 : Math.max(0, bucket.failures - elapsedMs / limits.forgiveMs);
  }

  return {
    blocks: (address) => currentFailures(address) > limits.failures - 1,
    recordFailure: (address) => {
      const failures = Math.min(limits.failures, currentFailures(address) + 1);
      buckets.delete(address);
      buckets.set(address, { failures, atMs: clock() });
      const [oldest] = buckets.keys();
      if (buckets.size > limits.addresses && oldest !== undefined) buckets.delete(oldest);
    },
  };
}
