import type { DestinationError } from '../../errors.ts';

/** What is the matter with a line of a file; as much of the contact as is good is kept. */
export type LineProblem = { readonly line: number } & (
  | { readonly code: 'number-invalid'; readonly text: string; readonly reason: DestinationError['reason'] }
  | { readonly code: 'text-cut'; readonly field: CutField }
  | { readonly code: 'do-not-call-unclear'; readonly text: string }
  | { readonly code: PlainProblem }
);

/** Of a text that is too long. */
export const cutFields = ['name', 'company', 'tag', 'note', 'trunk'] as const;
export type CutField = (typeof cutFields)[number];

export const plainProblems = [
  /** The quotes are never closed. */
  'quotes',
  'line-too-long',
  /** Neither a name nor a company nor a number that can be called. */
  'nothing-to-keep',
  'too-many-numbers',
  /** Cells with content beyond the last column. */
  'cells-left-over',
  /** Bytes that this encoding has no character for. */
  'characters-lost',
  /** A card without an end. */
  'card-unfinished',
  'line-unreadable',
] as const;
export type PlainProblem = (typeof plainProblems)[number];
