import { useEffect, useEffectEvent, useState } from 'react';
import type { PaletteView } from './use-palette.ts';

export const directMs = 3000;

/**
 * Direct mode, which the agent turned on: the one whole number in the selected text is called after three seconds, in which it is
 * seen and can be stopped. Codes, short numbers and one of several are never called like this, nor anything out of sight.
 */
export function useDirectCall(palette: PaletteView): { readonly running: boolean; stop(): void } {
  const { open, opening, text, phase, obstacle, direct, chosen } = palette;
  const [stopped, setStopped] = useState(0);
  const [only] = opening.numbers;
  const running =
    direct &&
    open &&
    stopped !== opening.serial &&
    opening.purpose === 'selection' &&
    opening.numbers.length === 1 &&
    only?.complete === true &&
    chosen?.number === only.digits &&
    text === '' &&
    phase.kind === 'ready' &&
    obstacle === null;
  const call = useEffectEvent(() => {
    setStopped(opening.serial);
    if (chosen !== null) palette.call(chosen);
  });
  // Another trunk is another call: its time begins anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the trunk and the opening start the time again
  useEffect(() => {
    if (!running) return;
    const timer = setTimeout(() => call(), directMs);
    return () => clearTimeout(timer);
  }, [running, opening.serial, palette.trunk]);
  return { running, stop: () => setStopped(opening.serial) };
}
