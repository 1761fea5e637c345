import { z } from 'zod';
import { probedServices } from '../domain/probed-service.ts';
import { dialerErrorSchema } from './error-schema.ts';

const notYet = z.strictObject({ state: z.enum(['waiting', 'running']) });
/** An earlier step failed, so this one says nothing. */
const skipped = z.strictObject({ state: z.literal('skipped') });
const failed = z.strictObject({ state: z.literal('failed'), error: dialerErrorSchema });

const serviceCheckSchema = z.strictObject({
  service: z.enum(probedServices),
  /** `missing`: this PBX does not have it at all. `unknown`: no clear answer came. */
  state: z.enum(['waiting', 'running', 'allowed', 'denied', 'missing', 'unknown', 'skipped']),
});
export type ServiceCheck = z.infer<typeof serviceCheckSchema>;

/** How far one run of the checks has come; every step is what was observed, none is guessed. */
export const connectionChecksSchema = z.strictObject({
  /** Rises with every run: a later one takes the place of an earlier one. */
  run: z.number(),
  finished: z.boolean(),
  reach: z.discriminatedUnion('state', [
    notYet,
    z.strictObject({
      state: z.literal('passed'),
      host: z.string(),
      ms: z.number(),
      /** `pinned`: encrypted with the certificate that a person compared and trusted. */
      encryption: z.enum(['none', 'trusted', 'pinned']),
    }),
    failed,
  ]),
  /** What answers speaks Simotel's API. */
  simotel: z.discriminatedUnion('state', [
    notYet,
    skipped,
    z.strictObject({ state: z.literal('passed'), ms: z.number() }),
    failed,
  ]),
  account: z.discriminatedUnion('state', [
    notYet,
    skipped,
    z.strictObject({
      state: z.literal('passed'),
      /** The account is known, but may not use the service by which Dialdesk watches the connection. */
      pingDenied: dialerErrorSchema.nullable(),
    }),
    failed,
  ]),
  services: z.array(serviceCheckSchema).readonly(),
});
export type ConnectionChecks = z.infer<typeof connectionChecksSchema>;
