import { toLatinDigits, toPersianDigits } from '../../shared/domain/digits.ts';
import { groupForReading } from '../../shared/domain/group-for-reading.ts';
import { neutralText } from '../../shared/domain/neutral-text.ts';
import type { UiSettings } from '../../shared/settings/schema.ts';

export type WritingStyle = Pick<UiSettings, 'language' | 'digits'>;

/** A number as the window shows it; whoever writes it into a sentence keeps it from turning around. */
export function writtenNumber(number: string, style: WritingStyle): string {
  return inDigits(groupForReading(toLatinDigits(neutralText(number))), style);
}

export function inDigits(text: string, { language, digits }: WritingStyle): string {
  return language === 'fa' && digits === 'language' ? toPersianDigits(text) : text;
}
