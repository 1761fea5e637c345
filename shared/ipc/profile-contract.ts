import { z } from 'zod';
import { profileSchema } from '../settings/schema.ts';
import { type ContractOf, nothing, resultOf } from './request-schema.ts';

const { id, name } = profileSchema.shape;

export const profileContract = {
  /** `evenInCall`: the agent was asked, and wants it although a call is under way. */
  'profile:switch': { input: z.strictObject({ id, evenInCall: z.boolean() }), output: resultOf(nothing) },
  /** Turns to the new one at once. */
  'profile:add': { input: z.strictObject({ name: name.min(1), copy: z.boolean() }), output: resultOf(nothing) },
  'profile:rename': { input: z.strictObject({ id, name: name.min(1) }), output: resultOf(nothing) },
  'profile:remove': { input: z.strictObject({ id }), output: resultOf(nothing) },
} satisfies ContractOf<'profile'>;
