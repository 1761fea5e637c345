import { type Destination, parseDestination, sameNumber } from '../../../shared/domain/destination.ts';
import { toLatinDigits } from '../../../shared/domain/digits.ts';
import { type FoundNumber, findNumbers } from '../../../shared/domain/numbers-in-text.ts';
import { isPlausibleNumber } from '../../../shared/domain/plausible-number.ts';
import type { CalledNumber } from '../../../shared/ipc/call-contract.ts';
import type { QuickDialOpening } from '../../../shared/ipc/quick-dial-contract.ts';

/** Why a number is in the list. */
export type EntryKind = 'found' | 'typed' | 'contact' | 'recent';

/** Fewer fit half of the contacts, and what is longer is a text that was pasted. */
const fewestCharacters = 2;
const longestWords = 80;

export interface PaletteEntry {
  readonly kind: EntryKind;
  /** What is called. */
  readonly number: string;
  readonly extension: string | null;
  /** Of the contact that was found; null: whoever the number belongs to. */
  readonly name: string | null;
  /** What is known of it from earlier calls. */
  readonly known: CalledNumber | null;
}

export interface PaletteGroup {
  readonly title: 'selection' | 'clipboard' | 'inText' | 'lastCalled' | 'typed' | 'contacts' | 'recent';
  readonly entries: readonly PaletteEntry[];
}

export interface PaletteQuery {
  readonly opening: QuickDialOpening;
  readonly text: string;
  readonly countryCode: string;
  /** Earlier numbers that fit the typed digits, best first. */
  readonly recent: readonly CalledNumber[];
  /** Numbers of contacts that fit the typed text, best first. */
  readonly contacts: readonly { readonly number: string; readonly name: string }[];
  readonly known: (number: string) => CalledNumber | null;
}

/** What can be called from here, best first: the first one is what Enter calls. */
export function paletteGroups(query: PaletteQuery): readonly PaletteGroup[] {
  const groups = query.text.trim() === '' ? opened(query) : typed(query);
  const seen: string[] = [];
  return groups
    .map(({ title, entries }) => ({
      title,
      entries: entries.filter(({ number }) => {
        if (seen.some((other) => sameNumber(other, number))) return false;
        seen.push(number);
        return true;
      }),
    }))
    .filter(({ entries }) => entries.length > 0);
}

/** Several numbers were found, and nothing else is looked for. */
export function isPicker({ opening, text }: Pick<PaletteQuery, 'opening' | 'text'>): boolean {
  return text === '' && opening.numbers.length > 1;
}

/**
 * A digit alone chooses where it can belong to nothing that is typed: in a picker, and right behind the letters of a name. Behind
 * a space or a digit it is typed, since names and texts hold numbers too. With Alt it chooses everywhere.
 */
export function plainDigitsChoose(query: Pick<PaletteQuery, 'opening' | 'text'>): boolean {
  return isPicker(query) || (/\p{L}\p{M}*$/u.test(query.text) && !/\p{Nd}/u.test(query.text));
}

/** Which entry a pressed key chooses by its digit; null when it chooses none and is typed. */
export function entryOfKey(
  key: Pick<KeyboardEvent, 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>,
  { plain, count }: { readonly plain: boolean; readonly count: number },
): number | null {
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(key.code)?.[1];
  if (digit === undefined || key.ctrlKey || key.metaKey || key.shiftKey || !(key.altKey || plain)) return null;
  const index = Number(digit) - 1;
  return index < count ? index : null;
}

/**
 * Which entry Enter calls: what was walked to, else the best of what was looked for. Earlier calls that nobody looked for are
 * offered and not chosen: who presses Enter out of habit must not call the last customer. Null: none.
 */
export function chosenIndex(
  { opening, text }: Pick<PaletteQuery, 'opening' | 'text'>,
  entries: readonly PaletteEntry[],
  walkedTo: string | null,
): number | null {
  const walked = entries.findIndex(({ number }) => number === walkedTo);
  if (walked !== -1) return walked;
  const lookedFor = text.trim() !== '' || opening.numbers.length > 0;
  return lookedFor && entries.length > 0 ? 0 : null;
}

/** The digits that earlier calls are looked up with; null for a text that is no number. */
export function digitsToFind(text: string, countryCode: string): string | null {
  const destination = destinationOf(text, countryCode);
  if (destination !== null) return destination.digits;
  const plain = toLatinDigits(text).trim().replace(/^\+/, '');
  return /^\d{0,20}$/.test(plain) ? plain : null;
}

function opened(query: PaletteQuery): readonly PaletteGroup[] {
  const { opening, recent } = query;
  const title = opening.purpose === 'redial' ? 'lastCalled' : (opening.source ?? 'selection');
  return [{ title, entries: opening.numbers.map((number) => toEntry('found', number, query)) }, recents(recent)];
}

function typed(query: PaletteQuery): readonly PaletteGroup[] {
  const { text, countryCode, recent } = query;
  const people = contactEntries(query);
  const found = findNumbers(text, { countryCode });
  if (found.length > 1) {
    return [{ title: 'inText', entries: found.map((number) => toEntry('found', number, query)) }];
  }
  const destination = destinationOf(text, countryCode);
  const digits = found[0]?.digits ?? destination?.digits;
  if (digits === undefined) return [people, recents(recent)];
  const extension = found[0]?.extension ?? null;
  const own: PaletteGroup = { title: 'typed', entries: [toEntry('typed', { digits, extension }, query)] };
  // The beginning of a number is more likely one that is known; it stays possible to dial just that.
  return isBegun(text, countryCode) ? [people, recents(recent), own] : [own, people, recents(recent)];
}

/** Contacts and earlier calls come first then: before they are known, nothing may be called as the best. */
export function isBegun(text: string, countryCode: string): boolean {
  const destination = destinationOf(text, countryCode);
  return (
    destination?.kind === 'outside' &&
    !isPlausibleNumber(destination.digits, countryCode) &&
    findNumbers(text, { countryCode }).length === 0
  );
}

function contactEntries({ contacts, known }: PaletteQuery): PaletteGroup {
  return {
    title: 'contacts',
    entries: contacts.map(({ number, name }) => ({
      kind: 'contact',
      number,
      extension: null,
      name,
      known: known(number),
    })),
  };
}

/** What contacts are looked up with; null for a text that is none of their names or numbers. */
export function wordsToFind(text: string, countryCode: string): string | null {
  const words = text.trim();
  if (words.length < fewestCharacters || words.length > longestWords) return null;
  return findNumbers(words, { countryCode }).length > 1 ? null : words;
}

function recents(numbers: readonly CalledNumber[]): PaletteGroup {
  return {
    title: 'recent',
    entries: numbers.map((known) => ({ kind: 'recent', number: known.number, extension: null, name: null, known })),
  };
}

function toEntry(
  kind: EntryKind,
  { digits, extension }: Pick<FoundNumber, 'digits' | 'extension'>,
  { known }: PaletteQuery,
): PaletteEntry {
  return { kind, number: digits, extension, name: null, known: known(digits) };
}

function destinationOf(text: string, countryCode: string): Destination | null {
  const parsed = parseDestination(text, { countryCode });
  return parsed.ok ? parsed.value : null;
}
