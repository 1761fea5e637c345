import { toLatinDigits } from './digits.ts';

/** A text in the form in which it is searched. */
export interface Folded {
  readonly text: string;
  /** For every character of `text` the place in the original that it came from. */
  readonly at: readonly number[];
}

/** Letters that keyboards and languages write differently, and that a reader takes for the same; without accents already. */
const alike: Readonly<Record<string, string>> = {
  ي: 'ی',
  ى: 'ی',
  ې: 'ی',
  ے: 'ی',
  ك: 'ک',
  ڪ: 'ک',
  ة: 'ه',
  ە: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ۃ: 'ه',
  ٱ: 'ا',
  ء: '',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ĸ: 'k',
  ł: 'l',
  ŋ: 'n',
  ø: 'o',
  ß: 'ss',
  ŧ: 't',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ς: 'σ',
};

/** Marks on letters, joiners and marks of direction, tatweel, hyphens and apostrophes. */
const notRead = /[\p{M}\p{Cf}\u0640\p{Pd}'`\u02b9-\u02bc\u2018\u2019\u201b\u2032]/u;

/** The same few hundred characters come again and again, by millions in a file that is imported. */
const known = new Map<string, string>();
const mostKnown = 4096;

/**
 * Without case, accents, vowel signs, half-spaces and hyphens, with Persian letters for Arabic ones and Latin digits: texts
 * that a person would call the same are the same after this.
 */
export function fold(text: string): Folded {
  const letters: string[] = [];
  const at: number[] = [];
  let place = 0;
  for (const character of text) {
    const folded = foldCharacter(character);
    if (folded !== '') letters.push(folded);
    // It may become more than one letter, and a letter may take two places in a string.
    for (let unit = 0; unit < folded.length; unit++) at.push(Math.min(place + unit, place + character.length - 1));
    place += character.length;
  }
  return { text: letters.join(''), at };
}

/** All but the characters that most texts are made of and that stay as they are. */
const toFold = /[^a-z0-9 ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی]/gu;

/** Only the text, where nobody asks for the places in the original. */
export function foldText(text: string): string {
  return text.replace(toFold, foldCharacter);
}

function foldCharacter(character: string): string {
  const before = known.get(character);
  if (before !== undefined) return before;
  const letters = toLatinDigits(character.normalize('NFKD').toLowerCase().normalize('NFKD'));
  const folded = Array.from(letters, (letter) => {
    if (notRead.test(letter)) return '';
    return /\s/.test(letter) ? ' ' : (alike[letter] ?? letter);
  }).join('');
  if (known.size < mostKnown) known.set(character, folded);
  return folded;
}

/** The words of a query, each folded. */
export function foldedTerms(query: string): readonly string[] {
  return foldText(query)
    .split(' ')
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
