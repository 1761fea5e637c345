import { z } from 'zod';
import { historyFilterSchema } from '../domain/history/history-filter.ts';
import {
  type HistoryWish,
  longestFilterName,
  mostSavedFilters,
  quickSpans,
  type SavedFilter,
} from '../domain/history/history-wish.ts';
import { type ContractOf, nothing, resultOf } from './request-schema.ts';

const wishedDaysSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(quickSpans) }),
  z.strictObject({ kind: z.literal('days'), first: z.iso.date(), last: z.iso.date() }),
]);

const historyWishSchema = historyFilterSchema
  .omit({ fromMs: true, toMs: true })
  .extend({ days: wishedDaysSchema.optional() }) satisfies z.ZodType<HistoryWish>;

export const savedFilterSchema = z.strictObject({
  name: z.string().trim().min(1).max(longestFilterName),
  wish: historyWishSchema,
}) satisfies z.ZodType<SavedFilter>;

/** In the order in which the agent wants them. */
export const savedFiltersSchema = z.array(savedFilterSchema).max(mostSavedFilters).readonly();

export const savedFiltersContract = {
  'saved-filters:read': { input: nothing, output: resultOf(z.strictObject({ filters: savedFiltersSchema })) },
  /** All of them, in place of those that were kept. */
  'saved-filters:keep': { input: z.strictObject({ filters: savedFiltersSchema }), output: resultOf(nothing) },
} satisfies ContractOf<'saved-filters'>;
