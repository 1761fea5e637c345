import type { Call } from './call.ts';

/**
 * Of one call. A call has an id for each of its legs at most, so a dozen is much already; a PBX that gives all its calls the id of one
 * request would make one call of them that grows with each.
 */
export const mostPbxCallIds = 100;

/** It takes in nothing that names one more id: that stays what the PBX sent, and is no part of a call. */
export function hasAllIds(call: Pick<Call, 'pbxCallIds'>): boolean {
  return call.pbxCallIds.length >= mostPbxCallIds;
}

/** Whether what is told of this id can be told of the call. */
export function mayHaveId(call: Pick<Call, 'pbxCallIds'>, pbxCallId: string | null): boolean {
  return pbxCallId === null || !hasAllIds(call) || call.pbxCallIds.includes(pbxCallId);
}
