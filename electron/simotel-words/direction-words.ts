import type { Direction } from '../../shared/domain/disposition.ts';
import { toText } from './field-readers.ts';

/** The `type` of call records. `no defined` and everything else tell nothing. */
const callTypeWords: ReadonlyMap<string, Direction> = new Map([
  ['incoming', 'inbound'],
  ['outgoing', 'outbound'],
  ['local', 'internal'],
  ['local-feature', 'internal'],
]);

/** The `direction` of NewState: of one leg, as its extension sees it. */
const legWords: ReadonlyMap<string, 'inbound' | 'outbound'> = new Map([
  ['in', 'inbound'],
  ['out', 'outbound'],
]);

export function toDirection(value: unknown): Direction | null {
  return callTypeWords.get(toText(value)?.toLowerCase() ?? '') ?? null;
}

export function toLegDirection(value: unknown): 'inbound' | 'outbound' | null {
  return legWords.get(toText(value)?.toLowerCase() ?? '') ?? null;
}
