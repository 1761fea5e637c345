import type { CallEnding, Direction } from '../domain/disposition.ts';

/** Columns of a table of calls, in their order. */
export const callColumnNames = [
  'date',
  'time',
  'direction',
  'result',
  'number',
  'name',
  'caller',
  'callee',
  'dialled',
  'trunk',
  'queue',
  'wait',
  'talk',
  'total',
  'outcome',
  'tags',
  'note',
  'followUp',
  'followUpDone',
  'survey',
  'surveyLabel',
  'recording',
  'profile',
  'ids',
] as const;
export type CallColumnName = (typeof callColumnNames)[number];

/** What a table of calls says in words. */
export interface CallTableWords {
  readonly column: Readonly<Record<CallColumnName, string>>;
  readonly direction: Readonly<Record<Direction, string>>;
  readonly result: Readonly<Record<CallEnding | 'underWay', string>>;
}
