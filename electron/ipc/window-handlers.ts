import { succeed } from '../../shared/result.ts';
import type { KeptElsewhere } from '../desk/kept-elsewhere.ts';
import type { Log } from '../logging/log.ts';
import type { WindowControl } from '../shell/window-control.ts';
import type { HandlersOf } from './router.ts';

/** What a page asks of the windows and of the desktop around them. */
export function createWindowHandlers(
  shell: WindowControl,
  startWithSystem: KeptElsewhere['startWithSystem'],
  copyText: (text: string) => void | Promise<void>,
  log: Log,
): HandlersOf<'window' | 'clipboard'> {
  return {
    'window:compact': async ({ open }) => {
      await shell.setCompact(open);
      return succeed({});
    },
    'window:show-main': () => {
      shell.showMain();
      return succeed({});
    },
    'window:start-with-system': ({ on }) => startWithSystem(on),
    'window:test-notification': async () => succeed({ outcome: await shell.testNotification() }),
    'clipboard:write': async ({ text }) => {
      await copyText(text);
      return succeed({});
    },
    'window:ready': (_nothing, { contentsId }) => {
      shell.ready(contentsId);
      return succeed({});
    },
    'window:page-broke': (told) => {
      log.error('A page could not be drawn any more', told);
      return succeed({});
    },
    'window:hide': async (_nothing, { contentsId }) => {
      await shell.hide(contentsId);
      return succeed({});
    },
    'window:remember-tab': ({ tab }) => {
      shell.rememberTab(tab);
      return succeed({});
    },
    'window:offer-commands': ({ commands }) => {
      shell.offerCommands(commands);
      return succeed({});
    },
  };
}
