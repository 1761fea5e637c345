import type { Words } from '../../text/use-words.ts';

const bytesAMegabyte = 1024 * 1024;

/** Never as nothing: what there is takes up room. */
export function sizeWords(bytes: number, { t, digits }: Pick<Words, 't' | 'digits'>): string {
  const megabytes = bytes / bytesAMegabyte;
  const value = megabytes < 10 ? Math.max(0.1, megabytes).toFixed(1) : String(Math.round(megabytes));
  return t('keeping.megabytes', { value: digits(value) });
}
