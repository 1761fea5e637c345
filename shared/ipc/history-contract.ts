import { z } from 'zod';
import { callWorkSchema } from '../domain/after-call/call-work.ts';
import { historyFilterSchema } from '../domain/history/history-filter.ts';
import { callCursorSchema } from './call-contract.ts';
import { callSchema } from './call-schema.ts';
import { type ContractOf, callId, epochMs, resultOf } from './request-schema.ts';

/** A call with what the agent added to it; null: nothing. */
const historyRowSchema = z.strictObject({ call: callSchema, work: callWorkSchema.nullable() });
export type HistoryRow = Readonly<z.infer<typeof historyRowSchema>>;

const rawCallEventSchema = z.strictObject({
  id: z.number(),
  receivedAtMs: epochMs,
  name: z.string().max(64),
  /** As it was sent, in lines, without secrets. */
  body: z.string().max(4000),
  state: z.enum(['new', 'applied', 'ignored', 'unknown', 'unreadable']),
});
export type RawCallEvent = Readonly<z.infer<typeof rawCallEventSchema>>;

export const historyContract = {
  /** Newest first; `before` is the last row of the page already shown. A page that is not full is the last one. */
  'history:page': {
    input: z.strictObject({
      filter: historyFilterSchema,
      before: callCursorSchema.nullable(),
      limit: z.int().min(1).max(100),
    }),
    output: resultOf(z.strictObject({ rows: z.array(historyRowSchema).readonly() })),
  },
  /** `more`: there are more than were counted. */
  'history:count': {
    input: z.strictObject({ filter: historyFilterSchema }),
    output: resultOf(z.strictObject({ count: z.number(), more: z.boolean() })),
  },
  /** What the PBX sent about one call, oldest first; of very many only the first. */
  'history:raw-events': {
    input: z.strictObject({ callId }),
    output: resultOf(z.strictObject({ events: z.array(rawCallEventSchema).max(100).readonly() })),
  },
} satisfies ContractOf<'history'>;
