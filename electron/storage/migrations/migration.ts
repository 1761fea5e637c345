import type { Connection } from '../database.ts';

/**
 * One step of the database's shape. Once released it never changes: it holds its own SQL and names nothing that the
 * program of a later day may rename.
 */
export interface Migration {
  readonly version: number;
  readonly sql: string;
  /** What SQL alone cannot do, after it and in the same transaction. */
  readonly carryOver?: (connection: Connection) => void;
}
