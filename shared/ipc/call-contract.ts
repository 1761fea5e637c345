import { z } from 'zod';
import { dialStopKinds } from '../domain/dial-findings.ts';
import { callEndings, dispositions } from '../domain/disposition.ts';
import { callSchema } from './call-schema.ts';
import { dialFindingSchema, dialPlanSchema } from './dial-schema.ts';
import { dialerErrorSchema } from './error-schema.ts';
import { type ContractOf, callId, epochMs, nothing, resultOf, trunkName } from './request-schema.ts';

/** `unknown`: the request went out and no clear answer came; the phone may ring. Never tried again by itself. */
const originateResultSchema = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('accepted'), callId: z.string() }),
  z.strictObject({ outcome: z.literal('refused'), callId: z.string(), error: dialerErrorSchema }),
  z.strictObject({ outcome: z.literal('unknown'), callId: z.string(), error: dialerErrorSchema }),
]);
export type OriginateResult = z.infer<typeof originateResultSchema>;

export const callCursorSchema = z.strictObject({ startedAtMs: epochMs, id: z.string().max(256) });
export type CallCursor = z.infer<typeof callCursorSchema>;

/** A number of earlier calls. The end is that of the last one, for people and as the PBX has it; null while it is not known. */
const calledNumberSchema = z.strictObject({
  number: z.string().max(256),
  lastAtMs: epochMs,
  ending: z.enum(callEndings).nullable(),
  disposition: z.enum(dispositions).nullable(),
  calls: z.number(),
  triesToday: z.number(),
});
export type CalledNumber = z.infer<typeof calledNumberSchema>;

export const callContract = {
  'call:originate': {
    input: z.strictObject({
      destination: z.string().max(256),
      /** Null: none was chosen for this call. */
      trunkName: trunkName.nullable(),
      /** The one that the contact is called by, if not that of whose number it is; taken where this PBX has it and none was chosen. */
      contactTrunk: trunkName.nullable().optional(),
      /** As it stands, whatever dial rules say. */
      literal: z.boolean().optional(),
      /** What of it the agent saw that speaks against the call, and asks for it nevertheless; anything else stops it. */
      override: z.array(z.enum(dialStopKinds)).max(dialStopKinds.length).readonly().optional(),
      /** For this call alone; absent: the one of a rule or of the identity settings. */
      callerId: z
        .string()
        .min(1)
        .max(64)
        .regex(/^[^\p{Cc}]*$/u)
        .optional(),
    }),
    output: resultOf(originateResultSchema),
  },
  /** How a call would be made, and what speaks against it now. */
  'call:plan': {
    input: z.strictObject({
      destination: z.string().max(256),
      trunkName: trunkName.nullable(),
      contactTrunk: trunkName.nullable(),
      literal: z.boolean(),
    }),
    output: resultOf(z.strictObject({ plan: dialPlanSchema, findings: z.array(dialFindingSchema).readonly() })),
  },
  /** A call from the agent's own phone to itself: what proves that the account may place calls. */
  'call:call-myself': { input: nothing, output: resultOf(originateResultSchema) },
  /** Newest first; `before` is the last row of the page already shown. Of the active profile. */
  'call:list': {
    input: z.strictObject({
      before: callCursorSchema.nullable(),
      limit: z.int().min(1).max(200),
    }),
    output: resultOf(z.strictObject({ calls: z.array(callSchema).readonly(), total: z.number() })),
  },
  /** Numbers of earlier calls that hold the typed digits, best first, and what is known of the typed one itself. */
  'call:suggest': {
    input: z.strictObject({
      digits: z
        .string()
        .max(40)
        .regex(/^[\d*#+]*$/),
      limit: z.int().min(1).max(20),
    }),
    output: resultOf(
      z.strictObject({ exact: calledNumberSchema.nullable(), numbers: z.array(calledNumberSchema).readonly() }),
    ),
  },
  'call:dismiss': { input: z.strictObject({ id: callId }), output: resultOf(nothing) },
  'call:choose': { input: z.strictObject({ id: callId }), output: resultOf(nothing) },
  'call:choose-trunk': { input: z.strictObject({ name: trunkName.nullable() }), output: resultOf(nothing) },
} satisfies ContractOf<'call'>;
