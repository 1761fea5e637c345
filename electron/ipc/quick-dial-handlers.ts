import type { DialerError } from '../../shared/errors.ts';
import { succeed } from '../../shared/result.ts';
import type { QuickDial } from '../desk/quick-dial.ts';
import type { GlobalHotkeys } from '../shell/global-hotkeys.ts';
import type { WindowControl } from '../shell/window-control.ts';
import type { HandlersOf } from './router.ts';

/** What a page asks of the palette and of the hotkeys. */
export function createQuickDialHandlers(deps: {
  readonly quickDial: QuickDial;
  readonly shell: Pick<WindowControl, 'palette' | 'showMain'>;
  readonly notPlaced: (destination: string, error: DialerError) => void;
  readonly hotkeys: Pick<GlobalHotkeys, 'pause' | 'listen'>;
}): HandlersOf<'quick-dial' | 'hotkeys'> {
  return {
    'quick-dial:open': async () => {
      await deps.quickDial.run('quickDial');
      return succeed({});
    },
    'quick-dial:read': () => succeed({ opening: deps.quickDial.opening() }),
    'quick-dial:close': () => {
      deps.quickDial.close();
      return succeed({});
    },
    'quick-dial:keep': ({ open }) => {
      deps.shell.palette.keep(open);
      return succeed({});
    },
    'quick-dial:not-placed': ({ destination, error }) => {
      deps.notPlaced(destination, error);
      deps.shell.showMain();
      return succeed({});
    },
    'hotkeys:pause': ({ paused }) => {
      deps.hotkeys.pause(paused);
      return succeed({});
    },
    'hotkeys:listen': ({ mode }) => {
      deps.hotkeys.listen(mode);
      return succeed({});
    },
  };
}
