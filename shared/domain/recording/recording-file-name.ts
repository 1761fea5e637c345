import type { Call } from '../call.ts';
import { otherParty } from '../call-view.ts';
import { toLatinDigits } from '../digits.ts';
import type { AudioFormat } from './audio-kind.ts';

/**
 * How a saved recording is called: `2026-11-22 14-05 09123456789.mp3`, so that files sort by time. Of the number only what every file
 * system takes; nothing of what the PBX calls the file. A further recording of the same call has its number behind it.
 */
export function recordingFileName(call: Call, format: AudioFormat, place = 0): string {
  const at = new Date(call.startedAtMs);
  const two = (part: number) => String(part).padStart(2, '0');
  const day = `${String(at.getFullYear()).padStart(4, '0')}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  const number = toLatinDigits(otherParty(call))
    .replace(/[^0-9+]/g, '')
    .slice(0, 32);
  const name = [day, `${two(at.getHours())}-${two(at.getMinutes())}`, number].join(' ').trim();
  return `${name}${place === 0 ? '' : ` (${place + 1})`}.${format}`;
}
