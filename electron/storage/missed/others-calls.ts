import { callIdForPbxCall } from '../../../shared/domain/call-parties.ts';
import type { OthersCalls } from '../../calls/ports.ts';
import type { Connection } from '../database.ts';
import { createProfileKeys } from '../profile-keys.ts';
import { inTransaction } from '../transaction.ts';
import type { MissedSigns } from './missed-signs.ts';

/** By the id the call would have if it were ours: should it turn out to be, its own sign takes the place of this one. */
export function createOthersCalls(deps: { readonly connection: Connection; readonly signs: MissedSigns }): OthersCalls {
  const profiles = createProfileKeys(deps.connection);
  return {
    note(profile, pbxCallId, sign) {
      const profileKey = profiles.findOrAdd(profile);
      inTransaction(deps.connection, () => deps.signs.note(callIdForPbxCall(profile, pbxCallId), profileKey, sign));
    },
  };
}
