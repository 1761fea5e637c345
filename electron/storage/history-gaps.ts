import { z } from 'zod';
import { gapReasons, type HistoryGap } from '../../shared/domain/history/history-gap.ts';
import type { HistoryGaps, WatchMarks } from '../history-backfill/ports.ts';
import { toColumnNumber } from './column-text.ts';
import type { Connection } from './database.ts';
import { createProfileKeys } from './profile-keys.ts';
import { inTransaction } from './transaction.ts';
import type { ReportUnreadableRow } from './unreadable-row.ts';
import { withoutWaiting } from './without-waiting.ts';

const marksSchema = z.object({ watched_until_ms: z.number(), read_until_ms: z.number() });
const gapSchema = z
  .object({ from_ms: z.number(), to_ms: z.number(), reason: z.enum(gapReasons) })
  .transform(({ from_ms, to_ms, reason }): HistoryGap => ({ fromMs: from_ms, toMs: to_ms, reason }));

export function createHistoryGaps(deps: {
  readonly connection: Connection;
  readonly reportUnreadableRow: ReportUnreadableRow;
}): HistoryGaps {
  const { connection } = deps;
  const profiles = createProfileKeys(connection);
  const selectMarks = connection.prepare(
    'SELECT watched_until_ms, read_until_ms FROM history_watch WHERE profile_key = ?',
  );
  const saveMarks = connection.prepare(
    'INSERT OR REPLACE INTO history_watch (profile_key, watched_until_ms, read_until_ms) VALUES (?, ?, ?)',
  );
  const selectGaps = connection.prepare(
    'SELECT from_ms, to_ms, reason FROM history_gaps WHERE profile_key = ? ORDER BY from_ms',
  );
  const dropGaps = connection.prepare('DELETE FROM history_gaps WHERE profile_key = ?');
  const insertGap = connection.prepare(
    'INSERT INTO history_gaps (profile_key, from_ms, to_ms, reason) VALUES (?, ?, ?, ?)',
  );
  const writeMarks = (profileKey: number, marks: WatchMarks) =>
    void saveMarks.run(profileKey, toColumnNumber(marks.watchedUntilMs), toColumnNumber(marks.readUntilMs));
  return {
    marks(profile) {
      const row: unknown = selectMarks.get(profiles.find(profile));
      if (row === undefined) return null;
      const stored = marksSchema.safeParse(row);
      if (!stored.success) {
        deps.reportUnreadableRow({ table: 'history_watch', id: profile, reason: stored.error.message });
        return null;
      }
      return { watchedUntilMs: stored.data.watched_until_ms, readUntilMs: stored.data.read_until_ms };
    },
    keepMarks(profile, marks) {
      const profileKey = profiles.findOrAdd(profile);
      withoutWaiting(connection, () => writeMarks(profileKey, marks));
    },
    list: (profile) =>
      selectGaps.all(profiles.find(profile)).flatMap((row) => {
        const gap = gapSchema.safeParse(row);
        if (gap.success) return gap.data;
        deps.reportUnreadableRow({ table: 'history_gaps', id: profile, reason: gap.error.message });
        return [];
      }),
    keep(profile, gaps, marks) {
      const profileKey = profiles.findOrAdd(profile);
      inTransaction(connection, () => {
        dropGaps.run(profileKey);
        for (const { fromMs, toMs, reason } of gaps) {
          insertGap.run(profileKey, toColumnNumber(fromMs), toColumnNumber(toMs), reason);
        }
        writeMarks(profileKey, marks);
      });
    },
  };
}
