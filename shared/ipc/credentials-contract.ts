import { z } from 'zod';
import { type ContractOf, nothing, resultOf, secret } from './request-schema.ts';

/** Where the credentials are. `memory`: kept for this run only. `unprotected`: readable on disk, by the user's own choice. */
const secretProtectionSchema = z.enum(['keychain', 'memory', 'unprotected']);

/** What may be known of the credentials: which are set, never what they are. */
export const credentialStatusSchema = z.strictObject({
  protection: secretProtectionSchema,
  /** Name of the store that protects them, e.g. `gnome_libsecret`; null when the runtime does not tell. */
  backend: z.string().max(64).nullable(),
  hasUser: z.boolean(),
  hasPassword: z.boolean(),
  hasToken: z.boolean(),
  /** Stored credentials exist but cannot be opened now; they are kept untouched and asked for again. */
  locked: z.boolean(),
});
export type CredentialStatus = z.infer<typeof credentialStatusSchema>;

export const credentialsContract = {
  /** Absent fields stay; an empty string removes one. */
  'credentials:save': {
    input: z.strictObject({ user: secret.optional(), password: secret.optional(), token: secret.optional() }),
    output: resultOf(nothing),
  },
  'credentials:allow-unprotected': { input: z.strictObject({ allowed: z.boolean() }), output: resultOf(nothing) },
} satisfies ContractOf<'credentials'>;
