import { z } from 'zod';
import { type CallWork, callWorkSchema } from '../../../shared/domain/after-call/call-work.ts';
import { fromColumnText } from '../column-text.ts';

/** Of `call_work`: what is read of it. */
export const workColumns = 'note, outcome, tags, awaits_outcome, follow_up_at_ms, follow_up_done_at_ms';

const columnText = z.string().transform(fromColumnText);

const rowSchema = z.object({
  note: columnText,
  outcome: columnText.nullable(),
  tags: columnText,
  awaits_outcome: z.number(),
  follow_up_at_ms: z.number().nullable(),
  follow_up_done_at_ms: z.number().nullable(),
});

/** Null: there is none, or none that can be read. */
export function readCallWork(row: unknown): CallWork | null {
  // Most calls have none: then there is nothing to check either.
  if ((row as { readonly note?: unknown }).note === null) return null;
  const parsed = rowSchema.safeParse(row);
  if (!parsed.success) return null;
  const { note, outcome, tags, awaits_outcome, follow_up_at_ms, follow_up_done_at_ms } = parsed.data;
  const work = callWorkSchema.safeParse({
    note,
    outcome,
    tags: readTags(tags),
    awaitsOutcome: awaits_outcome === 1,
    followUpAtMs: follow_up_at_ms,
    followUpDoneAtMs: follow_up_done_at_ms,
  });
  return work.success ? work.data : null;
}

function readTags(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
