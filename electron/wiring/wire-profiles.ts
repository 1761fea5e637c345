import { callsUnderWay } from '../../shared/domain/calls-under-way.ts';
import { createProfileChanges } from '../desk/profile-changes.ts';
import { newProfileId } from '../storage/new-profile-id.ts';
import type { Foundation } from './foundation.ts';
import type { WiredCalls } from './wire-calls.ts';
import type { WiredDirectory } from './wire-directory.ts';
import type { WiredHistory } from './wire-history.ts';
import type { WiredRecordings } from './wire-recordings.ts';
import type { WiredSettings } from './wire-settings.ts';

/** Switching between profiles, which asks the calls whether it may. */
export function wireProfiles(
  { clock }: Foundation,
  { store, vault, profile }: WiredSettings,
  { calls }: WiredHistory,
  { dismissed }: WiredCalls,
  directory: WiredDirectory,
  recordings: WiredRecordings,
) {
  return createProfileChanges({
    store,
    vault,
    newId: newProfileId,
    inCall: () => callsUnderWay(calls.listUnfinished(profile()), new Set(dismissed()), clock()).length > 0,
    hasCalls: (id) => calls.count(id) > 0,
    forget(id) {
      directory.forget(id);
      recordings.desk.forget(id);
    },
  });
}
