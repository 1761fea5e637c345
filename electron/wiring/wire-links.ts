import { createAskedCalls } from '../links/asked-calls.ts';
import type { Foundation } from './foundation.ts';
import type { WiredSettings } from './wire-settings.ts';

/** What other programs ask for. */
export function wireLinks({ clock, changed }: Foundation, { effective, store }: WiredSettings) {
  return createAskedCalls({
    clock,
    rules: () => effective().identity,
    mayCall: () => store.read().commandLine.mayCall,
    onChange: changed,
  });
}
