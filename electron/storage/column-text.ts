/**
 * SQLite's C interface ends text at NUL, and UTF-8 has no lone surrogates; both reach us from a PBX or a script that
 * speaks for it. They are written as U+FFFD and four hex digits, and U+FFFD itself likewise, so that different texts stay
 * different and come back exactly. All other text is stored as it is.
 */
export function toColumnText(text: string): string {
  if (!special.test(text)) return text;
  return text
    .replaceAll('\ufffd', escaped)
    .replaceAll('\0', escaped)
    .replace(/\p{Surrogate}/gu, escaped);
}

const special = /[\0\ufffd\p{Surrogate}]/u;

export function fromColumnText(stored: string): string {
  return stored.replace(/\ufffd([0-9a-f]{4})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** Integers past 2^53 could be written but would make the row unreadable; a moment that far away is no moment anyway. */
export function toColumnNumber(value: number): number {
  if (Number.isNaN(value)) return 0;
  return Math.min(Number.MAX_SAFE_INTEGER, Math.max(Number.MIN_SAFE_INTEGER, value));
}

function escaped(unit: string): string {
  return `\ufffd${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
