import { z } from 'zod';
import { type ContractOf, nothing, resultOf } from './request-schema.ts';

/** A package that is part of this program, and on which terms. */
export const noticeSchema = z.strictObject({
  name: z.string(),
  version: z.string(),
  /** As SPDX names it. */
  licence: z.string(),
  /** Of the licence; empty where the package brings none. */
  text: z.string(),
});
export type Notice = Readonly<z.infer<typeof noticeSchema>>;

export const noticesContract = {
  'notices:read': { input: nothing, output: resultOf(z.array(noticeSchema).readonly()) },
} satisfies ContractOf<'notices'>;
