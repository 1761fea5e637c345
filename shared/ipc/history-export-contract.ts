import { z } from 'zod';
import { historyFilterSchema } from '../domain/history/history-filter.ts';
import { type ContractOf, nothing, resultOf } from './request-schema.ts';

const callExportOrderSchema = z.strictObject({
  filter: historyFilterSchema,
  format: z.enum(['csv', 'json']),
  dates: z.enum(['iso', 'jalali']),
  /** Of a table: what its head and its words are in. */
  language: z.enum(['en', 'fa']),
  /** Of a table: begins with the mark by which Excel knows the encoding. */
  withMark: z.boolean(),
});
export type CallExportOrder = Readonly<z.infer<typeof callExportOrderSchema>>;

const finishedCallExportSchema = z.strictObject({ fileName: z.string().max(1024), calls: z.number() });
export type FinishedCallExport = Readonly<z.infer<typeof finishedCallExportSchema>>;

/** Calls written so far. */
export const callExportProgressSchema = z.strictObject({ calls: z.number() });
export type CallExportProgress = Readonly<z.infer<typeof callExportProgressSchema>>;

export const historyExportContract = {
  /** The main process asks for the place. Null: the person changed their mind, and there is no file. */
  'history-export:save': { input: callExportOrderSchema, output: resultOf(finishedCallExportSchema.nullable()) },
  'history-export:cancel': { input: nothing, output: resultOf(nothing) },
} satisfies ContractOf<'history-export'>;
