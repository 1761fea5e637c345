import type { BackfillStatus } from '../../shared/ipc/backfill-contract.ts';
import { succeed } from '../../shared/result.ts';
import type { HandlersOf } from './router.ts';

/** What a page asks of the calls that nobody heard. */
export interface BackfillDesk {
  status(): BackfillStatus;
  ask(): void;
  cancel(): void;
}

export function createBackfillHandlers(backfill: BackfillDesk): HandlersOf<'backfill'> {
  return {
    'backfill:read': () => succeed(backfill.status()),
    'backfill:start': () => {
      backfill.ask();
      return succeed({});
    },
    'backfill:cancel': () => {
      backfill.cancel();
      return succeed({});
    },
  };
}
