import { toColumnText } from '../column-text.ts';

const longestText = 256;
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Ids are shortened where they are stored, so also where they are looked for. */
export function toIdColumn(id: string): string {
  return toColumnText(id.slice(0, longestText));
}

/** The id of a call as its row has it: a UUID in sixteen bytes, anything else as it is. */
export function toIdValue(id: string): Uint8Array | string {
  return uuid.test(id) ? Buffer.from(id.replaceAll('-', ''), 'hex') : toIdColumn(id);
}

/** The same text again, as a column has it. */
export function fromIdValue(value: Uint8Array | string): string {
  if (typeof value === 'string') return value;
  const hex = Buffer.from(value).toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/**
 * Thirty-two bits of a text (FNV-1a): what has the same is looked at, so that an index need not hold whole ids. Part of the format.
 */
export function textHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash | 0;
}

/** Twenty-four bits of an id: few calls have the same. */
export function idHash(id: string): number {
  return storedIdHash(toIdColumn(id));
}

/** The same of an id as it is stored. */
export function storedIdHash(stored: string): number {
  return (textHash(stored) << 8) >> 8;
}

/** Beyond, keys would not be exact numbers. */
const latestMs = 2 ** 48;

/** The key of a call that began then, unless another one has it: then it is the next that is free. */
export function firstKeyAt(startedAtMs: number): number {
  return Math.floor(Math.min(latestMs, Math.max(-latestMs, startedAtMs)));
}

/** A key may stand that far behind its moment, where many calls began at once. */
export const mostMoved = 100_000;

/** What the start lies beside the moment that the key says. */
export function movedMs(key: number, startedAtMs: number): number {
  return startedAtMs - key;
}
