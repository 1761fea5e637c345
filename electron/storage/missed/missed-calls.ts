import { sameNumber } from '../../../shared/domain/destination.ts';
import type { MissedEntry } from '../../../shared/domain/missed/missed-entry.ts';
import { mostMissed } from '../../../shared/domain/missed/most-missed.ts';
import type { Clock, MissedCalls } from '../../calls/ports.ts';
import { fromColumnText, toColumnText } from '../column-text.ts';
import type { Connection } from '../database.ts';
import { createProfileKeys } from '../profile-keys.ts';
import { inTransaction } from '../transaction.ts';
import { endingOf, type StoredSign } from './missed-row.ts';
import { longestWaitMs, type MissedSigns } from './missed-signs.ts';

/** One more tells that there are more. */
const mostEntries = mostMissed + 1;

const recent = `FROM missed_signs WHERE profile_key = :profileKey AND kind = 'missed' AND at_ms >= :sinceMs`;

export function createMissedCalls(deps: {
  readonly connection: Connection;
  readonly clock: Clock;
  readonly signs: MissedSigns;
}): MissedCalls {
  const { connection, clock, signs } = deps;
  const profiles = createProfileKeys(connection);
  const endings = (state: string) =>
    connection.prepare(
      `SELECT ending AS text, max(at_ms) AS last ${recent} AND ${state} GROUP BY ending ORDER BY last DESC LIMIT ${mostEntries}`,
    );
  const selectOpen = endings('open = 1');
  const selectClosed = endings('open = 0');
  const selectCalls = connection.prepare(`SELECT call_id AS text ${recent} AND open = 1`);
  const setByHand = connection.prepare('UPDATE missed_signs SET by_hand_at_ms = ? WHERE call_id = ?');

  const scope = (profile: string) => ({ profileKey: profiles.find(profile), sinceMs: clock() - longestWaitMs });
  const list = (profile: string, handled: boolean): readonly MissedEntry[] => {
    const where = scope(profile);
    const { profileKey, sinceMs } = where;
    if (profileKey === null) return [];
    return signs
      .entries(profileKey, texts((handled ? selectClosed : selectOpen).all(where)))
      .filter((entry) => (entry.handled !== null) === handled && entry.lastAtMs >= sinceMs)
      .sort((a, b) => b.lastAtMs - a.lastAtMs)
      .slice(0, mostEntries);
  };
  /** Changes the missed calls of the number that are meant. */
  const setHandled = (
    profile: string,
    number: string,
    meant: (calls: readonly StoredSign[]) => readonly StoredSign[],
    atMs: number | null,
  ) => {
    const profileKey = profiles.find(profile);
    if (profileKey === null) return;
    const ending = endingOf(number);
    inTransaction(connection, () => {
      const calls = signs
        .ofEnding(profileKey, ending)
        .filter((sign) => sign.kind === 'missed' && sameNumber(sign.number, number));
      for (const { id } of meant(calls)) setByHand.run(atMs, toColumnText(id));
      signs.refresh(profileKey, ending);
    });
  };
  return {
    unhandledCalls: (profile) => new Set(texts(selectCalls.all(scope(profile))).map(fromColumnText)),
    list,
    markSeen(profile) {
      const { profileKey, sinceMs } = scope(profile);
      if (profileKey !== null) signs.markSeen(profileKey, sinceMs);
    },
    handle: (profile, number) => setHandled(profile, number, (calls) => calls.filter(({ open }) => open), clock()),
    reopen: (profile, number) => setHandled(profile, number, saidLast, null),
  };
}

/** Those of which the agent spoke last. */
function saidLast(calls: readonly StoredSign[]): readonly StoredSign[] {
  const lastAtMs = Math.max(...calls.map(({ byHandAtMs }) => byHandAtMs ?? 0));
  return calls.filter(({ byHandAtMs }) => byHandAtMs === lastAtMs);
}

function texts(rows: readonly unknown[]): readonly string[] {
  return rows.map((row) => String((row as { readonly text: unknown }).text));
}
