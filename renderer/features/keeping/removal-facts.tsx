import type { RemovalPreview } from '../../../shared/ipc/keeping-contract.ts';
import { useWords } from '../../text/use-words.ts';
import { type Fact, Facts } from '../../ui/facts.tsx';

/** Which calls a rule takes, and which it leaves. */
export function RemovalFacts({ preview }: { readonly preview: RemovalPreview }) {
  const { t, digits, fullDate } = useWords();
  const { calls, oldestMs, newestMs, noted, recorded, kept } = preview;
  const number = (value: number) => digits(String(value));
  const facts: Fact[] = [{ name: t('keeping.gone'), value: number(calls) }];
  if (oldestMs !== null && newestMs !== null) {
    facts.push(
      { name: t('keeping.between'), value: t('keeping.range', { from: fullDate(oldestMs), to: fullDate(newestMs) }) },
      { name: t('keeping.withNote'), value: number(noted) },
      {
        name: t('keeping.withRecording'),
        value: recorded.more ? t('keeping.atLeast', { value: number(recorded.count) }) : number(recorded.count),
      },
    );
  }
  if (kept > 0) facts.push({ name: t('keeping.stay'), value: number(kept) });
  return <Facts facts={facts} />;
}
