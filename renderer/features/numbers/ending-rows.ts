import type { CallEnding } from '../../../shared/domain/disposition.ts';
import type { ReadNumbers } from '../../../shared/ipc/numbers-contract.ts';

interface Sum<T> {
  /** Null: without an outcome, or under way. */
  readonly name: T | null;
  readonly calls: number;
}

/** By what the agent chose, where there is anything to choose or was, else by what the exchange told; most calls first. */
export type EndingRows =
  | { readonly by: 'outcome'; readonly rows: readonly Sum<string>[] }
  | { readonly by: 'ending'; readonly rows: readonly Sum<CallEnding>[] };

export function endingRows(endings: ReadNumbers['endings'], hasOutcomes: boolean): EndingRows {
  return hasOutcomes || endings.some(({ outcome }) => outcome !== null)
    ? { by: 'outcome', rows: summed(endings, ({ outcome }) => outcome) }
    : { by: 'ending', rows: summed(endings, ({ ending }) => ending) };
}

function summed<T>(
  endings: ReadNumbers['endings'],
  nameOf: (one: ReadNumbers['endings'][number]) => T | null,
): readonly Sum<T>[] {
  const sums = new Map<T | null, number>();
  for (const one of endings) sums.set(nameOf(one), one.calls + (sums.get(nameOf(one)) ?? 0));
  return [...sums].map(([name, calls]) => ({ name, calls })).sort((a, b) => b.calls - a.calls);
}
