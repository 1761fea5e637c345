import { z } from 'zod';
import { missedEntrySchema } from '../domain/missed/missed-entry.ts';
import { type ContractOf, nothing, resultOf } from './request-schema.ts';

const ofNumber = z.strictObject({ number: z.string().max(256) });

export const missedContract = {
  /** Numbers that called in vain and wait, or those of the last days that do not any more; the last that called first. */
  'missed:list': {
    input: z.strictObject({ handled: z.boolean() }),
    output: resultOf(z.strictObject({ entries: z.array(missedEntrySchema).readonly() })),
  },
  /** The agent has them in sight. */
  'missed:seen': { input: nothing, output: resultOf(nothing) },
  /** The agent says that nothing is left to be done. */
  'missed:handle': { input: ofNumber, output: resultOf(nothing) },
  /** Takes that back. */
  'missed:reopen': { input: ofNumber, output: resultOf(nothing) },
} satisfies ContractOf<'missed'>;
