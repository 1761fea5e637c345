import { z } from 'zod';
import { dispositions } from '../disposition.ts';

const atMs = z.number();
/** A colleague's extension; null: the agent. */
const by = z.string().max(256).nullable();

const attemptSchema = z.strictObject({ atMs, by, outcome: z.enum(dispositions) });
export type MissedAttempt = Readonly<z.infer<typeof attemptSchema>>;

/** `called-back`: we called and talked; `reached-us`: they called again and somebody talked with them. */
const handledSchema = z.discriminatedUnion('how', [
  z.strictObject({ how: z.literal('called-back'), atMs, by }),
  z.strictObject({ how: z.literal('reached-us'), atMs, by }),
  z.strictObject({ how: z.literal('by-hand'), atMs }),
]);
export type MissedHandled = Readonly<z.infer<typeof handledSchema>>;

/** A number that called in vain: what is left to be done, or who did it. */
export const missedEntrySchema = z.strictObject({
  /** Of its last call. */
  id: z.string().max(512),
  /** As it was written last. */
  number: z.string().max(256),
  /** How often it called in vain; of one that is handled, until it was. */
  count: z.number(),
  lastAtMs: atMs,
  queue: z.string().max(256).nullable(),
  /** In the last call. */
  waitedSeconds: z.number().nullable(),
  seen: z.boolean(),
  /** How often somebody tried to reach it since. */
  attempts: z.number(),
  lastAttempt: attemptSchema.nullable(),
  /** Null: nobody talked with it. */
  handled: handledSchema.nullable(),
});
export type MissedEntry = Readonly<z.infer<typeof missedEntrySchema>>;
