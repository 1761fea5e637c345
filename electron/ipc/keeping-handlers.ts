import { succeed } from '../../shared/result.ts';
import type { HandlersOf } from './router.ts';

/** What can be asked about the keeping of the database. */
export interface KeepingDesk {
  rescueNoted(): void;
  mend(): void;
}

export function createKeepingHandlers(desk: KeepingDesk): HandlersOf<'keeping'> {
  return {
    'keeping:rescue-noted': () => {
      desk.rescueNoted();
      return succeed({});
    },
    'keeping:mend': () => {
      desk.mend();
      return succeed({});
    },
  };
}
