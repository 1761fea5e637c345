import { useEffect, useId, useState } from 'react';
import { toLatinDigits } from '../../../shared/domain/digits.ts';
import type { CalledNumber } from '../../../shared/ipc/call-contract.ts';
import { useSnapshot } from '../../stores/app-state.ts';
import { putNumber, useKeypad } from '../../stores/keypad.ts';
import { askSuggestions, forgetSuggestions, useSuggestions } from '../../stores/suggestions.ts';
import type { DialPlan } from './dial-plan.ts';

/** Less says too little, and the keys below stay free while a number is begun. */
const fewestDigits = 3;

export interface SuggestionList {
  readonly id: string;
  /** Empty: the list is closed. */
  readonly options: readonly CalledNumber[];
  /** Which one the arrow keys have reached; null while it is the field itself. */
  readonly walked: number | null;
  /** What is known of exactly the typed number. */
  readonly exact: CalledNumber | null;
  walk(step: 1 | -1): void;
  close(): void;
  choose(option: CalledNumber): void;
}

/** What the agent did with the list; holds until the next change of the number. */
interface Handling {
  readonly change: { readonly at: number };
  readonly opened: 'by-typing' | 'by-arrow' | 'closed';
  readonly walked: number | null;
}

/** Earlier numbers for what is typed: opened by typing on the keyboard or by an arrow key, never by the keys of the window. */
export function useSuggestionList(plan: DialPlan, focused: boolean): SuggestionList {
  const id = useId();
  const text = useKeypad((store) => store.text);
  const change = useKeypad((store) => store.caret);
  const typedHere = useKeypad((store) => store.typedHere);
  const answer = useSuggestions();
  const mode = useSnapshot((state) => state.settings.mode);
  const [handling, setHandling] = useState<Handling>({ change, opened: 'by-typing', walked: null });
  const now: Handling = handling.change === change ? handling : { change, opened: 'by-typing', walked: null };
  const digits = digitsToFind(text, plan);
  const wanted = digits !== null && (digits !== '' || now.opened === 'by-arrow');

  // biome-ignore lint/correctness/useExhaustiveDependencies: another mode is another history
  useEffect(forgetSuggestions, [mode]);
  // Not with every new call as well: events come in bursts, and must leave what is being typed alone.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another mode is a reason to ask again
  useEffect(() => {
    if (wanted) askSuggestions(digits);
    else forgetSuggestions();
  }, [wanted, digits, mode]);

  const mayOpen =
    now.opened === 'by-arrow' || (now.opened === 'by-typing' && typedHere && (digits ?? '').length >= fewestDigits);
  const options = focused && wanted && mayOpen ? optionsFor(digits, answer) : [];
  return {
    id,
    options,
    walked: now.walked !== null && now.walked < options.length ? now.walked : null,
    exact: answer.digits === digits ? answer.exact : null,
    walk(step) {
      // One place more than there are options: the field itself.
      const places = Math.max(1, options.length) + 1;
      const place = ((now.walked ?? -1) + 1 + step + places) % places;
      setHandling({ change, opened: 'by-arrow', walked: place === 0 ? null : place - 1 });
    },
    close: () => setHandling({ change, opened: 'closed', walked: null }),
    choose: ({ number }) => putNumber(number),
  };
}

/** While the answer for the last digit is on its way, what still fits of the one before stays. */
function optionsFor(digits: string, answer: ReturnType<typeof useSuggestions.getState>): readonly CalledNumber[] {
  if (answer.digits === digits) return answer.numbers;
  return answer.digits === null ? [] : answer.numbers.filter(({ number }) => number.includes(digits));
}

/** What will be dialled, as far as it can be; null for a text that is no number. */
function digitsToFind(text: string, plan: DialPlan): string | null {
  if (plan.kind === 'ready') return plan.destination.digits;
  const typed = toLatinDigits(text).replace(/^\+/, '');
  return /^\d*$/.test(typed) && typed.length <= 20 ? typed : null;
}
