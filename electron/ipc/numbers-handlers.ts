import type { ReadNumbers } from '../../shared/ipc/numbers-contract.ts';
import { succeed } from '../../shared/result.ts';
import type { HandlersOf } from './router.ts';

export interface NumbersDesk {
  read(profile: 'active' | 'all', edges: readonly number[]): Promise<ReadNumbers>;
}

export function createNumbersHandlers(desk: NumbersDesk): HandlersOf<'numbers'> {
  return { 'numbers:read': async ({ profile, edges }) => succeed(await desk.read(profile, edges)) };
}
