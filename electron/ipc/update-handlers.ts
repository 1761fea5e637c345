import { succeed } from '../../shared/result.ts';
import type { UpdateDesk } from '../updates/update-desk.ts';
import type { HandlersOf } from './router.ts';

export function createUpdateHandlers(updates: Pick<UpdateDesk, 'check'>): HandlersOf<'updates'> {
  return {
    'updates:check': () => {
      // How it goes is in the snapshot.
      void updates.check();
      return succeed({});
    },
  };
}
