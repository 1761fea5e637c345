import type { Connection } from '../database.ts';
import { createCallFacets } from './call-facets.ts';
import type { CallKinds } from './call-kinds.ts';
import { callColumns, callReferences } from './call-row.ts';
import { anyOf } from './match-text.ts';
import { facetToken } from './search-document.ts';

/** Calls of some profiles, the newest first, without a look at those of others. */
export interface NewestCalls {
  calls(profileKeys: readonly number[], below: number, limit: number): readonly { readonly key: number }[];
  /** Where SQL takes such calls from, as `calls`; null: there are none. */
  source(profileKeys: readonly number[]): { readonly sql: string; readonly match: string | null } | null;
}

const direct = `SELECT calls.* FROM calls WHERE calls.key < :below ORDER BY calls.key DESC LIMIT :limit`;
const found = `SELECT calls.* FROM call_search AS found CROSS JOIN calls ON calls.key = found.rowid
  WHERE call_search MATCH :match AND found.rowid < :below ORDER BY found.rowid DESC LIMIT :limit`;

export function createNewestCalls(connection: Connection, kinds: CallKinds): NewestCalls {
  const whole = (source: string) =>
    connection.prepare(`SELECT ${callColumns} FROM (${source}) AS calls ${callReferences} ORDER BY calls.key DESC`);
  const facets = createCallFacets(connection);
  const selectDirect = whole(direct);
  const selectFound = whole(found);
  const source = (profileKeys: readonly number[]) => {
    const all = kinds.list();
    const some = all.filter(({ profile_key }) => profileKeys.includes(profile_key));
    if (some.length === 0) return null;
    if (some.length === all.length) return { sql: direct, match: null };
    const match = matchOfFacets(
      facets.fitting(
        some.map(({ key }) => key),
        {},
      ).keys,
    );
    return match === null ? null : { sql: found, match };
  };
  return {
    calls(profileKeys, below, limit) {
      const from = source(profileKeys);
      if (from === null) return [];
      const rows =
        from.match === null ? selectDirect.all({ below, limit }) : selectFound.all({ below, limit, match: from.match });
      return rows as readonly { key: number }[];
    },
    source,
  };
}

/** Null: no call in the index has any of them. */
export function matchOfFacets(keys: readonly number[]): string | null {
  return keys.length === 0 ? null : anyOf(keys.map(facetToken));
}
