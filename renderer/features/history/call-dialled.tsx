import type { Call } from '../../../shared/domain/call.ts';
import { useWords } from '../../text/use-words.ts';
import { NumberText } from '../../ui/number-text.tsx';
import { Sentence } from '../../ui/sentence.tsx';

/** Which words a dial rule is told in: it made another number of the one that was asked for, or decided the way alone. */
export function dialledWords({ dialled, ruleName }: Pick<Call, 'dialled' | 'ruleName'>) {
  if (dialled !== null) return ruleName === null ? 'card.dialled' : 'card.dialledByRule';
  return ruleName === null ? null : 'card.byRule';
}

/** What the PBX was given instead of the number that was asked for, and by which rule; nothing where no rule had a say. */
export function CallDialled({ call }: { readonly call: Call }) {
  const { t, digits } = useWords();
  const words = dialledWords(call);
  if (words === null) return null;
  const parts = {
    number: <NumberText>{digits(call.dialled ?? '')}</NumberText>,
    rule: <bdi>{call.ruleName}</bdi>,
  };
  return <Sentence text={t(words, { skipInterpolation: true })} parts={parts} />;
}

/** The same as one text, for what is cut where there is no room; null: nothing. */
export function useDialledTitle(call: Call): string | null {
  const { t, digits } = useWords();
  const words = dialledWords(call);
  return words === null ? null : t(words, { number: digits(call.dialled ?? ''), rule: call.ruleName ?? '' });
}
