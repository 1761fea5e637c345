import { succeed } from '../../shared/result.ts';
import type { MissedWatch } from '../desk/missed-watch.ts';
import type { HandlersOf } from './router.ts';

export type MissedDesk = Pick<MissedWatch, 'list' | 'seen' | 'handle' | 'reopen'>;

export function createMissedHandlers(missed: MissedDesk): HandlersOf<'missed'> {
  return {
    'missed:list': ({ handled }) => succeed({ entries: missed.list(handled) }),
    'missed:seen': () => {
      missed.seen();
      return succeed({});
    },
    'missed:handle': ({ number }) => {
      missed.handle(number);
      return succeed({});
    },
    'missed:reopen': ({ number }) => {
      missed.reopen(number);
      return succeed({});
    },
  };
}
