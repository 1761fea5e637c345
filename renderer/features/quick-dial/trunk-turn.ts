import type { Trunk } from '../../../shared/domain/trunk.ts';

/**
 * The trunk that Tab turns to, in a circle: the PBX's own choice, then those that are switched on; the present one is among
 * them also when no list could be read.
 */
export function turnTrunk(present: string, usual: string, trunks: readonly Trunk[], step: 1 | -1): string {
  const listed = trunks.filter(({ active }) => active).map(({ name }) => name);
  const names = [...new Set(['', ...listed, usual, present])];
  return names[(names.indexOf(present) + step + names.length) % names.length] ?? present;
}
