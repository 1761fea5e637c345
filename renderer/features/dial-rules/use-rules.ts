import { useState } from 'react';
import type { DialRule } from '../../../shared/domain/dial-rules/dial-rule.ts';
import type { DialerError } from '../../../shared/errors.ts';
import { useSnapshot } from '../../stores/app-state.ts';
import { saveSettings } from '../../stores/settings.ts';

/** What was taken away last, and the list that brings it back. */
export interface TakenAway {
  readonly kind: 'removed' | 'replaced';
  readonly name: string;
  readonly before: readonly DialRule[];
  /** The list as it became: brought back only while nothing else was changed. */
  readonly after: readonly DialRule[];
}

/** The list of rules with what can be done to it. Each change is saved at once; deleting and replacing can be taken back. */
export function useRules() {
  const rules = useSnapshot((state) => state.settings.dialRules.rules);
  const [problem, setProblem] = useState<DialerError | null>(null);
  const [takenAway, setTakenAway] = useState<TakenAway | null>(null);
  const save = async (next: readonly DialRule[]) => {
    setProblem(null);
    const saved = await saveSettings({ dialRules: { rules: next } });
    if (!saved.ok) setProblem(saved.error);
    return saved.ok;
  };
  const takeAway = async (kind: TakenAway['kind'], name: string, after: readonly DialRule[]) => {
    const before = rules;
    if (await save(after)) setTakenAway(before.length === 0 ? null : { kind, name, before, after });
  };
  const untouched = takenAway !== null && JSON.stringify(takenAway.after) === JSON.stringify(rules);
  return {
    rules,
    problem,
    takenAway: untouched ? takenAway : null,
    /** Puts a rule in the place of the one at the index, or at the end. */
    put: (index: number | null, rule: DialRule) =>
      save(index === null ? [...rules, rule] : rules.map((one, at) => (at === index ? rule : one))),
    setEnabled: (index: number, enabled: boolean) =>
      save(rules.map((one, at) => (at === index ? { ...one, enabled } : one))),
    move: (index: number, step: 1 | -1) => save(moved(rules, index, step)),
    remove: (index: number) =>
      takeAway(
        'removed',
        rules[index]?.name ?? '',
        rules.filter((_one, at) => at !== index),
      ),
    replace: (next: readonly DialRule[]) => takeAway('replaced', '', next),
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
