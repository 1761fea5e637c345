import { z } from 'zod';
import { callWorkSchema } from '../domain/after-call/call-work.ts';
import { historyFilterSchema } from '../domain/history/history-filter.ts';
import { callCursorSchema } from './call-contract.ts';
import { callSchema } from './call-schema.ts';
import { type ContractOf, resultOf } from './request-schema.ts';

/** A call with what the agent added to it; null: nothing. */
const historyRowSchema = z.strictObject({ call: callSchema, work: callWorkSchema.nullable() });
export type HistoryRow = Readonly<z.infer<typeof historyRowSchema>>;

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
} satisfies ContractOf<'history'>;
