import { z } from 'zod';
import type { RequestChannel } from './channels.ts';
import { dialerErrorSchema } from './error-schema.ts';

export const nothing = z.strictObject({});
export const secret = z.string().max(1024);
export const epochMs = z.number();
export const callId = z.string().max(256);
export const trunkName = z.string().max(64);

export function resultOf<T extends z.ZodType>(value: T) {
  return z.discriminatedUnion('ok', [
    z.strictObject({ ok: z.literal(true), value }),
    z.strictObject({ ok: z.literal(false), error: dialerErrorSchema }),
  ]);
}

/** The requests about some nouns: all of them, and no others. */
export type ContractOf<Noun extends string> = Record<
  Extract<RequestChannel, `${Noun}:${string}`>,
  { input: z.ZodType; output: z.ZodType }
>;
