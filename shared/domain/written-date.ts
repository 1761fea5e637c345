const year = '(?:1[349]|20)\\d\\d';
const month = '(?:0?[1-9]|1[0-2])';
const day = '(?:0?[1-9]|[12]\\d|3[01])';
/** Year first, as in Iran and in files; or last, with day and month in either order. Between them the same sign twice. */
const orders = [
  `${year}([-/.])${month}\\1${day}`,
  `${day}([-/.])${month}\\2${year}`,
  `${month}([-/.])${day}\\3${year}`,
];
const quotes = `"'«»‹›“”„‘’`;
const before = `[\\s\\p{L}([{:,،${quotes}]`;
const after = `[\\s\\p{L})\\]},:;،${quotes}]`;
const date = new RegExp(`(?:^|${before})(?:${orders.join('|')})(?=$|${after}|[.]$)`, 'u');

/**
 * True when the text, in Latin digits, holds what is plainly a date: its digits would make a number that nobody meant. A sign
 * or a digit on its outside makes it part of something longer.
 */
export function holdsDate(text: string): boolean {
  return date.test(text);
}
