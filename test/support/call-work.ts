import type { CallSearch } from '../../electron/storage/calls/call-search.ts';
import { toColumnText } from '../../electron/storage/column-text.ts';
import type { Connection } from '../../electron/storage/database.ts';
import type { CallWork } from '../../shared/domain/after-call/call-work.ts';

/** What the agent added to a call, as it is stored. */
export function saveWork(
  connection: Connection,
  search: Pick<CallSearch, 'refresh'>,
  callId: string,
  { note, outcome, tags, awaitsOutcome, followUpAtMs, followUpDoneAtMs }: CallWork,
): void {
  const { key } = connection.prepare('SELECT key FROM calls WHERE id = ?').get(callId) as { key: number };
  connection
    .prepare('INSERT OR REPLACE INTO call_work VALUES (?, ?, ?, ?, ?, ?, ?, 0)')
    .run(
      key,
      toColumnText(note),
      outcome,
      toColumnText(JSON.stringify(tags)),
      awaitsOutcome ? 1 : 0,
      followUpAtMs,
      followUpDoneAtMs,
    );
  search.refresh(key);
}
