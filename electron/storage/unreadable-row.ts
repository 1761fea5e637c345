/** A row that this program did not write like this, or a damaged one. It is reported, passed over and kept. */
export interface UnreadableRow {
  readonly table: 'calls' | 'contacts' | 'directory_readings' | 'history_gaps' | 'history_watch' | 'inbox';
  readonly id: string;
  readonly reason: string;
}

export type ReportUnreadableRow = (row: UnreadableRow) => void;

/** Lists are read again and again; a row in them that cannot be read is news once. */
export function oncePerRow(report: ReportUnreadableRow): ReportUnreadableRow {
  const reported = new Set<string>();
  return (row) => {
    if (reported.has(row.id)) return;
    reported.add(row.id);
    report(row);
  };
}
