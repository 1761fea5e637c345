import { fail, succeed } from '../../shared/result.ts';
import type { SavedFilters } from '../storage/saved-filters.ts';
import type { HandlersOf } from './router.ts';

export function createSavedFiltersHandlers(saved: SavedFilters): HandlersOf<'saved-filters'> {
  return {
    'saved-filters:read': () => succeed({ filters: saved.read() }),
    'saved-filters:keep': ({ filters }) => {
      try {
        saved.keep(filters);
        return succeed({});
      } catch {
        return fail({ code: 'storage-failed' });
      }
    },
  };
}
