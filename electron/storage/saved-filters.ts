import { mostSavedFilters, type SavedFilter } from '../../shared/domain/history/history-wish.ts';
import { savedFilterSchema } from '../../shared/ipc/saved-filters-contract.ts';
import type { JsonFile } from './json-file.ts';

/** Filters of the history that the agent gave a name. */
export interface SavedFilters {
  read(): readonly SavedFilter[];
  keep(filters: readonly SavedFilter[]): void;
}

/** One that cannot be read any more is left out; the others stay. */
export function createSavedFilters(file: JsonFile): SavedFilters {
  return {
    read() {
      const { filters } = file.read();
      const all = Array.isArray(filters) ? filters : [];
      return all
        .flatMap((filter) => {
          const read = savedFilterSchema.safeParse(filter);
          return read.success ? read.data : [];
        })
        .slice(0, mostSavedFilters);
    },
    keep: (filters) => file.write({ filters }),
  };
}
