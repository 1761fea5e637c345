import { z } from 'zod';
import { longestNote, longestOutcome, longestTag, mostTags } from './work-limits.ts';

/** What the agent adds to a call. */
export const callWorkSchema = z.strictObject({
  note: z.string().max(longestNote),
  /** Code of one of the outcomes of the settings, which may be gone from there by now; empty: the agent said that it needs none. */
  outcome: z.string().max(longestOutcome).nullable(),
  tags: z.array(z.string().min(1).max(longestTag)).max(mostTags).readonly(),
  /** It waits in the queue of calls that have none yet. */
  awaitsOutcome: z.boolean(),
  followUpAtMs: z.number().nullable(),
  followUpDoneAtMs: z.number().nullable(),
});
export type CallWork = Readonly<z.infer<typeof callWorkSchema>>;
