import { z } from 'zod';
import { popSlots } from '../domain/screen-pop/slots.ts';
import { dialerErrorSchema } from './error-schema.ts';
import { type ContractOf, callId, epochMs, nothing, resultOf } from './request-schema.ts';

/** Pages that were to open by themselves and did not, since the agent last took note; null when all did. */
export const pagesNotOpenedSchema = z
  .strictObject({ count: z.number(), atMs: epochMs, error: dialerErrorSchema })
  .nullable();
export type PagesNotOpened = z.infer<typeof pagesNotOpenedSchema>;

/** What was handed to the system. Whether a page came of it nobody tells. */
const opened = z.strictObject({ address: z.string().max(4096) });

export const screenPopContract = {
  /** Opens the page of a call, at the wish of the agent. */
  'screen-pop:open': { input: z.strictObject({ callId }), output: resultOf(opened) },
  /** Opens what a template makes of a sample call. */
  'screen-pop:try': { input: z.strictObject({ slot: z.enum(popSlots) }), output: resultOf(opened) },
  'screen-pop:noticed': { input: nothing, output: resultOf(nothing) },
} satisfies ContractOf<'screen-pop'>;
