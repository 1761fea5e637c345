import { create } from 'zustand';
import type { ContactName } from '../../shared/domain/contact/contact.ts';
import { sameNumber } from '../../shared/domain/destination.ts';
import type { CalledNumber } from '../../shared/ipc/call-contract.ts';
import type { ContactHit } from '../../shared/ipc/contact-contract.ts';
import { request } from '../dialer-api.ts';
import { callableNumbers } from './callable-numbers.ts';

/** A number for what is typed. */
export interface Suggestion {
  readonly number: string;
  /** Of a contact that was found, by its name or its number; null: an earlier number alone. */
  readonly name: string | null;
  /** What earlier calls say of it. */
  readonly known: CalledNumber | null;
}

/** What is looked for. */
export interface SuggestionQuery {
  readonly text: string;
  /** What will be dialled, as far as the text is a number; null for words. */
  readonly digits: string | null;
}

interface SuggestionsStore {
  /** What the answer is for; null before the first and after a change of the profile. */
  readonly asked: SuggestionQuery | null;
  readonly list: readonly Suggestion[];
  /** What is known of exactly this number. */
  readonly exact: CalledNumber | null;
  /** Whose exactly this number is. */
  readonly owner: ContactName | null;
  /** What is written down of the owner; empty: nothing. */
  readonly note: string;
}

const nothing: SuggestionsStore = { asked: null, list: [], exact: null, owner: null, note: '' };
export const useSuggestions = create<SuggestionsStore>(() => nothing);

/** As many as are shown. */
const most = 4;
const numbersOfContact = 2;
/** Fewer letters or digits fit half of the contacts. */
const fewestLetters = 2;
const fewestDigits = 3;
/** Between two keys of a quick typist nothing is asked. */
const pauseMs = 60;

let generation = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Asks for contacts and earlier numbers after a short pause. An answer that comes after a newer question is dropped. */
export function askSuggestions(query: SuggestionQuery): void {
  generation += 1;
  const asked = generation;
  clearTimeout(timer);
  timer = setTimeout(async () => {
    const answers = [askNumbers(query), askContacts(query), askOwner(query)] as const;
    const [{ exact, numbers }, hits, owner] = await Promise.all(answers);
    if (asked !== generation) return;
    const note = hits.find(({ contact }) => contact.id === owner?.contactId)?.contact.note ?? '';
    useSuggestions.setState({ asked: query, list: joined(hits, exact, numbers), exact, owner, note });
  }, pauseMs);
}

export function forgetSuggestions(): void {
  generation += 1;
  clearTimeout(timer);
  useSuggestions.setState(nothing);
}

/** Whose a number is: known when it stands there for a moment, asked for when it is called at once. */
export async function ownerOf(digits: string): Promise<ContactName | null> {
  const { asked, owner } = useSuggestions.getState();
  return asked?.digits === digits ? owner : askOwner({ text: '', digits });
}

/** The trunk that came with the number from a contact, else that of whose number it is. */
export function contactTrunkOf(put: string | null, owner: Pick<ContactName, 'trunkName'> | null): string | null {
  return put ?? owner?.trunkName ?? null;
}

/** They are a help, not the task: without an answer there are none. */
async function askNumbers({ digits }: SuggestionQuery) {
  const none = { exact: null, numbers: [] };
  if (digits === null) return none;
  const answer = await request('call:suggest', { digits, limit: most });
  return answer.ok ? answer.value : none;
}

async function askContacts({ text, digits }: SuggestionQuery): Promise<readonly ContactHit[]> {
  if ((digits ?? text.trim()).length < (digits === null ? fewestLetters : fewestDigits)) return [];
  const everything = { source: 'all', favourites: false, tag: null } as const;
  const answer = await request('contact:search', { text: digits ?? text, limit: most, ...everything });
  return answer.ok ? answer.value.hits : [];
}

async function askOwner({ digits }: SuggestionQuery): Promise<ContactName | null> {
  if (digits === null || digits === '') return null;
  const answer = await request('contact:names', { numbers: [digits] });
  return answer.ok ? (answer.value.names[0] ?? null) : null;
}

/** Contacts first, each number once; what earlier calls say is said of a contact's number as well. */
function joined(
  hits: readonly ContactHit[],
  exact: CalledNumber | null,
  numbers: readonly CalledNumber[],
): readonly Suggestion[] {
  const list: Suggestion[] = [];
  // The typed number itself is no suggestion, unless it is one of a contact.
  const called = exact === null ? numbers : [exact, ...numbers];
  const add = (suggestion: Suggestion) => {
    if (!list.some(({ number }) => sameNumber(number, suggestion.number))) list.push(suggestion);
  };
  for (const { number, name } of callableNumbers(hits, numbersOfContact)) {
    add({ number, name, known: called.find((one) => sameNumber(one.number, number)) ?? null });
  }
  for (const known of numbers) add({ number: known.number, name: null, known });
  return list.slice(0, most);
}
