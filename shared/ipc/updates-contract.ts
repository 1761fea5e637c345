import { z } from 'zod';
import { type ContractOf, epochMs, nothing, resultOf } from './request-schema.ts';

/** Why a newer version was not found or not taken. */
export const updateProblems = [
  /** Nobody answers there, or the line broke. */
  'unreachable',
  'slow',
  'certificate',
  'redirected',
  /** It answered, and not with what was asked for. */
  'refused',
  'too-large',
  'not-a-manifest',
  'not-signed',
  'wrong-signature',
  'older',
  /** Other bytes than the manifest names. */
  'damaged',
  'disk',
  'settings',
  'failed',
] as const;

const updateProblemSchema = z.strictObject({
  kind: z.enum(updateProblems),
  /** Where a redirect leads, what the server says, which version is older. */
  detail: z.string().max(255).nullable(),
});
export type UpdateProblem = z.infer<typeof updateProblemSchema>;

const version = z.string().max(64);

/** `unsupported`: something else brings this copy of the program up to date. */
export const updateStateSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.enum(['off', 'unsupported', 'waiting', 'checking']) }),
  z.strictObject({ state: z.literal('current'), checkedAtMs: epochMs }),
  z.strictObject({ state: z.literal('downloading'), version, percent: z.int().min(0).max(100) }),
  /** It is installed when the program ends. */
  z.strictObject({ state: z.literal('ready'), version }),
  z.strictObject({ state: z.literal('failed'), problem: updateProblemSchema, checkedAtMs: epochMs }),
]);
export type UpdateState = z.infer<typeof updateStateSchema>;

/** What was ready and could not be installed when an earlier run ended. */
export const notInstalledSchema = z.strictObject({ version, problem: updateProblemSchema });
export type NotInstalled = Readonly<z.infer<typeof notInstalledSchema>>;

export const updatesContract = {
  /** Looks for a newer version now; what comes of it is in the snapshot. */
  'updates:check': { input: nothing, output: resultOf(nothing) },
} satisfies ContractOf<'updates'>;
