import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where each benchmark leaves its figures, and what takes long to make. */
export const benchFolder = join(import.meta.dirname, '..', '..', '..', 'out', 'bench');

export type Unit = 'ms' | 'MB' | 'per second' | 'per minute' | '%' | 's' | 'rows';

/** Of the median (`p50`), of the 95th percentile or of the worst value; a ratio is that of ours to the one of the baseline. */
export interface Goal {
  readonly of: 'p50' | 'p95' | 'worst';
  readonly atMost?: number;
  readonly atLeast?: number;
  readonly isRatio: boolean;
}

/** One line of the table: what was measured, beside the least that the same machine needs for the like in the same run. */
export interface Figure {
  readonly what: string;
  readonly unit: Unit;
  readonly ours: readonly number[];
  readonly baseline: { readonly name: string; readonly values: readonly number[] } | null;
  readonly goals: readonly Goal[];
}

/** Read and put into the one table by `npm run bench`. */
export function leaveFigures(benchmark: string, figures: readonly Figure[]): void {
  mkdirSync(benchFolder, { recursive: true });
  writeFileSync(join(benchFolder, `${benchmark}.json`), JSON.stringify({ figures }));
}

export const atMost = (limit: number, of: Goal['of'] = 'p95'): Goal => ({ of, atMost: limit, isRatio: false });
export const atMostTimes = (limit: number, of: Goal['of'] = 'p50'): Goal => ({ of, atMost: limit, isRatio: true });
export const atLeastTimes = (limit: number, of: Goal['of'] = 'p50'): Goal => ({ of, atLeast: limit, isRatio: true });
