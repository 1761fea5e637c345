import type { CallWork } from '../after-call/call-work.ts';
import type { Call } from '../call.ts';
import { foldedTerms, foldText } from '../fold.ts';

/** More words are not typed, only pasted. */
const mostTerms = 6;
/** From so many digits on a number is complete: whatever prefix it is written with, it is this one. */
const completeDigits = 10;

/** Texts that a call has to hold, all of them. */
export function historyTerms(typed: string): readonly string[] {
  const words = foldedTerms(typed);
  const compact = words.join('');
  if (/^\+?[\d*#()./\\_~,]+$/.test(compact)) return numberTerms(compact.replace(/[^\d*#]/g, ''));
  return [...new Set(words.slice(0, mostTerms).map(bare).map(withoutZeros))].filter((word) => word !== '');
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

function numberTerms(digits: string): readonly string[] {
  const significant = digits.replace(/^0+/, '');
  // Zeros that nothing much follows are no prefix but the end of a number.
  const isEnd = digits.startsWith('00') && significant.length < 3;
  const part = (isEnd || significant === '' ? digits : significant).slice(-completeDigits);
  return part === '' ? [] : [part];
}

function numberText(number: string): string {
  return bare(foldText(number)).replaceAll(' ', '');
}

/** Without what stands between the digits of a number or beside a word. */
function bare(folded: string): string {
  return folded.replace(/[^\p{L}\p{N}*# ]/gu, '');
}
