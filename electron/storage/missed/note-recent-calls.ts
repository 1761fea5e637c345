import type { Call } from '../../../shared/domain/call.ts';
import type { CallCursor } from '../../../shared/ipc/call-contract.ts';
import type { CallStore, Clock } from '../../calls/ports.ts';
import { fromColumnText } from '../column-text.ts';
import type { Connection } from '../database.ts';
import { othersTurn } from '../others-turn.ts';
import { createProfileKeys } from '../profile-keys.ts';
import { inTransaction } from '../transaction.ts';
import { longestWaitMs, type MissedSigns } from './missed-signs.ts';

/** The first page of the history is asked for at the same time, on the same thread. */
const atOnce = 20;

/**
 * Looks through the calls of the last days: those of a version that kept no signs, of a copy that was put back, or that were written
 * past the program. In small steps beside its work.
 */
export async function noteRecentCalls(deps: {
  readonly connection: Connection;
  readonly calls: CallStore;
  readonly signs: MissedSigns;
  readonly clock: Clock;
}): Promise<void> {
  const { connection, calls, signs, clock } = deps;
  const sinceMs = clock() - longestWaitMs;
  const profiles = createProfileKeys(connection);
  inTransaction(connection, signs.forgetOld);
  for (const row of connection.prepare('SELECT name FROM profiles').all()) {
    const profile = fromColumnText((row as { name: string }).name);
    const profileKey = profiles.find(profile);
    let before: CallCursor | null = null;
    while (profileKey !== null) {
      await othersTurn();
      if (!connection.isOpen) return;
      const some: readonly Call[] = calls
        .list(profile, before, atOnce)
        .filter(({ startedAtMs }) => startedAtMs >= sinceMs);
      inTransaction(connection, () => {
        for (const call of some) signs.noteCall(call, profileKey);
      });
      const last: Call | undefined = some.at(-1);
      if (last === undefined || some.length < atOnce) break;
      before = { startedAtMs: last.startedAtMs, id: last.id };
    }
  }
}
