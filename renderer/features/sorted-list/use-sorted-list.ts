import { useState } from 'react';
import type { DialerError } from '../../../shared/errors.ts';
import type { Saved } from '../../stores/settings.ts';

/** What was taken away last, and the list that brings it back. */
interface TakenAway<T> {
  readonly kind: 'removed' | 'replaced';
  readonly name: string;
  readonly before: readonly T[];
  /** The list as it became: brought back only while nothing else was changed. */
  readonly after: readonly T[];
}

/** A list of the settings whose order counts, with what can be done to it. Each change is saved at once; what is taken away can be brought back. */
export function useSortedList<T extends { readonly name: string }>(
  list: readonly T[],
  keep: (next: readonly T[]) => Promise<Saved>,
) {
  const [problem, setProblem] = useState<DialerError | null>(null);
  const [takenAway, setTakenAway] = useState<TakenAway<T> | null>(null);
  const save = async (next: readonly T[]) => {
    setProblem(null);
    const saved = await keep(next);
    if (!saved.ok) setProblem(saved.error);
    return saved.ok;
  };
  const takeAway = async (kind: TakenAway<T>['kind'], name: string, after: readonly T[]) => {
    if (await save(after)) setTakenAway(list.length === 0 ? null : { kind, name, before: list, after });
  };
  const untouched = takenAway !== null && JSON.stringify(takenAway.after) === JSON.stringify(list);
  return {
    problem,
    takenAway: untouched ? takenAway : null,
    /** Puts one in the place of the one at the index, or at the end. */
    put: (index: number | null, one: T) =>
      save(index === null ? [...list, one] : list.map((before, at) => (at === index ? one : before))),
    move: (index: number, step: 1 | -1) => save(moved(list, index, step)),
    remove: (index: number) =>
      takeAway(
        'removed',
        list[index]?.name ?? '',
        list.filter((_one, at) => at !== index),
      ),
    replace: (next: readonly T[]) => takeAway('replaced', '', next),
    async bringBack() {
      if (takenAway !== null && (await save(takenAway.before))) setTakenAway(null);
    },
  };
}

export function moved<T>(list: readonly T[], index: number, step: 1 | -1): readonly T[] {
  const moving = list[index];
  const other = list[index + step];
  if (moving === undefined || other === undefined) return list;
  return list.map((one, at) => (at === index ? other : at === index + step ? moving : one));
}
