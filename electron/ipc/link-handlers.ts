import { succeed } from '../../shared/result.ts';
import type { AskedCalls } from '../links/asked-calls.ts';
import type { LinkPrograms } from '../shell/protocol-links/link-programs.ts';
import type { HandlersOf } from './router.ts';

/** What a page does with what links and the command line ask for, and which program the system opens links with. */
export function createLinkHandlers(asked: AskedCalls, programs: LinkPrograms): HandlersOf<'asked' | 'links'> {
  return {
    'asked:take': ({ id }) => asked.take(id),
    'asked:dismiss': ({ id }) => {
      asked.dismiss(id);
      return succeed({});
    },
    'links:read': async () => succeed(await programs.read()),
    'links:register': async ({ scheme }) => succeed(await programs.register(scheme)),
    'links:remove': async ({ scheme }) => succeed(await programs.remove(scheme)),
    'links:open-system-settings': async () => {
      await programs.openSystemSettings();
      return succeed({});
    },
  };
}
