import { z } from 'zod';
import { callEndings, directions } from '../disposition.ts';

/**
 * A call as a file has it. Times are texts of the calendar that the file names, in the zone of the computer that wrote it, with
 * its offset; null is what nobody told.
 */
export const exportedCallSchema = z.strictObject({
  id: z.string(),
  profile: z.string(),
  startedAt: z.string(),
  /** Null: it was under way, or nobody told. */
  endedAt: z.string().nullable(),
  direction: z.enum(directions),
  /** Null: it was under way. */
  result: z.enum(callEndings).nullable(),
  /** The other party, and who that is; empty: nobody's that is known. */
  number: z.string(),
  name: z.string(),
  caller: z.string(),
  callee: z.string(),
  /** What the exchange was given in place of the callee. */
  dialled: z.string().nullable(),
  trunk: z.string().nullable(),
  queue: z.string().nullable(),
  waitSeconds: z.number().nullable(),
  talkSeconds: z.number().nullable(),
  totalSeconds: z.number().nullable(),
  /** What the agent added. */
  outcome: z.string().nullable(),
  tags: z.array(z.string()).readonly(),
  note: z.string(),
  followUpAt: z.string().nullable(),
  followUpDoneAt: z.string().nullable(),
  surveyScore: z.number().nullable(),
  surveyLabel: z.string().nullable(),
  recordings: z.array(z.string()).readonly(),
  pbxCallIds: z.array(z.string()).readonly(),
});
export type ExportedCall = Readonly<z.infer<typeof exportedCallSchema>>;

/** All of a file. A later version may have more fields, and leaves none out. */
export const exportedCallsSchema = z.strictObject({
  format: z.literal('dialdesk-calls'),
  version: z.literal(1),
  exportedAt: z.string(),
  calendar: z.enum(['iso', 'jalali']),
  timeZone: z.string(),
  /** Newest first. */
  calls: z.array(exportedCallSchema).readonly(),
});
