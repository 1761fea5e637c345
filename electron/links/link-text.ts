import { neutralText } from '../../shared/domain/neutral-text.ts';
import type { LinkError } from '../../shared/errors.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';

/** Far more than any link to a number needs, with a note in a script that is percent-encoded threefold. */
export const longestLink = 2048;
/** Control characters, directions, joiners, lone halves of characters: nobody sees them, and a number may look like another. */
const hidden = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u;

/** Percent-decoded once; what is encoded twice keeps its percent signs, which no number has. */
export function decodeOnce(text: string): Result<string, LinkError> {
  try {
    return succeed(decodeURIComponent(text));
  } catch {
    return refuse('unreadable');
  }
}

export function holdsHidden(text: string): boolean {
  return hidden.test(text);
}

/** On one line, as it was sent. */
export function readLine(encoded: string): Result<string, LinkError> {
  const decoded = decodeOnce(encoded.replaceAll('+', ' '));
  return decoded.ok ? succeed(decoded.value.replace(/\s+/g, ' ').trim()) : decoded;
}

/** Words of another program, for reading only: what would hide in them or turn them around is left out, since no number is in them. */
export function readWords(encoded: string, longest: number): Result<string | null, LinkError> {
  const line = readLine(encoded);
  if (!line.ok) return line;
  const words = neutralText(line.value, longest);
  return succeed(words === '' ? null : words);
}

export function refuse(reason: LinkError['reason']): Result<never, LinkError> {
  return fail({ code: 'link-refused', reason });
}
