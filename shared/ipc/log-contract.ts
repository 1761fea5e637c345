import { z } from 'zod';
import { logLevels } from '../domain/log-level.ts';
import { type ContractOf, resultOf } from './request-schema.ts';

const wish = z.strictObject({
  /** This one and those that are worse. */
  level: z.enum(logLevels),
  /** What the entry has somewhere, in whatever case. */
  text: z.string().max(200),
  limit: z.int().min(1).max(500),
});
export type LogWish = z.infer<typeof wish>;

const entrySchema = z.strictObject({
  /** As it stands in the file: the clock of this computer. */
  at: z.string().max(32),
  level: z.enum(logLevels),
  text: z.string(),
});
export type LogEntry = z.infer<typeof entrySchema>;

const logPageSchema = z.strictObject({
  /** Newest first. */
  entries: z.array(entrySchema).readonly(),
  /** How many there are of this kind in all. */
  total: z.number(),
});
export type LogPage = z.infer<typeof logPageSchema>;

export const logContract = {
  'log:read': { input: wish, output: resultOf(logPageSchema) },
  /** Copies what `log:read` answers, oldest first, and answers how many entries that are. */
  'log:copy': { input: wish, output: resultOf(z.strictObject({ entries: z.number() })) },
} satisfies ContractOf<'log'>;
