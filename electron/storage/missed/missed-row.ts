import { z } from 'zod';
import { numberKey } from '../../../shared/domain/contact/number-key.ts';
import { dispositions } from '../../../shared/domain/disposition.ts';
import type { KeptSign } from '../../../shared/domain/missed/missed-entries.ts';
import type { MissedSign } from '../../../shared/domain/missed/missed-sign.ts';
import { fromColumnText, toColumnNumber, toColumnText } from '../column-text.ts';

/** Of `missed_signs`: what a sign is read from. */
export const signColumns =
  'call_id, kind, number, at_ms, by, came_in, outcome, queue, waited_seconds, seen, by_hand_at_ms, open';

const columnText = z.string().transform(fromColumnText);
const flag = z.literal([0, 1]).transform((value) => value === 1);

const rowSchema = z.object({
  call_id: columnText,
  kind: z.enum(['missed', 'talk', 'attempt']),
  number: columnText,
  at_ms: z.number(),
  by: columnText.nullable(),
  came_in: flag,
  outcome: z.enum(dispositions).nullable(),
  queue: columnText.nullable(),
  waited_seconds: z.number().nullable(),
  seen: flag,
  by_hand_at_ms: z.number().nullable(),
  open: flag,
});

const partyRow = rowSchema.pick({ call_id: true, number: true });
const numberRow = rowSchema.pick({ number: true });

/** Whose call it is, of a row of no more than that; null: it cannot be read. */
export function readParty(row: unknown): { readonly callId: string; readonly number: string } | null {
  const parsed = partyRow.safeParse(row);
  return parsed.success ? { callId: parsed.data.call_id, number: parsed.data.number } : null;
}

export function readNumber(row: unknown): string | null {
  return numberRow.safeParse(row).data?.number ?? null;
}

export type StoredSign = KeptSign & { readonly open: boolean };

/** Null: of a call of which nothing but that it was seen is known. */
export function readSign(row: unknown): StoredSign | null {
  const parsed = rowSchema.safeParse(row);
  if (!parsed.success) return null;
  const { call_id, at_ms, came_in, waited_seconds, by_hand_at_ms, ...same } = parsed.data;
  return {
    ...same,
    id: call_id,
    atMs: at_ms,
    cameIn: came_in,
    waitedSeconds: waited_seconds,
    byHandAtMs: by_hand_at_ms,
  };
}

export function signValues(sign: MissedSign): readonly (string | number | null)[] {
  const text = (value: string | null) => (value === null ? null : toColumnText(value.slice(0, longestText)));
  return [
    endingOf(sign.number),
    sign.kind,
    text(sign.number),
    toColumnNumber(sign.atMs),
    text(sign.by),
    sign.cameIn ? 1 : 0,
    sign.outcome,
    text(sign.queue),
    sign.waitedSeconds,
  ];
}

const longestText = 256;

/** Numbers that are the same party have it in common; who hides the number has a word in its place. */
export function endingOf(number: string): string {
  return numberKey(number)?.ending ?? toColumnText(number.slice(0, longestText));
}
