import { z } from 'zod';
import { callWorkSchema } from '../domain/after-call/call-work.ts';
import { longestNote, longestOutcome, longestTag, mostTags } from '../domain/after-call/work-limits.ts';
import { callSchema } from './call-schema.ts';
import { type ContractOf, callId, epochMs, nothing, resultOf } from './request-schema.ts';

const workedCall = { call: callSchema, work: callWorkSchema };
const workedCallSchema = z.strictObject(workedCall);
export type WorkedCallRow = Readonly<z.infer<typeof workedCallSchema>>;

/** How it came to be done: the agent said so, or somebody talked with the number. */
const doneFollowUpSchema = z.strictObject({ ...workedCall, by: z.enum(['marked', 'talked']) });
export type DoneFollowUpRow = Readonly<z.infer<typeof doneFollowUpSchema>>;

const changed = resultOf(callWorkSchema);
const tags = z.array(z.string().max(longestTag)).max(mostTags).readonly();

export const afterCallContract = {
  /** What the agent added to calls, in the order of the ids; null: nothing. */
  'after-call:read': {
    input: z.strictObject({ callIds: z.array(callId).max(100).readonly() }),
    output: resultOf(z.strictObject({ works: z.array(callWorkSchema.nullable()).readonly() })),
  },
  'after-call:note': { input: z.strictObject({ callId, note: z.string().max(longestNote) }), output: changed },
  /** Null takes it back; empty says that the call needs none. */
  'after-call:outcome': {
    input: z.strictObject({ callId, outcome: z.string().max(longestOutcome).nullable() }),
    output: changed,
  },
  'after-call:tags': { input: z.strictObject({ callId, tags }), output: changed },
  'after-call:follow-up': { input: z.strictObject({ callId, atMs: epochMs.nullable() }), output: changed },
  'after-call:follow-up-done': { input: z.strictObject({ callId, done: z.boolean() }), output: changed },
  /** Calls that wait for an outcome, newest first, and how many there are. */
  'after-call:queue': {
    input: nothing,
    output: resultOf(z.strictObject({ rows: z.array(workedCallSchema).readonly(), count: z.number() })),
  },
  /** Whom to call again, the next one first, and what was done of it in this run, the last one first. */
  'after-call:follow-ups': {
    input: nothing,
    output: resultOf(
      z.strictObject({ open: z.array(workedCallSchema).readonly(), done: z.array(doneFollowUpSchema).readonly() }),
    ),
  },
  /** What calls were marked with before, the newest first. */
  'after-call:used-tags': {
    input: nothing,
    output: resultOf(z.strictObject({ tags: z.array(z.string()).readonly() })),
  },
} satisfies ContractOf<'after-call'>;

/** Something was added to a call, or what waits is different. */
export const afterCallChangedSchema = z.strictObject({ callId, work: callWorkSchema });

/** Asked for outside of the window; with a call, that one. */
export const afterCallShownSchema = z.strictObject({ callId: callId.nullable() });
