import { countryDialling } from '../../../shared/domain/country-dialling.ts';
import { type DiallingRules, parseDestination } from '../../../shared/domain/destination.ts';
import { toLatinDigits } from '../../../shared/domain/digits.ts';
import { holdsDateAsWritten } from '../../../shared/domain/written-number.ts';

/** E.164 with an international prefix before it: more digits than that are two numbers, or none. */
const longestNumber = 19;
/** Digits with what people put between those of one number, on one line. */
const candidates =
  /[+*#]?\d(?:[^\S\r\n]|[-+*#.~'’"/\\()[\]{}_·•\u2010-\u2015\u2212\u200b-\u200f\u202a-\u202e\u2060-\u2069]|\d)*/g;
/** A single digit among words is a count. */
const fewestDigits = 2;
/** A letter that touches a number, also by a hyphen: then it is a name, an order or a slip of the pen. */
const letterBefore = /\p{L}[-_\u2010-\u2015]*$/u;
const letterAfter = /^[-_\u2010-\u2015]*\p{L}/u;

/**
 * The one number in a pasted text, as it will be dialled, or with its plus when it is one of another country. Null when
 * there is none or more than one: then the text is left as it is, for the agent to see and to cut.
 */
export function pastedNumber(text: string, rules: DiallingRules): string | null {
  const whole = readNumber(text, rules);
  if (whole !== null) return whole;
  // Which of its digits were meant is for the agent to say.
  if (holdsDateAsWritten(text)) return null;
  const latin = toLatinDigits(text);
  const parts = [...latin.matchAll(candidates)].filter(([part]) => part.replace(/\D/g, '').length >= fewestDigits);
  const [only] = parts;
  if (only === undefined || parts.length > 1) return null;
  const number = only[0].replace(/[^\d*#]+$/, '');
  if (letterBefore.test(latin.slice(0, only.index)) || letterAfter.test(latin.slice(only.index + number.length))) {
    return null;
  }
  return readNumber(number, rules);
}

/** A pasted date stays apart from the digits around it, with which it would look like a number. */
export function pastedText(text: string, before: string, after: string): string {
  if (!holdsDateAsWritten(text)) return text;
  const apart = (side: string) => (side === '' ? '' : ' ');
  return `${apart(before)}${text.trim()}${apart(after)}`;
}

function readNumber(text: string, rules: DiallingRules): string | null {
  const parsed = parseDestination(text, rules);
  if (!parsed.ok || parsed.value.digits.length > longestNumber) return null;
  const { digits } = parsed.value;
  const { internationalPrefix } = countryDialling(rules.countryCode);
  const abroad = /^\D*\+/.test(text) && digits.startsWith(internationalPrefix);
  return abroad ? `+${digits.slice(internationalPrefix.length)}` : digits;
}
