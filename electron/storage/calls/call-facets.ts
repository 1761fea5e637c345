import type { CallWork } from '../../../shared/domain/after-call/call-work.ts';
import type { Call } from '../../../shared/domain/call.ts';
import { callQueue, callTrunkName, recordingFiles } from '../../../shared/domain/call-view.ts';
import type { HistoryFilter } from '../../../shared/domain/history/history-filter.ts';
import { toColumnText } from '../column-text.ts';
import type { Connection } from '../database.ts';

/** The numbers that stand for all that a call is filtered by. */
export interface CallFacets {
  findOrAdd(kindKey: number, call: Call, work: CallWork | null): number;
  /** Those of such kinds that have what the filter asks of trunk, queue, recording and note; and about how many calls of all have them. */
  fitting(
    kindKeys: readonly number[],
    filter: HistoryFilter,
  ): { readonly keys: readonly number[]; readonly share: number };
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
  const nameOf = (name: string | null | undefined) => (name == null ? null : toColumnText(name));
  return {
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

/** More of calls is asked for than of which kind they are. */
export function asksForFacets({ trunk, queue, recorded, noted }: HistoryFilter): boolean {
  return trunk !== undefined || queue !== undefined || recorded !== undefined || noted !== undefined;
}
