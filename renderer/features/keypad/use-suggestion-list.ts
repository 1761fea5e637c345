import { useEffect, useId, useState } from 'react';
import type { ContactName } from '../../../shared/domain/contact/contact.ts';
import { toLatinDigits } from '../../../shared/domain/digits.ts';
import type { CalledNumber } from '../../../shared/ipc/call-contract.ts';
import { useAppState } from '../../stores/app-state.ts';
import { useContactNames } from '../../stores/contact-names.ts';
import { putNumber, useKeypad } from '../../stores/keypad.ts';
import { shownProfile } from '../../stores/profiles.ts';
import {
  askSuggestions,
  forgetSuggestions,
  type Suggestion,
  type SuggestionQuery,
  useSuggestions,
} from '../../stores/suggestions.ts';
import type { TypedPlan } from './typed-plan.ts';

/** Less says too little, and the keys below stay free while a number is begun. */
const fewestDigits = 3;
const fewestLetters = 2;
/** Shorter ones are extensions, or not typed to their end. */
const fewestOfStranger = 7;
/** What is longer is a text that was pasted. */
const longestWords = 80;

export interface SuggestionList {
  readonly id: string;
  /** Empty: the list is closed. */
  readonly options: readonly Suggestion[];
  /** Which one the arrow keys have reached; null while it is the field itself. */
  readonly walked: number | null;
  /** What is known of exactly the typed number. */
  readonly exact: CalledNumber | null;
  /** Whose exactly the typed number is. */
  readonly owner: ContactName | null;
  /** What is written down of the owner; empty: nothing. */
  readonly note: string;
  /** It is nobody's, and long enough to be somebody's. */
  readonly stranger: boolean;
  walk(step: 1 | -1): void;
  close(): void;
  choose(option: Suggestion): void;
}

/** What the agent did with the list; holds until the next change of the number. */
interface Handling {
  readonly change: { readonly at: number };
  readonly opened: 'by-typing' | 'by-arrow' | 'closed';
  readonly walked: number | null;
}

/** Contacts and earlier numbers for what is typed: opened by typing on the keyboard or by an arrow key, never by the keys of the window. */
export function useSuggestionList(plan: TypedPlan, focused: boolean): SuggestionList {
  const id = useId();
  const text = useKeypad((store) => store.text);
  const change = useKeypad((store) => store.caret);
  const typedHere = useKeypad((store) => store.typedHere);
  const answer = useSuggestions();
  const profile = useAppState(shownProfile);
  const contacts = useContactNames((store) => store.revision);
  const [handling, setHandling] = useState<Handling>({ change, opened: 'by-typing', walked: null });
  const now: Handling = handling.change === change ? handling : { change, opened: 'by-typing', walked: null };
  const digits = digitsToFind(text, plan);
  const words = digits === null ? wordsToFind(text) : '';
  const wanted = digits === null ? words !== '' : digits !== '' || now.opened === 'by-arrow';

  // biome-ignore lint/correctness/useExhaustiveDependencies: another profile is another history
  useEffect(forgetSuggestions, [profile]);
  // Not with every new call as well: events come in bursts, and must leave what is being typed alone.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another profile and other contacts are reasons to ask again
  useEffect(() => {
    if (wanted) askSuggestions({ text: words, digits });
    else forgetSuggestions();
  }, [wanted, words, digits, profile, contacts]);

  const mayOpen =
    now.opened === 'by-arrow' ||
    (now.opened === 'by-typing' && typedHere && (words !== '' || (digits ?? '').length >= fewestDigits));
  const options = focused && wanted && mayOpen ? optionsFor({ text: words, digits }, answer) : [];
  const answered = digits !== null && answer.asked?.digits === digits;
  return {
    id,
    options,
    walked: now.walked !== null && now.walked < options.length ? now.walked : null,
    exact: answered ? answer.exact : null,
    owner: answered ? answer.owner : null,
    note: answered ? answer.note : '',
    stranger: plan.kind === 'ready' && isStranger(plan.destination.digits, answer),
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

/** While the answer for the last key is on its way, what still fits of the one before stays. */
function optionsFor(
  { text, digits }: SuggestionQuery,
  { asked, list }: ReturnType<typeof useSuggestions.getState>,
): readonly Suggestion[] {
  if (asked === null || asked.digits === digits) return asked?.text === text ? list : [];
  return digits === null ? [] : list.filter(({ number }) => toLatinDigits(number).replace(/\D/g, '').includes(digits));
}

/** Also while the answer for the next digit is on its way, so that what is offered for a stranger does not come and go with each. */
export function isStranger(
  digits: string,
  { asked, owner }: Pick<ReturnType<typeof useSuggestions.getState>, 'asked' | 'owner'>,
): boolean {
  const known = asked?.digits ?? '';
  return owner === null && known.length >= fewestOfStranger && digits.startsWith(known);
}

/** A name, as far as it is typed; empty for what is neither a name nor the beginning of one. */
function wordsToFind(text: string): string {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return letters >= fewestLetters && text.length <= longestWords ? text.trim() : '';
}

/** What will be dialled, as far as it can be; null for a text that is no number. */
function digitsToFind(text: string, plan: TypedPlan): string | null {
  if (plan.kind === 'ready') return plan.destination.digits;
  const typed = toLatinDigits(text).replace(/^\+/, '');
  return /^\d*$/.test(typed) && typed.length <= 20 ? typed : null;
}
