import { longestOutcome } from './work-limits.ts';

/** What an outcome means for the agent's work; it gives the colour and the sign beside the name. */
export const outcomeKinds = ['neutral', 'success', 'open', 'failure'] as const;
export type OutcomeKind = (typeof outcomeKinds)[number];

/** How a call came out, as this company names it. */
export interface Outcome {
  /** What is kept of it; the name may change. */
  readonly code: string;
  readonly name: string;
  readonly kind: OutcomeKind;
}

export const outcomeLimits = { outcomes: 40, code: longestOutcome, name: 60 };

const code = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._\u200c-]*$/u;

/** What may be kept with a call: a letter or digit, then letters, digits, `.`, `-` and `_` of any language. */
export function isOutcomeCode(text: string): boolean {
  return text.length <= outcomeLimits.code && code.test(text);
}

const keys = 9;

/** The one that the digit of a key stands for: the first nine have one, by the place of the key on the keyboard. */
export function outcomeOfKey<T>(code: string, outcomes: readonly T[]): T | null {
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1];
  return digit === undefined ? null : (outcomes[Number(digit) - 1] ?? null);
}

/** The digit that chooses the outcome at a place; null beyond the ninth. */
export function keyOfOutcome(index: number): string | null {
  return index < keys ? String(index + 1) : null;
}
