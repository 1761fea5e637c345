import type { LinkError } from '../../shared/errors.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';

/** Far more than any link to a number needs, with a note in a script that is percent-encoded threefold. */
export const longestLink = 2048;
/** Control characters, directions, joiners, lone halves of characters: nobody sees them, and a number may look like another. */
const hidden = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u;
/** Persian is written with the first, pictures are made with the second. */
const joiners = /[\u200c\u200d]/g;

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

/** Words of another program, for reading only: on one line, shortened, with nothing hidden in them. */
export function readWords(encoded: string, longest: number): Result<string | null, LinkError> {
  const decoded = decodeOnce(encoded.replaceAll('+', ' '));
  if (!decoded.ok) return decoded;
  const line = decoded.value.replace(/\s+/g, ' ').trim();
  if (holdsHidden(line.replace(joiners, ''))) return refuse('hidden-characters');
  const characters = [...line];
  const short = characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : line;
  return succeed(short === '' ? null : short);
}

export function refuse(reason: LinkError['reason']): Result<never, LinkError> {
  return fail({ code: 'link-refused', reason });
}
