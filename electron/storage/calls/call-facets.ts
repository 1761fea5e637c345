import type { CallWork } from '../../../shared/domain/after-call/call-work.ts';
import type { Call } from '../../../shared/domain/call.ts';
import { callQueue, callTrunkName, recordingFiles } from '../../../shared/domain/call-view.ts';
import type { HistoryFilter } from '../../../shared/domain/history/history-filter.ts';
import type { CallNames } from '../../../shared/ipc/history-contract.ts';
import { fromColumnText, toColumnText } from '../column-text.ts';
import type { Connection } from '../database.ts';
import { quoted } from './match-text.ts';
import { facetToken } from './search-document.ts';

/** The numbers that stand for all that a call is filtered by. */
export interface CallFacets {
  findOrAdd(kindKey: number, call: Call, work: CallWork | null): number;
  /** Those of such kinds that have what the filter asks of trunk, queue, recording and note; and about how many calls of all have them. */
  fitting(
    kindKeys: readonly number[],
    filter: HistoryFilter,
  ): { readonly keys: readonly number[]; readonly share: number };
  /** Those that calls of the profiles have now. */
  names(profileKeys: readonly number[]): CallNames;
}

/** Neither a trunk nor a queue has a name without characters. */
const none = '';

export function createCallFacets(connection: Connection): CallFacets {
  const find = connection.prepare(`SELECT key FROM call_facets
    WHERE kind_key = ? AND trunk = ? AND queue = ? AND recorded = ? AND noted = ?`);
  const insert = connection.prepare(
    'INSERT INTO call_facets (kind_key, trunk, queue, recorded, noted) VALUES (?, ?, ?, ?, ?) RETURNING key',
  );
  const count = connection.prepare('SELECT total(documents) AS documents FROM call_facets');
  const select = connection.prepare(`SELECT key, documents FROM call_facets
    WHERE kind_key IN (SELECT value FROM json_each(:kinds)) AND (:trunk IS NULL OR trunk = :trunk)
      AND (:queue IS NULL OR queue = :queue) AND recorded >= :recorded AND noted >= :noted`);
  const selectNames = connection.prepare(`SELECT facets.key, trunk, queue FROM call_facets AS facets
    JOIN call_kinds AS kinds ON kinds.key = facets.kind_key
    WHERE kinds.profile_key IN (SELECT value FROM json_each(?)) AND (trunk <> '' OR queue <> '') ORDER BY documents DESC`);
  const findCall = connection.prepare('SELECT 1 FROM call_search WHERE call_search MATCH ? LIMIT 1');
  const nameOf = (name: string | null | undefined) => (name == null ? null : toColumnText(name));
  return {
    names(profileKeys) {
      const trunks = new Set<string>();
      const queues = new Set<string>();
      const rows = selectNames.all(JSON.stringify(profileKeys)) as readonly NamedFacet[];
      for (const { key, trunk, queue } of rows) {
        const isNew = (trunk !== none && !trunks.has(trunk)) || (queue !== none && !queues.has(queue));
        // The row stays when the last call with it is gone.
        if (!isNew || findCall.get(quoted(facetToken(key))) === undefined) continue;
        if (trunk !== none) trunks.add(trunk);
        if (queue !== none) queues.add(queue);
      }
      return { trunks: [...trunks].map(fromColumnText), queues: [...queues].map(fromColumnText) };
    },
    findOrAdd(kindKey, call, work) {
      const values = [
        kindKey,
        nameOf(callTrunkName(call)) ?? none,
        nameOf(callQueue(call)) ?? none,
        recordingFiles(call).length === 0 ? 0 : 1,
        work === null || work.note === '' ? 0 : 1,
      ] as const;
      return ((find.get(...values) ?? insert.get(...values)) as { key: number }).key;
    },
    fitting(kindKeys, { trunk, queue, recorded, noted }) {
      const rows = select.all({
        kinds: JSON.stringify(kindKeys),
        trunk: nameOf(trunk),
        queue: nameOf(queue),
        recorded: recorded ? 1 : 0,
        noted: noted ? 1 : 0,
      });
      const fitting = rows as readonly { key: number; documents: number }[];
      const documents = fitting.reduce((sum, facet) => sum + facet.documents, 0);
      const all = (count.get() as { documents: number }).documents;
      return { keys: fitting.map(({ key }) => key), share: all === 0 ? 0 : documents / all };
    },
  };
}

interface NamedFacet {
  readonly key: number;
  readonly trunk: string;
  readonly queue: string;
}

/** More of calls is asked for than of which kind they are. */
export function asksForFacets({ trunk, queue, recorded, noted }: HistoryFilter): boolean {
  return trunk !== undefined || queue !== undefined || recorded !== undefined || noted !== undefined;
}
