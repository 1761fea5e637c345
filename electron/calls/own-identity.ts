import type { OwnIdentity } from '../../shared/domain/advance-call.ts';

/** Read anew at each use: the identity settings may change at any time. */
export type ReadOwnIdentity = () => OwnIdentity;
