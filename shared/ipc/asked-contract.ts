import { z } from 'zod';
import { dialerErrorSchema } from './error-schema.ts';
import { type ContractOf, nothing, resultOf } from './request-schema.ts';

const askedId = z.string().max(64);
const from = z.enum(['link', 'command-line']);

/** Another program asks for a call, by a link or the command line. */
export const askedCallSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('number'),
    id: askedId,
    from,
    /** As it would be dialled. */
    number: z.string().max(64),
    /** Dialled, it may change settings of the phone or the PBX: the agent is asked before it is put into the field. */
    isCode: z.boolean(),
    extension: z.string().max(24).nullable(),
    trunk: z.string().max(64).nullable(),
    callerId: z.string().max(64).nullable(),
    contact: z.string().max(160).nullable(),
    note: z.string().max(560).nullable(),
    /** What becomes of the wish to call at once, which only the command line can have. */
    call: z.enum(['no', 'yes', 'not-allowed', 'too-late']),
    /** The number field has it. */
    taken: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('refused'), id: askedId, from, error: dialerErrorSchema }),
]);
export type AskedCall = z.infer<typeof askedCallSchema>;

export const askedContract = {
  /** Answers for the first time only; `call`: it may be called at once. */
  'asked:take': { input: z.strictObject({ id: askedId }), output: resultOf(z.strictObject({ call: z.boolean() })) },
  'asked:dismiss': { input: z.strictObject({ id: askedId }), output: resultOf(nothing) },
} satisfies ContractOf<'asked'>;
