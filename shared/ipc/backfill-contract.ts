import { z } from 'zod';
import { gapReasons } from '../domain/history/history-gap.ts';
import { dialerErrorSchema } from './error-schema.ts';
import { type ContractOf, epochMs, nothing, resultOf } from './request-schema.ts';

const gapSchema = z.strictObject({ fromMs: epochMs, toMs: epochMs, reason: z.enum(gapReasons) });

export const backfillStatusSchema = z.strictObject({
  revision: z.number(),
  /**
   * `asked`: somebody waits for it. `part`: of the time that is asked for, from 0 to 1, all calls were read. `waits`: the PBX failed or asked for
   * patience, and is asked again after a while.
   */
  running: z
    .strictObject({ read: z.number(), added: z.number(), asked: z.boolean(), part: z.number(), waits: z.boolean() })
    .nullable(),
  /** What came of the last one; it failed when there is an error. */
  done: z
    .strictObject({
      atMs: epochMs,
      asked: z.boolean(),
      added: z.number(),
      cancelled: z.boolean(),
      error: dialerErrorSchema.nullable(),
    })
    .nullable(),
  /** Times of which nothing is known; those that are worth a row, newest first. */
  gaps: z.array(gapSchema).readonly(),
});
export type BackfillStatus = z.infer<typeof backfillStatusSchema>;

export const backfillContract = {
  'backfill:read': { input: nothing, output: resultOf(backfillStatusSchema) },
  /** What comes of it is announced by `backfill:changed`. */
  'backfill:start': { input: nothing, output: resultOf(nothing) },
  'backfill:cancel': { input: nothing, output: resultOf(nothing) },
} satisfies ContractOf<'backfill'>;
