export type JsonObject = Readonly<Record<string, unknown>>;

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object under `name`, or an empty one. */
export function objectField(body: JsonObject, name: string): JsonObject {
  const value = body[name];
  return isJsonObject(value) ? value : {};
}

/** The text under `name`, numbers included; empty when there is none. */
export function textField(body: JsonObject, name: string): string {
  const value = body[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

/** A whole number, also written as a string. */
export function countField(body: JsonObject, name: string, otherwise: number): number {
  const text = textField(body, name);
  return /^\d{1,9}$/.test(text) ? Number(text) : otherwise;
}

/** The vendor's collection sends `"alike": "true"` in one place and `true` in another. */
export function flagField(body: JsonObject, name: string): boolean {
  const value = body[name];
  return value === true || value === 1 || value === 'true' || value === '1';
}
