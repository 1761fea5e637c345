import { foldedTerms } from '../fold.ts';
import { nameText } from './search-text.ts';

/** More words are not typed, only pasted. */
export const mostTerms = 6;
/** From so many digits on a number is complete: whatever prefix it is written with, it is this one. */
const completeDigits = 10;

/** What somebody looks for. */
export interface ContactQuery {
  /** Texts that a contact has to hold, all of them; one letter is the beginning of a word, which has a space before it. */
  readonly terms: readonly string[];
  /** All terms as one text. */
  readonly text: string;
  /** A number, or a part of one: without what stands between its digits, and as it may begin. */
  readonly number: { readonly digits: string; readonly part: string } | null;
}

export function readContactQuery(typed: string): ContactQuery {
  const words = foldedTerms(typed);
  const compact = words.join('');
  const number = /^\+?[\d*#()./\\_~,]+$/.test(compact) ? readNumber(compact) : null;
  const terms = number === null ? words.slice(0, mostTerms).map(termOf) : [number.part];
  return { terms, text: words.slice(0, mostTerms).join(' '), number };
}

function readNumber(compact: string): ContactQuery['number'] {
  const digits = compact.replace(/[^\d*#]/g, '');
  if (digits === '') return null;
  const significant = digits.replace(/^0+/, '');
  // Zeros that nothing much follows are no prefix but the end of a number.
  const isEnd = digits.startsWith('00') && significant.length < 3;
  return { digits, part: (isEnd || significant === '' ? digits : significant).slice(-completeDigits) };
}

/** Beside a name the beginning of a number is typed with or without its zero. */
function termOf(word: string): string {
  if (word.length === 1) return ` ${word}`;
  return /^0+\d{3,}$/.test(word) ? word.replace(/^0+/, '') : word;
}

/** How well a contact fits, the best first. */
export const matchRanks = { exact: 0, prefix: 1, words: 2, anywhere: 3 } as const;
export type MatchRank = (typeof matchRanks)[keyof typeof matchRanks];

export type RankMatch = (haystack: string) => MatchRank | null;

/** How well a haystack (see `toHaystack`) fits; null when it does not hold all terms. Made once for thousands of them. */
export function matchRanker({ terms, text, number }: ContactQuery): RankMatch {
  const exactly = `${nameText(text)}\n`;
  const beginning = ` ${text}`;
  const words = terms.map((term) => ` ${term.trimStart()}`);
  // As it was typed and as it is looked for: better than anywhere is only what has one of them.
  const firstWords = [...new Set([` ${text.split(' ')[0]}`, ...words.slice(0, 1)])];
  return (haystack) => {
    if (!terms.every((term) => haystack.includes(term))) return null;
    if (!firstWords.some((word) => haystack.includes(word))) return matchRanks.anywhere;
    if (haystack.startsWith(exactly)) return matchRanks.exact;
    const ofNumber = number === null ? null : rankNumber(haystack, number.part);
    if (ofNumber !== null) return ofNumber;
    if (haystack.startsWith(beginning)) return matchRanks.prefix;
    const inName = (word: string) => {
      const at = haystack.indexOf(word);
      return at !== -1 && at < haystack.indexOf('\n');
    };
    return words.every(inName) ? matchRanks.words : matchRanks.anywhere;
  };
}

/** Null: no number begins with it. */
function rankNumber(haystack: string, part: string): MatchRank | null {
  const beginning = ` ${part}`;
  if (!haystack.includes(beginning)) return null;
  const first = haystack.indexOf(beginning, haystack.lastIndexOf('\n'));
  for (let at = first; at !== -1; at = haystack.indexOf(beginning, at + 1)) {
    const after = haystack[at + beginning.length];
    if (after === undefined || after === ' ') return matchRanks.exact;
  }
  return first === -1 ? null : matchRanks.prefix;
}
