import { z } from 'zod';
import { dialerErrorSchema } from './error-schema.ts';
import { type ContractOf, epochMs, nothing, resultOf } from './request-schema.ts';

export const pbxStatusSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('unknown') }),
  z.strictObject({ state: z.literal('checking') }),
  /** The round trip is that of a ping; another request tells only that the PBX answers. */
  z.strictObject({ state: z.literal('reached'), atMs: epochMs, roundTripMs: z.number().nullable() }),
  z.strictObject({ state: z.literal('failed'), atMs: epochMs, error: dialerErrorSchema }),
]);
export type PbxStatus = z.infer<typeof pbxStatusSchema>;

const certificateSchema = z.strictObject({
  host: z.string(),
  fingerprint256: z.string().max(128),
  subject: z.string().max(256),
  issuer: z.string().max(256),
  validFromMs: epochMs,
  validToMs: epochMs,
});
export type CertificateFacts = z.infer<typeof certificateSchema>;

export const trunksSchema = z
  .array(z.strictObject({ name: z.string(), description: z.string(), active: z.boolean() }))
  .readonly();

export const pbxContract = {
  /** Asks the PBX now; what comes of it is in the next snapshot. */
  'pbx:check': { input: nothing, output: resultOf(nothing) },
  /** Begins a run of the checks; how it goes is announced by `checks:changed`. */
  'checks:start': { input: nothing, output: resultOf(nothing) },
  'pbx:read-certificate': { input: nothing, output: resultOf(certificateSchema) },
  'pbx:trust-certificate': {
    input: z.strictObject({ fingerprint256: z.string().max(128) }),
    output: resultOf(nothing),
  },
  'pbx:list-trunks': { input: nothing, output: resultOf(trunksSchema) },
} satisfies ContractOf<'checks' | 'pbx'>;
