import type { Share } from '../../../shared/domain/call-numbers.ts';
import { formatAmount } from '../../text/format-amount.ts';
import { useWords } from '../../text/use-words.ts';

export interface NumberWords {
  amount(value: number): string;
  percent(share: Share | null): string;
  wait(seconds: number | null): string;
}

const minute = 60;
const noShare = '–';

/** How numbers are written here; a dash where there were no calls to share, and the word where nobody told how long. */
export function useNumberWords(): NumberWords {
  const { t, style, digits, duration } = useWords();
  return {
    amount: (value) => formatAmount(value, style.digits),
    percent: (share) =>
      share === null
        ? noShare
        : t('numbers.percent', { value: digits(String(Math.round((100 * share.part) / share.of))) }),
    wait(seconds) {
      if (seconds === null) return t('numbers.nothing');
      const whole = Math.round(seconds);
      return whole < minute ? t('time.seconds', { value: digits(String(whole)) }) : duration(whole);
    },
  };
}
