import { useState } from 'react';
import type { DialerError } from '../../../shared/errors.ts';
import type { SettingsPatch } from '../../../shared/settings/schema.ts';
import { saveSettings } from '../../stores/settings.ts';
import { errorWords } from '../../text/error-words.ts';
import { useWords } from '../../text/use-words.ts';

type Answer = { readonly ok: true } | { readonly ok: false; readonly error: DialerError };

export interface Saving {
  /** For a field that shows its own problem: words for what went wrong, or null. */
  readonly inField: (answer: Promise<Answer>) => Promise<string | null>;
  readonly field: (patch: SettingsPatch) => Promise<string | null>;
  /** For controls without room for words: the problem stands in `problem` until the next try. */
  readonly inGroup: (answer: Promise<Answer>) => Promise<boolean>;
  readonly problem: DialerError | null;
}

/** Every settings group saves at once and says in place what did not work. */
export function useSaving(): Saving {
  const { t } = useWords();
  const [problem, setProblem] = useState<DialerError | null>(null);
  const inField = async (answer: Promise<Answer>) => {
    const saved = await answer;
    if (saved.ok) return null;
    const words = errorWords(saved.error, t);
    return `${words.message} ${words.nextStep}`;
  };
  const inGroup = async (answer: Promise<Answer>) => {
    setProblem(null);
    const saved = await answer;
    if (!saved.ok) setProblem(saved.error);
    return saved.ok;
  };
  return { inField, field: (patch) => inField(saveSettings(patch)), inGroup, problem };
}
