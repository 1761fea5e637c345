import { useState } from 'react';
import type { Outcome } from '../../../shared/domain/after-call/outcome.ts';
import type { DialerError } from '../../../shared/errors.ts';
import { saveSettings } from '../../stores/settings.ts';
import { moved } from '../dial-rules/use-rules.ts';
import { useOutcomes } from './use-work.ts';

interface Removed {
  readonly name: string;
  readonly before: readonly Outcome[];
  /** The list as it became: brought back only while nothing else was changed. */
  readonly after: readonly Outcome[];
}

/** The list of outcomes with what can be done to it. Each change is saved at once; a removal can be taken back. */
export function useOutcomeList() {
  const outcomes = useOutcomes();
  const [problem, setProblem] = useState<DialerError | null>(null);
  const [removed, setRemoved] = useState<Removed | null>(null);
  const save = async (next: readonly Outcome[]) => {
    setProblem(null);
    const saved = await saveSettings({ afterCall: { outcomes: [...next] } });
    if (!saved.ok) setProblem(saved.error);
    return saved.ok;
  };
  const untouched = removed !== null && JSON.stringify(removed.after) === JSON.stringify(outcomes);
  return {
    outcomes,
    problem,
    removed: untouched ? removed.name : null,
    /** Puts an outcome in the place of the one at the index, or at the end. */
    put: (index: number | null, outcome: Outcome) =>
      save(index === null ? [...outcomes, outcome] : outcomes.map((one, at) => (at === index ? outcome : one))),
    move: (index: number, step: 1 | -1) => save(moved(outcomes, index, step)),
    async remove(index: number) {
      const after = outcomes.filter((_one, at) => at !== index);
      const name = outcomes[index]?.name ?? '';
      if (await save(after)) setRemoved({ name, before: outcomes, after });
    },
    async bringBack() {
      if (removed !== null && (await save(removed.before))) setRemoved(null);
    },
  };
}
