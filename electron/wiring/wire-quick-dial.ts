import { clipboard } from 'electron';
import { callsUnderWay } from '../../shared/domain/calls-under-way.ts';
import { createQuickDial, type Palette, type QuickDial } from '../desk/quick-dial.ts';
import { createSelectedText } from '../selected-text/selected-text.ts';
import type { Foundation } from './foundation.ts';
import type { WiredCalls } from './wire-calls.ts';
import type { WiredHistory } from './wire-history.ts';
import type { WiredSettings } from './wire-settings.ts';

/** Enough to find the last call that the agent asked for among those that came in. */
const callsLookedThrough = 200;

/** What the palette is opened for: the selected text, the last number, the live call. */
export function wireQuickDial(
  { clock, log }: Foundation,
  { effective, profile }: WiredSettings,
  { calls }: WiredHistory,
  { dismissed }: WiredCalls,
  windows: { readonly palette: Palette; readonly showCall: () => void },
): QuickDial {
  return createQuickDial({
    palette: windows.palette,
    selectedText: createSelectedText({
      platform: process.platform,
      env: process.env,
      readClipboard: () => clipboard.readText(),
      // The palette then says that nothing was found, and is open to be typed into.
      onProblem: (problem) => log.info('The selected text could not be read', { reason: String(problem) }),
    }),
    rules: () => effective().identity,
    lastCalled: () =>
      calls.list(profile(), null, callsLookedThrough).find((call) => call.outcome !== 'none')?.callee ?? null,
    hasLiveCall: () => callsUnderWay(calls.listUnfinished(profile()), new Set(dismissed()), clock()).length > 0,
    showLiveCall: windows.showCall,
  });
}
