import type { LineProblem } from '../../../shared/domain/exchange/line-problem.ts';
import { goThrough } from './file-work.ts';

type Deps = Omit<Parameters<typeof goThrough>[2], 'onSorted' | 'onProblem' | 'onLeftOut'>;

/** What an import would do, line by line, without doing it. */
export async function checkImport(
  file: Parameters<typeof goThrough>[0],
  reading: Parameters<typeof goThrough>[1],
  { mostProblems, ...deps }: Deps & { readonly mostProblems: number },
) {
  const counts = { fresh: 0, known: 0, repeated: 0, withoutNumber: 0, leftOut: 0, problems: 0 };
  const problems: LineProblem[] = [];
  const outcome = await goThrough(file, reading, {
    ...deps,
    onSorted(sorted) {
      for (const { is, draft } of sorted) {
        counts[is] += 1;
        if (draft.numbers.length === 0) counts.withoutNumber += 1;
      }
    },
    onProblem(problem) {
      counts.problems += 1;
      if (problems.length < mostProblems) problems.push(problem);
    },
    onLeftOut() {
      counts.leftOut += 1;
    },
  });
  if (!outcome.ok) return outcome;
  return { ok: true as const, value: outcome.value === null ? null : { counts, problems } };
}
