import { succeed } from '../../shared/result.ts';
import type { ScreenPop } from '../desk/screen-pop.ts';
import type { HandlersOf } from './router.ts';

export function createScreenPopHandlers(pop: Pick<ScreenPop, 'open' | 'tryOut' | 'noticed'>): HandlersOf<'screen-pop'> {
  return {
    'screen-pop:open': ({ callId }) => pop.open(callId),
    'screen-pop:try': ({ slot }) => pop.tryOut(slot),
    'screen-pop:noticed': () => {
      pop.noticed();
      return succeed({});
    },
  };
}
