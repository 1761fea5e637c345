import { toLatinDigits } from '../../shared/domain/digits.ts';

/** A text in the form in which it is searched. */
export interface Folded {
  readonly text: string;
  /** For every character of `text` the place in the original that it came from. */
  readonly at: readonly number[];
}

/** Letters that keyboards write differently, and that a reader takes for the same. */
const alike: Readonly<Record<string, string>> = { ي: 'ی', ى: 'ی', ك: 'ک', ة: 'ه', ە: 'ه', ہ: 'ه' };

/**
 * Without case, accents, vowel signs, half-spaces and hyphens, with Persian letters for Arabic ones and Latin digits: texts
 * that a person would call the same are the same after this.
 */
export function fold(text: string): Folded {
  const letters: string[] = [];
  const at: number[] = [];
  let place = 0;
  for (const character of text) {
    for (const letter of toLatinDigits(character.normalize('NFKD').toLowerCase().normalize('NFKD'))) {
      if (/[\p{M}\p{Cf}\u0640\p{Pd}]/u.test(letter)) continue;
      letters.push(/\s/.test(letter) ? ' ' : (alike[letter] ?? letter));
      // A letter may take two places in a string.
      for (let unit = 0; unit < letter.length; unit++) at.push(Math.min(place + unit, place + character.length - 1));
    }
    place += character.length;
  }
  return { text: letters.join(''), at };
}

/** The words of a query, each folded. */
export function foldedTerms(query: string): readonly string[] {
  return fold(query)
    .text.split(' ')
    .filter((term) => term !== '');
}

export type Span = readonly [start: number, end: number];

/** The first place of a folded term; in Persian also across spaces, which are written or left out as one likes. */
export function findTerm(folded: Folded, term: string): { readonly span: Span; readonly startsWord: boolean } | null {
  const close = find(folded, term);
  if (close !== null || !/\p{Script=Arabic}/u.test(term)) return close;
  const kept = [...folded.at.keys()].filter((index) => folded.text[index] !== ' ');
  return find({ text: kept.map((index) => folded.text[index]).join(''), at: kept.map((i) => folded.at[i] ?? 0) }, term);
}

function find({ text, at }: Folded, term: string): { readonly span: Span; readonly startsWord: boolean } | null {
  const wordStart = ` ${text}`.indexOf(` ${term}`);
  const index = wordStart === -1 ? text.indexOf(term) : wordStart;
  if (index === -1 || term === '') return null;
  const last = at[index + term.length - 1] ?? 0;
  return { span: [at[index] ?? 0, last + 1], startsWord: wordStart !== -1 };
}
