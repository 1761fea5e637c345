import { toLatinDigits } from '../../shared/domain/digits.ts';

/** A JSON object whose fields nobody has looked at yet. */
export type JsonObject = { readonly [field: string]: unknown };

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Simotel sends texts as JSON strings or, where they look like one, as numbers; empty means absent. */
export function toText(value: unknown): string | null {
  if (typeof value === 'number') {
    return Number.isFinite(value) ? String(value) : null;
  }
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' ? null : text;
}

/** The first of the fields that holds something: the vendor's documents name many fields in two ways. */
export function firstText(object: JsonObject, ...fields: readonly string[]): string | null {
  for (const field of fields) {
    const text = Object.hasOwn(object, field) ? toText(object[field]) : null;
    if (text !== null) {
      return text;
    }
  }
  return null;
}

/** The same, where there may be several in our words and the PBX has one. */
export function textsOf(object: JsonObject, field: string): readonly string[] {
  const text = firstText(object, field);
  return text === null ? [] : [text];
}

/** A count or a number of seconds; numbers arrive as JSON numbers or strings, also with leading zeros. */
export function toWholeNumber(value: unknown): number | null {
  const text = toText(value);
  const match = text === null ? null : /^([0-9]{1,15})(?:\.[0-9]*)?$/.exec(toLatinDigits(text));
  return match?.[1] === undefined ? null : Number(match[1]);
}

/** Points of a survey, which may be parts of one. */
export function toScore(value: unknown): number | null {
  const text = toText(value);
  const match = text === null ? null : /^-?[0-9]{1,15}(?:[.٫][0-9]{1,6})?$/.exec(toLatinDigits(text));
  return match === null ? null : Number(match[0].replace('٫', '.'));
}

const yes: ReadonlySet<string> = new Set(['1', 'true', 'yes']);
const no: ReadonlySet<string> = new Set(['0', 'false', 'no']);

/** `1`, `true`, `"1"`, `"yes"` and their opposites; null for anything else. */
export function toFlag(value: unknown): boolean | null {
  const word = typeof value === 'boolean' ? String(value) : toText(value)?.toLowerCase();
  if (word === undefined) {
    return null;
  }
  return yes.has(word) ? true : no.has(word) ? false : null;
}
