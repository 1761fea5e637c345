import { toPersianDigits } from '../../shared/domain/digits.ts';

export type DigitScript = 'latin' | 'persian';

/** Digits as the agent wants to read them; only ever for showing. */
export function localDigits(text: string, digits: DigitScript): string {
  return digits === 'persian' ? toPersianDigits(text) : text;
}

/** `2:13`, `1:02:13`: for lists. */
export function formatDuration(seconds: number, digits: DigitScript): string {
  const [hours, minutes, rest] = parts(seconds);
  const text = hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
  return localDigits(text, digits);
}

/** `02:13`, `1:02:13`: for a running clock, whose width must not jump at ten minutes. */
export function formatRunning(seconds: number, digits: DigitScript): string {
  const [hours, minutes, rest] = parts(seconds);
  const text = hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${two(minutes)}:${two(rest)}`;
  return localDigits(text, digits);
}

function parts(seconds: number): readonly [number, number, number] {
  const whole = Math.max(0, Math.floor(seconds));
  return [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
