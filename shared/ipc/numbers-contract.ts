import { z } from 'zod';
import { callEndings } from '../domain/disposition.ts';
import { type ContractOf, epochMs, resultOf } from './request-schema.ts';

/** The hours of the longest month, and one end more. */
export const mostEdges = 31 * 24 + 1;

const amount = z.number();

const callNumbersSchema = z.strictObject({
  incoming: amount,
  elsewhere: amount,
  incomingUnderWay: amount,
  answered: amount,
  outgoing: amount,
  outgoingUnderWay: amount,
  reached: amount,
  talkSeconds: amount,
  waits: amount,
  waitSeconds: amount,
});

const readNumbersSchema = z.strictObject({
  /** Those between two edges, by the place of the first of them; where nothing was there is none. */
  slots: z.array(z.strictObject({ at: z.int(), numbers: callNumbersSchema })).readonly(),
  /** Of all of them; the ending is null of those under way, the outcome of those without one. */
  endings: z
    .array(z.strictObject({ ending: z.enum(callEndings).nullable(), outcome: z.string().nullable(), calls: amount }))
    .readonly(),
});
export type ReadNumbers = Readonly<z.infer<typeof readNumbersSchema>>;

export const numbersContract = {
  /** What is counted between each two moments that follow each other, the later one excluded. */
  'numbers:read': {
    input: z.strictObject({
      profile: z.enum(['active', 'all']),
      edges: z
        .array(epochMs)
        .min(2)
        .max(mostEdges)
        .refine((edges) => edges.every((edge, at) => at === 0 || edge >= (edges[at - 1] ?? edge)), 'in their order')
        .readonly(),
    }),
    output: resultOf(readNumbersSchema),
  },
} satisfies ContractOf<'numbers'>;
