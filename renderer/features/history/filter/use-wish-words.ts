import { noOutcome } from '../../../../shared/domain/after-call/work-rules.ts';
import type { QuickSpan, WishedDays, WishPart } from '../../../../shared/domain/history/history-wish.ts';
import { profileNames } from '../../../../shared/settings/profiles.ts';
import { useSnapshot } from '../../../stores/app-state.ts';
import { spanOf, spanWords } from '../../../text/date-span.ts';
import { useWords, type Words } from '../../../text/use-words.ts';
import { useOutcomeName } from '../../after-call/use-work.ts';

/** What a part of a filter is called, on its chip and in a list of kept filters. */
export function useWishWords(): (part: WishPart) => string {
  const words = useWords();
  const profiles = useSnapshot((state) => state.settings);
  const outcomeName = useOutcomeName();
  const { t } = words;
  return ({ part, value }) => {
    switch (part) {
      case 'days':
        return daysWords(value, words);
      case 'directions':
        return t(`direction.${value}`);
      case 'dispositions':
        return t(`disposition.${value}`);
      case 'mark':
        return t(`historyFilter.mark.${value}`);
      case 'profile':
        return profileNames(profiles).get(value) || t('profiles.unnamed');
      case 'trunk':
        return value;
      case 'outcome':
        return value === noOutcome
          ? t('historyFilter.noneNeeded')
          : t('historyFilter.named.outcome', { name: outcomeName(value) });
      default:
        return t(`historyFilter.named.${part}`, { name: value });
    }
  };
}

export function quickSpanWords(kind: QuickSpan, { t }: Pick<Words, 't'>): string {
  if (kind === 'today' || kind === 'yesterday') return t(`time.${kind}`);
  return t(`historyFilter.${kind}`);
}

function daysWords(days: WishedDays, words: Words): string {
  if (days.kind !== 'days') return quickSpanWords(days.kind, words);
  const [first, last] = spanWords(spanOf(days, 0, words.style), words.style);
  return first === null ? last : words.t('historyFilter.span', { first, last });
}
