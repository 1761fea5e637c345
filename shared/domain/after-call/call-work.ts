import { z } from 'zod';

export const longestNote = 4000;
export const longestTag = 64;
export const mostTags = 20;
export const longestOutcome = 32;

/** What the agent adds to a call. */
export const callWorkSchema = z.strictObject({
  note: z.string().max(longestNote),
  /** Code of one of the outcomes of the settings, which may be gone from there by now. */
  outcome: z.string().min(1).max(longestOutcome).nullable(),
  tags: z.array(z.string().min(1).max(longestTag)).max(mostTags).readonly(),
  /** It waits in the queue of calls that have none yet. */
  awaitsOutcome: z.boolean(),
  followUpAtMs: z.number().nullable(),
  followUpDoneAtMs: z.number().nullable(),
});
export type CallWork = Readonly<z.infer<typeof callWorkSchema>>;
