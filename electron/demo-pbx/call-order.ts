import { directoryUsers } from './directory-users.ts';

/** An accepted request to originate a call. */
export interface CallOrder {
  /** Rung first. */
  readonly caller: string;
  /** Rung when the caller has answered. */
  readonly callee: string;
  /** Trunk of the first outside leg. */
  readonly trunkName: string;
  readonly timeoutSeconds: number;
  readonly callLimitSeconds: number | null;
}

export function isExtension(number: string): boolean {
  return /^\d{3,4}$/.test(number);
}

export function isDirectoryExtension(number: string): boolean {
  return directoryUsers.some((user) => user.number === number);
}
