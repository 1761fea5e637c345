import type { TFunction } from 'i18next';
import { type DigitScript, localDigits } from './format-duration.ts';

type Unit = 'seconds' | 'minutes' | 'hours' | 'days';

/** Null: just now. */
function inUnits(ageMs: number): { readonly unit: Unit; readonly amount: number } | null {
  const seconds = Math.max(0, Math.floor(ageMs / 1000));
  if (seconds < 5) return null;
  if (seconds < 60) return { unit: 'seconds', amount: Math.floor(seconds / 5) * 5 };
  if (seconds < 3600) return { unit: 'minutes', amount: Math.floor(seconds / 60) };
  if (seconds < 86_400) return { unit: 'hours', amount: Math.floor(seconds / 3600) };
  return { unit: 'days', amount: Math.floor(seconds / 86_400) };
}

/** `12 s ago`, `3 min ago`: coarse, because it stands in the corner of an eye. */
export function formatAge(ageMs: number, t: TFunction, digits: DigitScript): string {
  const age = inUnits(ageMs);
  return age === null ? t('time.now') : t(`time.${age.unit}Ago`, { value: localDigits(String(age.amount), digits) });
}

/** `12 s`, `3 min`: for how long something is so. */
export function formatSpan(ageMs: number, t: TFunction, digits: DigitScript): string {
  const span = inUnits(ageMs);
  return span === null ? t('time.now') : t(`time.${span.unit}`, { value: localDigits(String(span.amount), digits) });
}
