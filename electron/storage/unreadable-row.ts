/** A row that this program did not write like this, or a damaged one. It is reported, passed over and kept. */
export interface UnreadableRow {
  readonly table: 'calls' | 'inbox';
  readonly id: string;
  readonly reason: string;
}

export type ReportUnreadableRow = (row: UnreadableRow) => void;
