import { z } from 'zod';
import { linkSchemes } from '../domain/link-schemes.ts';
import { type ContractOf, nothing, resultOf } from './request-schema.ts';

const scheme = z.enum(linkSchemes);

/** Which program the system opens links of a kind with. `unknown`: this system does not tell. */
export const linkProgramSchema = z.strictObject({
  scheme,
  state: z.enum(['ours', 'other', 'none', 'unknown']),
  /** Its name, as far as the system tells; null for ours. */
  program: z.string().max(256).nullable(),
});
export type LinkProgram = z.infer<typeof linkProgramSchema>;

/**
 * What the system made of a wish. `not-installed`: it does not know Dialdesk yet, since no package installed it.
 * `choose-there`: only a person can choose, in the system's own settings. `refused`: it left things as they were.
 */
export const linkOutcomeSchema = z.enum(['done', 'not-installed', 'choose-there', 'refused']);
export type LinkOutcome = z.infer<typeof linkOutcomeSchema>;

const changed = resultOf(
  z.strictObject({ outcome: linkOutcomeSchema, programs: z.array(linkProgramSchema).readonly() }),
);

export const linksContract = {
  'links:read': { input: nothing, output: resultOf(z.array(linkProgramSchema).readonly()) },
  'links:register': { input: z.strictObject({ scheme }), output: changed },
  'links:remove': { input: z.strictObject({ scheme }), output: changed },
  /** Opens the place where a person chooses default programs; Windows only. */
  'links:open-system-settings': { input: nothing, output: resultOf(nothing) },
} satisfies ContractOf<'links'>;
