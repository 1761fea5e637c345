import { readContactQuery } from '../../../shared/domain/contact/contact-query.ts';
import { toLatinDigits } from '../../../shared/domain/digits.ts';
import { findTerm, fold, type Span } from '../../../shared/domain/fold.ts';
import { historyTerms } from '../../../shared/domain/history/history-text.ts';

/** Where a text of a contact holds what was searched. */
export function textMarks(text: string, query: string): readonly Span[] {
  const folded = fold(text);
  return readContactQuery(query).terms.flatMap((term) => {
    const found = findTerm(folded, term.trim());
    // One letter is the beginning of a word.
    if (found === null || (term.startsWith(' ') && !found.startsWord)) return [];
    return [found.span];
  });
}

/**
 * Where a number that is grouped for reading holds the digits that were searched, whatever stands between them. With the code of the country
 * also where it is written otherwise, as calls are found.
 */
export function numberMarks(shown: string, query: string, countryCode?: string): readonly Span[] {
  const places = [...toLatinDigits(shown)].flatMap((character, at) =>
    /[\d*#]/.test(character) ? { character, at } : [],
  );
  const digits = places.map(({ character }) => character).join('');
  const spansOf = (terms: readonly string[]) =>
    terms.flatMap((term): readonly Span[] => {
      const part = term.trim();
      const start = /^[\d*#]+$/.test(part) ? digits.indexOf(part) : -1;
      if (start === -1) return [];
      return [[places[start]?.at ?? 0, (places[start + part.length - 1]?.at ?? 0) + 1]];
    });
  const spans = spansOf(readContactQuery(query).terms);
  if (spans.length > 0 || countryCode === undefined) return spans;
  return spansOf(historyTerms(query, countryCode).flat());
}

const before = 16;

/** The part of a long text around what was found, so that one line shows it. */
export function excerpt(text: string, query: string): { readonly text: string; readonly marks: readonly Span[] } {
  const line = text.replace(/\s+/g, ' ').trim();
  const first = textMarks(line, query)[0]?.[0] ?? 0;
  const start = first <= before ? 0 : line.lastIndexOf(' ', first - before / 2) + 1;
  const shown = start === 0 ? line : `…${line.slice(start)}`;
  return { text: shown, marks: textMarks(shown, query) };
}
