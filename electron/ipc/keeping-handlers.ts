import type { DialerError } from '../../shared/errors.ts';
import type { RemovalPreview, RemovalRule } from '../../shared/ipc/keeping-contract.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import type { Keeper } from '../storage/keeping/keeper.ts';
import type { HandlersOf } from './router.ts';

/** What can be asked about the keeping of the database. */
export interface KeepingDesk {
  readonly keeper: Keeper;
  rescueNoted(): void;
  restart(): void;
  openFolder(): Promise<boolean>;
  previewRemoval(rule: RemovalRule): Promise<RemovalPreview>;
  callsNow(): number;
}

export function createKeepingHandlers(desk: KeepingDesk): HandlersOf<'keeping'> {
  const { keeper } = desk;
  const restarted = (prepared: Result<unknown, DialerError>) => {
    if (!prepared.ok) return prepared;
    // Once the answer is on its way: the end of the program closes the window that waits for it.
    setImmediate(desk.restart);
    return succeed({});
  };
  return {
    'keeping:rescue-noted': () => {
      desk.rescueNoted();
      return succeed({});
    },
    'keeping:mend': () => restarted(succeed(null)),
    'keeping:read': () => succeed(keeper.read()),
    'keeping:back-up': () => keeper.backUpNow(),
    'keeping:check': () => keeper.checkNow(),
    'keeping:open-folder': async () => ((await desk.openFolder()) ? succeed({}) : fail({ code: 'not-found' })),
    'keeping:preview-removal': async (rule) => succeed(await desk.previewRemoval(rule)),
    'keeping:preview-restore': async ({ name }) => {
      const found = await keeper.look(name);
      if (!found.ok) return found;
      const { calls, newestCallMs } = found.value;
      return succeed({ calls, newestCallMs, callsNow: desk.callsNow() });
    },
    'keeping:restore': async ({ name }) => {
      const found = await keeper.look(name);
      return found.ok ? restarted(keeper.choose(name)) : found;
    },
  };
}
