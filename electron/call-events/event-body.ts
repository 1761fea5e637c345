import { fail, type Result, succeed } from '../../shared/result.ts';
import type { RawEvent } from '../calls/ports.ts';
import { quoteBareNumbers } from './json-text.ts';

/** Fields as they came in, with limits kept: no prototype, no NUL, no half characters, bounded in depth and size. */
export interface EventFields {
  readonly [field: string]: FieldValue;
}
export type FieldValue = string | number | boolean | null | readonly FieldValue[] | EventFields;

const maxDepth = 32;
const maxKeys = 200;
const maxTextBytes = 4096;
const ignoredNames: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Why a body cannot be read; short and safe to show. */
export type BodyProblem =
  | 'not utf-8'
  | 'not json'
  | 'not an object'
  | 'too deep'
  | 'too many fields'
  | 'too long a text';

export function parseEventBody(encoding: RawEvent['encoding'], body: Uint8Array): Result<EventFields, BodyProblem> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    return fail('not utf-8');
  }
  return encoding === 'json' ? parseJson(text) : parsePairs(text);
}

function parsePairs(text: string): Result<EventFields, BodyProblem> {
  const pairs = [...new URLSearchParams(text)];
  return pairs.length > maxKeys ? fail('too many fields') : copyEntries(pairs);
}

function parseJson(text: string): Result<EventFields, BodyProblem> {
  const quoted = quoteBareNumbers(text, maxDepth);
  if (quoted === null) return fail('too deep');
  let value: unknown;
  try {
    value = JSON.parse(quoted);
  } catch {
    return fail('not json');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return fail('not an object');
  return copyEntries(Object.entries(value));
}

function copyEntries(entries: readonly (readonly [string, unknown])[]): Result<EventFields, BodyProblem> {
  if (entries.length > maxKeys) return fail('too many fields');
  const fields: Record<string, FieldValue> = Object.create(null);
  for (const [name, value] of entries) {
    if (ignoredNames.has(name)) continue;
    const copied = copyValue(value);
    if (!copied.ok) return copied;
    if (isTooLong(name)) return fail('too long a text');
    fields[cleanText(name)] = copied.value;
  }
  return succeed(fields);
}

/** Depth was bounded before the value was made. */
function copyValue(value: unknown): Result<FieldValue, BodyProblem> {
  if (typeof value === 'string') return isTooLong(value) ? fail('too long a text') : succeed(cleanText(value));
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return succeed(value);
  if (!Array.isArray(value)) return copyEntries(Object.entries(value as object));
  if (value.length > maxKeys) return fail('too many fields');
  const items: FieldValue[] = [];
  for (const item of value) {
    const copied = copyValue(item);
    if (!copied.ok) return copied;
    items.push(copied.value);
  }
  return succeed(items);
}

function isTooLong(text: string): boolean {
  return Buffer.byteLength(text) > maxTextBytes;
}

/** SQLite cuts texts at NUL and replaces lone surrogates by itself; the raw body keeps them as they came. */
function cleanText(text: string): string {
  return text.replaceAll('\0', '\ufffd').replace(/\p{Surrogate}/gu, '\ufffd');
}
