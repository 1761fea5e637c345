const persianZero = 0x06f0;

/** Decimal digits of any script but Latin. */
const otherDigits = /(?![0-9])\p{Nd}/gu;
/** Few scripts stand in the texts of one desk, and each digit of them comes again and again. */
const known = new Map<string, string>();

/** Every decimal digit of any script becomes 0-9; all else stays. */
export function toLatinDigits(text: string): string {
  return text.replace(otherDigits, (digit) => {
    const before = known.get(digit);
    if (before !== undefined) return before;
    const value = String(digitValue(digit));
    known.set(digit, value);
    return value;
  });
}

/** Unicode keeps the ten digits of a script together, from zero on; some of these tens follow each other. */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let first = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first -= 1;
  return (code - first) % 10;
}

/** 0-9 become Persian digits, for showing only: what is copied or sent is always Latin. */
export function toPersianDigits(text: string): string {
  return text.replace(/[0-9]/g, (digit) => String.fromCharCode(persianZero + Number(digit)));
}
