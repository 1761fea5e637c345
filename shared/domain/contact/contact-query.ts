import { foldedTerms } from '../fold.ts';
import { nameText, type SearchText } from './search-text.ts';

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
  const significant = digits.replace(/^0+/, '') || digits;
  return { digits, part: significant.slice(-completeDigits) };
}

/** Beside a name the beginning of a number is typed with or without its zero. */
function termOf(word: string): string {
  if (word.length === 1) return ` ${word}`;
  return /^0+\d{3,}$/.test(word) ? word.replace(/^0+/, '') : word;
}

/** How well a contact fits, the best first. */
export const matchRanks = { exact: 0, prefix: 1, words: 2, anywhere: 3 } as const;
export type MatchRank = (typeof matchRanks)[keyof typeof matchRanks];

/** How well texts that hold all terms fit; null when they do not hold them. */
export function rankMatch(query: ContactQuery, { name, rest, digits }: SearchText): MatchRank | null {
  const { terms, text, number } = query;
  const all = `${name}\n${rest}\n${digits}`;
  if (!terms.every((term) => all.includes(term))) return null;
  if (number !== null) {
    const numbers = digits.split(' ');
    if (numbers.includes(number.part)) return matchRanks.exact;
    if (digits.includes(` ${number.part}`)) return matchRanks.prefix;
  }
  if (name === nameText(text)) return matchRanks.exact;
  if (name.startsWith(` ${text}`)) return matchRanks.prefix;
  return terms.every((term) => name.includes(` ${term.trimStart()}`)) ? matchRanks.words : matchRanks.anywhere;
}
