/** Persian (U+06F0) and Arabic-Indic (U+0660) digits are two ranges; keyboards and web pages use both. */
const persianZero = 0x06f0;
const arabicZero = 0x0660;
const fullWidthZero = 0xff10;

/** Every decimal digit of the scripts that agents type or paste becomes 0-9; all else stays. */
export function toLatinDigits(text: string): string {
  return text.replace(/[\u06f0-\u06f9\u0660-\u0669\uff10-\uff19]/g, (digit) => {
    const code = digit.charCodeAt(0);
    const zero = code >= fullWidthZero ? fullWidthZero : code >= persianZero ? persianZero : arabicZero;
    return String(code - zero);
  });
}

/** 0-9 become Persian digits, for showing only: what is copied or sent is always Latin. */
export function toPersianDigits(text: string): string {
  return text.replace(/[0-9]/g, (digit) => String.fromCharCode(persianZero + Number(digit)));
}
