import { z } from 'zod';
import { longestOutcome, longestTag } from '../after-call/work-limits.ts';
import { directions, dispositions } from '../disposition.ts';

const asked = z.literal(true).optional();

/** What calls are looked for; a part that is left out asks for nothing. */
export const historyFilterSchema = z.strictObject({
  /** Parts of numbers in any digits, words of notes and tags, or names of contacts. */
  text: z.string().max(200).optional(),
  /** The number of the other party, whole; however it is written. */
  party: z.string().max(256).optional(),
  directions: z.array(z.enum(directions)).max(directions.length).readonly().optional(),
  dispositions: z.array(z.enum(dispositions)).max(dispositions.length).readonly().optional(),
  trunk: z.string().max(256).optional(),
  queue: z.string().max(256).optional(),
  /** The one in use, which it is when left out, all but the demo, or the one of this id. */
  profile: z.string().max(256).optional(),
  fromMs: z.number().optional(),
  /** The first moment that is too late. */
  toMs: z.number().optional(),
  recorded: asked,
  noted: asked,
  /** Missed, and nobody talked with the number since. */
  unhandled: asked,
  awaitsOutcome: asked,
  outcome: z.string().max(longestOutcome).optional(),
  tag: z.string().max(longestTag).optional(),
  /** To be followed up by now, and not done. */
  due: asked,
});
export type HistoryFilter = Readonly<z.infer<typeof historyFilterSchema>>;

export const activeProfile = 'active';
export const everyProfile = 'all';
