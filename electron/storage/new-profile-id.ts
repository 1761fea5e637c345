import { randomBytes } from 'node:crypto';

/** Short, and never the same again: calls and credentials are kept by it. */
export function newProfileId(): string {
  return `p${randomBytes(4).toString('hex')}`;
}
