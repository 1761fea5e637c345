import type { TFunction } from 'i18next';
import { type DigitScript, localDigits } from './format-duration.ts';

/** `12 s ago`, `3 min ago`: coarse, because it stands in the corner of an eye. */
export function formatAge(ageMs: number, t: TFunction, digits: DigitScript): string {
  const seconds = Math.max(0, Math.floor(ageMs / 1000));
  if (seconds < 5) return t('time.now');
  const value = (amount: number) => ({ value: localDigits(String(Math.floor(amount)), digits) });
  if (seconds < 60) return t('time.secondsAgo', value(Math.floor(seconds / 5) * 5));
  if (seconds < 3600) return t('time.minutesAgo', value(seconds / 60));
  if (seconds < 86_400) return t('time.hoursAgo', value(seconds / 3600));
  return t('time.daysAgo', value(seconds / 86_400));
}
