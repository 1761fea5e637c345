/**
 * What holds as many digits as a telephone number and is none. Every pattern has an end, so that the time it takes grows with the
 * text only.
 */
const patterns: readonly RegExp[] = [
  // Addresses of pages and mailboxes; `sip:` and `tel:` are numbers and stay.
  /\b(?:https?|ftp):\/\/[^\s<>"']{1,512}/gi,
  /(?<!sips?:)(?<![\w.+-])[\w.+-]{1,64}@[\w.-]{1,128}/gi,
  // IBAN: two letters, two digits, groups of four.
  /(?<![A-Za-z0-9])[A-Z]{2} ?\d{2}(?:[ -]?[A-Z0-9]{4}){3,7}(?:[ -]?[A-Z0-9]{1,3})?(?![A-Za-z0-9])/g,
  // Cards: four by four, or 4-6-5.
  /(?<!\d)\d{4}([ -]?)\d{4}\1\d{4}\1\d{4}(?![ -]?\d)/g,
  /(?<!\d)3\d{3}[ -]\d{6}[ -]\d{5}(?!\d)/g,
  // Dates, with what stands for a time behind them.
  /(?<![\d+])(?:1[34]|19|20)\d{2}([/.-])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])(?!\d)(?:[T ]{1,2}\d{1,2}:\d{2}(?::\d{2})?)?/g,
  /(?<![\d+])(?:0?[1-9]|[12]\d|3[01])([/.-])(?:0?[1-9]|[12]\d|3[01])\1(?:1[34]|19|20)\d{2}(?!\d)/g,
  /(?<!\d)\d{1,2}:\d{2}(?::\d{2})?(?!\d)/g,
  // Addresses of computers.
  /(?<![\d.])(?:[1-9]?\d|1\d\d|2[0-4]\d|25[0-5])(?:\.(?:[1-9]?\d|1\d\d|2[0-4]\d|25[0-5])){3}(?![\d.])/g,
  // Amounts: groups of three, decimals, and whatever has a currency beside it.
  /(?<![\d+.,])[1-9]\d{0,2}(?:[,.'\u066b\u066c\u060c]\d{3}){1,6}(?:[.,\u066b]\d{1,2})?(?![\d.,]?\d)/g,
  /(?<![\d+.])[1-9]\d{3,15}[.\u066b]\d{1,2}(?![\d.-])/g,
  /[$€£¥﷼] ?\d[\d ,.\u066b\u066c\u060c]{0,24}/g,
  /(?<!\d)\d[\d ,.\u066b\u066c\u060c]{0,24}[ \u00a0\u200c]?(?:[$€£¥﷼%\u066a]|(?:ریال|تومان|تومن|درهم|دلار|یورو|درصد|rials?|tomans?|IRR|IRT|USD|EUR|GBP|AED)(?!\p{L}))/giu,
];

/** Words before a number that say of it what else it is. */
const otherKind =
  /(?:کد\s?ملی|شماره\s?ملی|شناسه(?:\s?ملی)?|کد\s?پستی|کد\s?رهگیری|پیگیری|سفارش|فاکتور|شماره\s?حساب|حساب|شبا|کارت|سریال|national\s?(?:id|code)|postal\s?code|zip(?:\s?code)?|tracking(?:\s?(?:no|number|code))?|order(?:\s?(?:no|number|id))?|invoice(?:\s?(?:no|number))?|account(?:\s?(?:no|number))?|card(?:\s?(?:no|number))?|serial(?:\s?(?:no|number))?|iban)\.?[\s:#\u200c-]{0,4}$/i;
const labelLength = 28;

/** The same text, as long as before, with a line break wherever something else than a telephone number stood. */
export function withoutOtherNumbers(text: string): string {
  return patterns.reduce((rest, pattern) => rest.replace(pattern, (found) => '\n'.repeat(found.length)), text);
}

export function isCalledSomethingElse(text: string, at: number): boolean {
  return otherKind.test(text.slice(Math.max(0, at - labelLength), at));
}
