import { addNumbers, type CallNumbers, noNumbers } from '../../shared/domain/call-numbers.ts';
import type { ReadNumbers } from '../../shared/ipc/numbers-contract.ts';
import { createPause } from '../files/pause.ts';
import type { CountCalls } from '../storage/calls/call-numbers.ts';

type Ending = ReadNumbers['endings'][number];

/** Counts between each two edges, with turns for others between the times. */
export async function readNumbers(
  profiles: readonly string[],
  edges: readonly number[],
  countCalls: CountCalls,
): Promise<ReadNumbers> {
  const pause = createPause();
  const slots: { at: number; numbers: CallNumbers }[] = [];
  const endings = new Map<string, Ending>();
  for (const [at, fromMs] of edges.slice(0, -1).entries()) {
    const counted = countCalls(profiles, fromMs, edges[at + 1] ?? fromMs);
    if (counted.length > 0) {
      slots.push({ at, numbers: counted.map(({ numbers }) => numbers).reduce(addNumbers, noNumbers) });
    }
    for (const { ending, outcome, calls } of counted) {
      const key = JSON.stringify([ending, outcome]);
      endings.set(key, { ending, outcome, calls: calls + (endings.get(key)?.calls ?? 0) });
    }
    await pause();
  }
  return { slots, endings: [...endings.values()] };
}
