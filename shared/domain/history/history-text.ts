import type { CallWork } from '../after-call/call-work.ts';
import type { Call } from '../call.ts';
import { countryDialling } from '../country-dialling.ts';
import { foldedTerms, foldText } from '../fold.ts';
import { nationalText } from './national-text.ts';

/** More words are not typed, only pasted. */
const mostTerms = 6;
/** From so many digits on a number is complete: whatever prefix it is written with, it is this one. */
const completeDigits = 10;
/** With less behind it the code of a country is taken for any part of a number. */
const leastBehindCode = 3;

/** What a call has to hold: all texts of one of the lists. None: every call fits. */
export type HistoryTerms = readonly (readonly string[])[];

/** `countryCode` without `+`, empty: none; a number that is typed with it is found however it is written. */
export function historyTerms(typed: string, countryCode: string): HistoryTerms {
  const text = nationalText(typed, countryCode);
  const words = foldedTerms(text);
  const compact = words.join('');
  if (!/^\+?[\d*#()./\\_~,]+$/.test(compact)) {
    const terms = [...new Set(words.slice(0, mostTerms).map(bare).map(withoutZeros))].filter((word) => word !== '');
    return terms.length === 0 ? [] : [terms];
  }
  const digits = compact.replace(/[^\d*#]/g, '');
  const spelled = [numberPart(digits), text === typed ? nationalPart(digits, countryCode) : ''];
  return [...new Set(spelled)].filter((part) => part !== '').map((part) => [part]);
}

/** Whether a call holds what is looked for. */
export function holdsTerms(haystack: string, terms: HistoryTerms): boolean {
  return terms.some((all) => all.every((term) => haystack.includes(term)));
}

/** Beside a word a number is typed with or without its zero. */
function withoutZeros(word: string): string {
  return word.replace(/^0+(?=\d{3,}$)/, '');
}

/** The words of a text that the agent added. */
export function historyWords(text: string): readonly string[] {
  return foldedTerms(text)
    .map(bare)
    .filter((word) => word !== '');
}

/**
 * What is searched of a call: its numbers as digits alone but for the agent's own, which is in every call, and the words that the
 * agent added. Behind the last one are spaces, so that each character begins a group of three.
 */
export function historyHaystack(
  call: Pick<Call, 'agentNumber' | 'caller' | 'callee' | 'dialled'>,
  work: CallWork | null,
): string {
  const numbers = [call.caller, call.callee, call.dialled ?? '']
    .filter((number) => number !== call.agentNumber)
    .map(numberText);
  const words = work === null ? [] : historyWords([work.note, ...work.tags].join(' '));
  const parts = [...new Set(numbers), ...words].filter((part) => part !== '');
  return parts.length === 0 ? '' : `${parts.join(' ')}  `;
}

function numberPart(digits: string): string {
  const significant = digits.replace(/^0+/, '');
  // Zeros that nothing much follows are no prefix but the end of a number.
  const isEnd = digits.startsWith('00') && significant.length < 3;
  return (isEnd || significant === '' ? digits : significant).slice(-completeDigits);
}

/**
 * What begins with the code of the country and no sign of that may be any part of a number, and a number that is written with a zero instead.
 * A complete one is told by its end.
 */
function nationalPart(digits: string, countryCode: string): string {
  const { nationalPrefix } = countryDialling(countryCode);
  const rest = digits.slice(countryCode.length);
  const isPart = rest.length >= leastBehindCode && digits.length < countryCode.length + completeDigits;
  const isSpelled = countryCode !== '' && nationalPrefix !== '' && digits.startsWith(countryCode);
  return isSpelled && isPart && /^\d+$/.test(rest) ? nationalPrefix + rest : '';
}

function numberText(number: string): string {
  return bare(foldText(number)).replaceAll(' ', '');
}

/** Without what stands between the digits of a number or beside a word. */
function bare(folded: string): string {
  return folded.replace(/[^\p{L}\p{N}*# ]/gu, '');
}
