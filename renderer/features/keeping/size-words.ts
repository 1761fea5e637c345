import type { Words } from '../../text/use-words.ts';

const unit = 1024;

/** In whole kilobytes or megabytes; never as nothing, since what there is takes up room. */
export function sizeWords(bytes: number, { t, digits }: Pick<Words, 't' | 'digits'>): string {
  const kilobytes = Math.max(1, Math.round(bytes / unit));
  return kilobytes < unit
    ? t('keeping.kilobytes', { value: digits(String(kilobytes)) })
    : t('keeping.megabytes', { value: digits(String(Math.round(kilobytes / unit))) });
}
