import { useWords } from '../../text/use-words.ts';
import { NumberText } from '../../ui/number-text.tsx';
import { Sentence } from '../../ui/sentence.tsx';

const ordinals = new Intl.PluralRules('en', { type: 'ordinal' });

/** Which try of today the next call would be. */
export function TryToday({ triesBefore }: { readonly triesBefore: number }) {
  const { t, digits } = useWords();
  const place = triesBefore + 1;
  const ordinal = ordinals.select(place);
  const nth = ordinal === 'two' || ordinal === 'few' || ordinal === 'one' ? ordinal : 'other';
  return (
    <Sentence
      text={t(`keypad.tryToday.${nth}`, { skipInterpolation: true })}
      parts={{ number: <NumberText>{digits(String(place))}</NumberText> }}
    />
  );
}
