import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import { useSnapshot } from '../../stores/app-state.ts';
import { isDirectCall } from './direct-call.ts';
import type { PaletteView } from './use-palette.ts';

export const directMs = 3000;

/** Direct mode: the one number is called after three seconds, in which it is seen and can be stopped. */
export function useDirectCall(palette: PaletteView): { readonly running: boolean; stop(): void } {
  const { opening, chosen } = palette;
  const platform = useSnapshot((state) => state.app.platform);
  const focused = useSyncExternalStore(listenToFocus, () => document.hasFocus());
  const [stopped, setStopped] = useState(0);
  const running = stopped !== opening.serial && isDirectCall(palette, { platform, focused });
  const call = useEffectEvent(() => {
    setStopped(opening.serial);
    if (chosen !== null) palette.call(chosen);
  });
  // Who turned away does not see it: coming back does not begin it again.
  const stopRunning = useEffectEvent(() => {
    if (running) setStopped(opening.serial);
  });
  useEffect(() => {
    const onBlur = () => stopRunning();
    window.addEventListener('blur', onBlur);
    return () => window.removeEventListener('blur', onBlur);
  }, []);
  // Another trunk is another call: its time begins anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the trunk and the opening start the time again
  useEffect(() => {
    if (!running) return;
    const timer = setTimeout(() => call(), directMs);
    return () => clearTimeout(timer);
  }, [running, opening.serial, palette.trunk]);
  return { running, stop: () => setStopped(opening.serial) };
}

function listenToFocus(onChange: () => void): () => void {
  window.addEventListener('focus', onChange);
  window.addEventListener('blur', onChange);
  return () => {
    window.removeEventListener('focus', onChange);
    window.removeEventListener('blur', onChange);
  };
}
