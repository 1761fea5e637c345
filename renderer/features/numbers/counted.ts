import { addNumbers, type CallNumbers, noNumbers } from '../../../shared/domain/call-numbers.ts';
import type { ReadNumbers } from '../../../shared/ipc/numbers-contract.ts';

const hoursADay = 24;

export interface Counted {
  readonly total: CallNumbers;
  /** Of all days together. */
  readonly hours: readonly CallNumbers[];
  readonly days: readonly CallNumbers[];
}

/** From the hours that were read, one after the other through all days. */
export function counted({ slots }: Pick<ReadNumbers, 'slots'>, days: number): Counted {
  const sum = (kept: (at: number) => boolean) =>
    slots
      .filter(({ at }) => kept(at))
      .map(({ numbers }) => numbers)
      .reduce(addNumbers, noNumbers);
  return {
    total: sum(() => true),
    hours: Array.from({ length: hoursADay }, (_, hour) => sum((at) => at % hoursADay === hour)),
    days: Array.from({ length: days }, (_, day) => sum((at) => Math.floor(at / hoursADay) === day)),
  };
}

export function allCalls({ incoming, outgoing }: CallNumbers): number {
  return incoming + outgoing;
}

/** From the first hour with a call to the last, and no fewer than those of an office. */
export function shownHours(hours: readonly CallNumbers[]): { readonly from: number; readonly to: number } {
  const busy = hours.flatMap((numbers, hour) => (allCalls(numbers) > 0 ? [hour] : []));
  return { from: Math.min(8, ...busy), to: Math.max(17, ...busy) };
}
