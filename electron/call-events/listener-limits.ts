import type { AuthThrottleLimits } from './auth-throttle.ts';

export interface ListenerLimits {
  readonly headersTimeoutMs: number;
  /** Not below `headersTimeoutMs`: node:http refuses that. */
  readonly requestTimeoutMs: number;
  readonly keepAliveTimeoutMs: number;
  readonly checkConnectionsEveryMs: number;
  readonly connections: number;
  readonly bodyBytes: number;
  readonly stopWithinMs: number;
  readonly firstRetryMs: number;
  readonly longestRetryMs: number;
  readonly announceEveryMs: number;
  readonly auth: AuthThrottleLimits;
}

/** An event is a kilobyte that a PBX of the same network sends at once; whoever needs longer is not one. */
export const listenerLimits: ListenerLimits = {
  headersTimeoutMs: 3000,
  requestTimeoutMs: 5000,
  keepAliveTimeoutMs: 2000,
  checkConnectionsEveryMs: 500,
  connections: 64,
  bodyBytes: 64 * 1024,
  stopWithinMs: 2000,
  firstRetryMs: 1000,
  longestRetryMs: 30_000,
  announceEveryMs: 200,
  auth: { failures: 20, forgiveMs: 1000, addresses: 1024 },
};
