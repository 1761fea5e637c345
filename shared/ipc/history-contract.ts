import { z } from 'zod';
import { callWorkSchema } from '../domain/after-call/call-work.ts';
import { historyFilterSchema } from '../domain/history/history-filter.ts';
import { type CallCursor, callCursorSchema } from './call-contract.ts';
import { callSchema } from './call-schema.ts';
import { type ContractOf, callId, epochMs, resultOf } from './request-schema.ts';

/** A call with what the agent added to it; null: nothing. */
export const historyRowSchema = z.strictObject({ call: callSchema, work: callWorkSchema.nullable() });
export type HistoryRow = Readonly<z.infer<typeof historyRowSchema>>;

export const longestRawBody = 4000;
export const mostRawEvents = 100;

const rawCallEventSchema = z.strictObject({
  id: z.number(),
  receivedAtMs: epochMs,
  name: z.string().max(64),
  /** As it was sent, in lines, without secrets. */
  body: z.string().max(longestRawBody),
  /** How many more characters of it are kept. */
  leftOff: z.int().min(0),
  state: z.enum(['new', 'applied', 'ignored', 'unknown', 'unreadable']),
});
export type RawCallEvent = Readonly<z.infer<typeof rawCallEventSchema>>;

const callNamesSchema = z.strictObject({
  trunks: z.array(z.string()).readonly(),
  queues: z.array(z.string()).readonly(),
});
export type CallNames = Readonly<z.infer<typeof callNamesSchema>>;
const rawCallEventsSchema = z.strictObject({
  events: z.array(rawCallEventSchema).max(mostRawEvents).readonly(),
  /** Behind which one there are how many more; null: none. */
  goesOn: z.strictObject({ after: z.int(), left: z.int().min(1) }).nullable(),
});
export type RawCallEvents = Readonly<z.infer<typeof rawCallEventsSchema>>;

const ofPage = { filter: historyFilterSchema, limit: z.int().min(1).max(100) };

/** Where a page is: next to a row that is already known, on its older or on its newer side; null: at that end of all. */
export type HistoryPlace = { readonly before: CallCursor | null } | { readonly after: CallCursor | null };

/** What was found of a page so far, and the place in the same direction from which on more has to be looked for; null: nothing has. */
export interface HistoryPart {
  readonly rows: readonly HistoryRow[];
  readonly goesOn: CallCursor | null;
}

export const historyContract = {
  /**
   * Newest first. What takes longer than a few milliseconds is answered in parts: `goesOn` is the place from which the page goes on, null: a
   * page that is not full then is the last one on its side. Its rows are one text, `HistoryRow[]` in JSON: each of their thousands of values
   * would be checked, copied and carried into the page by itself, which took longer than finding them.
   */
  'history:page': {
    input: z
      .strictObject({ ...ofPage, before: callCursorSchema.nullable() })
      .or(z.strictObject({ ...ofPage, after: callCursorSchema.nullable() })),
    output: resultOf(
      z.strictObject({
        rowsJson: z.string(),
        goesOn: callCursorSchema.nullable(),
      }),
    ),
  },
  /** `more`: there are more than were counted. */
  'history:count': {
    input: z.strictObject({ filter: historyFilterSchema }),
    output: resultOf(z.strictObject({ count: z.number(), more: z.boolean() })),
  },
  /** By what the calls of a profile may be filtered: every trunk and queue that a kept call has; `profile` as in a filter. */
  'history:names': {
    input: historyFilterSchema.pick({ profile: true }),
    output: resultOf(callNamesSchema),
  },
  /** What the PBX sent about one call, oldest first, behind the event `after`; null: from the first one. */
  'history:raw-events': {
    input: z.strictObject({ callId, after: z.int().min(0).nullable() }),
    output: resultOf(rawCallEventsSchema),
  },
} satisfies ContractOf<'history'>;
