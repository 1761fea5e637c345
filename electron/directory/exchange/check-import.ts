import type { LineProblem } from '../../../shared/domain/exchange/line-problem.ts';
import { goThrough } from './file-work.ts';

type Deps = Omit<Parameters<typeof goThrough>[2], 'onBatch' | 'withRows'>;

/** What an import would do, line by line, without doing it. */
export async function checkImport(
  file: Parameters<typeof goThrough>[0],
  reading: Parameters<typeof goThrough>[1],
  { mostProblems, ...deps }: Deps & { readonly mostProblems: number },
) {
  const counts = { fresh: 0, known: 0, shared: 0, repeated: 0, withoutNumber: 0, leftOut: 0, problems: 0 };
  const problems: LineProblem[] = [];
  const outcome = await goThrough(file, reading, {
    ...deps,
    withRows: false,
    onBatch(batch, { known, shared }) {
      counts.fresh += batch.fresh - known.length;
      counts.known += known.length;
      counts.shared += shared.length;
      counts.repeated += batch.repeated;
      counts.withoutNumber += batch.withoutNumber;
      counts.leftOut += batch.leftOut;
      counts.problems += batch.problems.length;
      problems.push(...batch.problems.slice(0, mostProblems - problems.length));
    },
  });
  if (!outcome.ok) return outcome;
  return { ok: true as const, value: outcome.value === null ? null : { counts, problems } };
}
