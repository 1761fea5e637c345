import { hotkeyTextProblem } from '../../../shared/hotkeys/hotkey.ts';
import type { HotkeyState } from '../../../shared/ipc/quick-dial-contract.ts';

/** What is said below a hotkey of the settings that does not simply work, or may not. */
export function hotkeyLine(state: HotkeyState, stored: string, mac: boolean) {
  switch (state) {
    case 'none':
    case 'on':
      return null;
    case 'unsure':
      return { tone: 'wait', text: 'settings.hotkeys.unsure' } as const;
    case 'harmful': {
      // The words of the moment at which it would have been recorded here.
      const problem = hotkeyTextProblem(stored, mac) ?? 'used-by-system';
      return { tone: 'bad', text: `settings.hotkeys.refused.${problem}` } as const;
    }
    case 'taken':
    case 'withheld':
    case 'same':
      return { tone: 'bad', text: `settings.hotkeys.${state}` } as const;
  }
}
