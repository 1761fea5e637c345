import { z } from 'zod';
import { longestNote, longestOutcome } from '../domain/after-call/work-limits.ts';
import type { DialFinding } from '../domain/dial-findings.ts';
import type { DialPlan } from '../domain/dial-plan.ts';
import { dispositions } from '../domain/disposition.ts';
import { epochMs, trunkName } from './request-schema.ts';

const text = z.string().max(256);

export const dialPlanSchema = z.strictObject({
  party: z.strictObject({ digits: text, kind: z.enum(['extension', 'outside', 'code']) }),
  digits: text,
  trunkName,
  trunkFrom: z.enum(['chosen', 'contact', 'rule', 'settings']),
  callerId: text,
  dialplanContext: text,
  callLimitSeconds: z.number().nullable(),
  ruleName: text.nullable(),
  withoutRule: text.nullable(),
}) satisfies z.ZodType<DialPlan>;

export const dialFindingSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('pbx-unreachable') }),
  z.strictObject({ kind: z.literal('own-phone-unavailable') }),
  z.strictObject({ kind: z.literal('own-phone-in-use') }),
  z.strictObject({ kind: z.literal('trunk-unavailable'), trunkName }),
  z.strictObject({ kind: z.literal('trunk-missing'), trunkName }),
  z.strictObject({ kind: z.literal('do-not-call'), name: text }),
  z.strictObject({ kind: z.literal('blacklisted') }),
  z.strictObject({ kind: z.literal('not-checked') }),
  z.strictObject({ kind: z.literal('quiet-hours'), until: text }),
  z.strictObject({
    kind: z.literal('tries-today'),
    tries: z.number(),
    lastAtMs: epochMs,
    disposition: z.enum(dispositions).nullable(),
  }),
  z.strictObject({
    kind: z.literal('noted-today'),
    note: z.string().max(longestNote),
    outcome: z.string().max(longestOutcome).nullable(),
  }),
]) satisfies z.ZodType<DialFinding>;
