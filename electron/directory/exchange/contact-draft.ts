import type { ContactDraft, ContactNumber, NumberLabel } from '../../../shared/domain/contact/contact.ts';
import { type DiallingRules, parseDestination } from '../../../shared/domain/destination.ts';
import { toLatinDigits } from '../../../shared/domain/digits.ts';
import type { CutField, LineProblem } from '../../../shared/domain/exchange/line-problem.ts';
import { neutralText } from '../../../shared/domain/neutral-text.ts';
import type { DestinationError } from '../../../shared/errors.ts';
import { labelOfWord } from './column-words.ts';
import type { RawContact } from './raw-contact.ts';

const longestName = 200;
const longestNote = 4000;
const longestTag = 40;
const longestTrunk = 64;
const longestNumber = 64;
const mostNumbers = 20;
const mostTags = 20;
/** People put two numbers into one cell. Spaces around are cut off afterwards: a pattern that takes any amount of them is slow on many. */
const between = /[;؛|\n\r]|[,،/]\s|\s[-–]\s/;

/** A word of the person about the number, behind it: `0912 345 6789 (office)`. */
const remark = /^([^()]{3,64})\(([^()]*\p{L}[^()]*)\)\s*$/u;
/** With area code; what is shorter may be a part of a number. */
const wholeNumber = 10;
/** No cell with numbers alone is longer. */
const longestCell = 256;

export interface ReadContact {
  readonly line: number;
  /** Null: nothing of it could be kept. */
  readonly draft: ContactDraft | null;
  readonly problems: readonly LineProblem[];
}

/** Keeps what is good of a contact: numbers that can be dialled, text without what hides in it; the rest is told by line. */
export function contactDraft(line: number, raw: RawContact, rules: DiallingRules): ReadContact {
  const problems: LineProblem[] = [];
  const cut = (field: CutField, text: string, longest: number) => {
    const kept = neutralText(text, longest);
    if (kept.endsWith('…') && !text.trimEnd().endsWith('…')) problems.push({ line, code: 'text-cut', field });
    return kept;
  };
  const numbers = readNumbers(raw.numbers, rules, (text, reason) =>
    problems.push({ line, code: 'number-invalid', text: neutralText(text), reason }),
  );
  if (numbers.length > mostNumbers) problems.push({ line, code: 'too-many-numbers' });
  const company = cut('company', raw.company, longestName);
  const name = cut('name', raw.name, longestName);
  const note = neutralNote(raw.note);
  if (note.length > longestNote) problems.push({ line, code: 'text-cut', field: 'note' });
  if (raw.doNotCallWritten !== undefined) {
    problems.push({ line, code: 'do-not-call-unclear', text: neutralText(raw.doNotCallWritten) });
  }
  if ([name, company, raw.note].some((text) => text.includes('\ufffd'))) {
    problems.push({ line, code: 'characters-lost' });
  }
  const called = name || company || (numbers[0]?.written ?? '');
  if (called === '') return { line, draft: null, problems: [...problems, { line, code: 'nothing-to-keep' }] };
  const draft: ContactDraft = {
    name: name === '' && company === '' ? called : name,
    company,
    numbers: numbers.slice(0, mostNumbers),
    favourite: raw.favourite,
    tags: [...new Set(raw.tags.map((tag) => cut('tag', tag, longestTag)))]
      .filter((tag) => tag !== '')
      .slice(0, mostTags),
    note: note.slice(0, longestNote),
    trunkName: cut('trunk', raw.trunkName, longestTrunk) || null,
    doNotCall: raw.doNotCall,
  };
  return { line, draft, problems };
}

type Parsed = ReturnType<typeof parseDestination>;
/** Mobile numbers of Iran, as they are dialled there. */
const iranianMobile = /^09\d{9}$/;

function readNumbers(
  raw: RawContact['numbers'],
  rules: DiallingRules,
  onInvalid: (text: string, reason: DestinationError['reason']) => void,
): readonly ContactNumber[] {
  const seen = new Set<string>();
  const numbers: ContactNumber[] = [];
  const take = (written: string, label: NumberLabel | null, parsed: Parsed) => {
    if (!parsed.ok) return onInvalid(written, parsed.error.reason);
    const { digits, kind } = parsed.value;
    if (seen.has(digits)) return;
    seen.add(digits);
    const guessed = kind === 'extension' ? 'extension' : iranianMobile.test(digits) ? 'mobile' : 'other';
    numbers.push({
      label: label ?? guessed,
      written: neutralText(written.replace(/^(?:tel|sips?|callto):/i, ''), longestNumber),
    });
  };
  for (const { label, written } of raw) {
    const parsed = parseDestination(written, rules);
    const split = parsed.ok ? [] : splitNumbers(written, rules);
    const parts = split.filter((part) => part !== '');
    const remarked = parsed.ok || parts.length > 1 ? null : remark.exec(written);
    const told = remarked === null ? null : parseDestination(remarked[1] ?? '', rules);
    if (told?.ok === true) take((remarked?.[1] ?? '').trim(), label ?? labelOfWord(remarked?.[2] ?? ''), told);
    else if (parts.length < 2) take(written, label, parsed);
    else for (const part of parts) take(part, label, parseDestination(part, rules));
  }
  return numbers;
}

function splitNumbers(written: string, rules: DiallingRules): readonly string[] {
  const parts = written.split(between).map((part) => part.trim());
  if (parts.length > 1 || written.length > longestCell) return parts;
  // Only where nothing is between but a space, and each of them is a whole number by itself.
  const words = written.trim().split(/\s+/);
  const isWhole = (word: string) => digitsIn(word) >= wholeNumber && parseDestination(word, rules).ok;
  return words.every(isWhole) ? words : parts;
}

function digitsIn(text: string): number {
  return toLatinDigits(text).replace(/\D/g, '').length;
}

/** Lines stay lines; what else cannot be seen goes. */
function neutralNote(note: string): string {
  return note
    .split(/\r\n?|\n/)
    .map((line) => neutralText(line, line.length))
    .join('\n')
    .trim();
}
