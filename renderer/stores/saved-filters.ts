import { create } from 'zustand';
import type { HistoryWish, SavedFilter } from '../../shared/domain/history/history-wish.ts';
import type { DialerError } from '../../shared/errors.ts';
import { request } from '../dialer-api.ts';
import { inTurn } from './settings.ts';

interface SavedFiltersStore {
  /** In the order of the agent; null before they were read. */
  readonly filters: readonly SavedFilter[] | null;
  /** Their list is open. */
  readonly open: boolean;
  readonly failure: DialerError | null;
}

export const useSavedFilters = create<SavedFiltersStore>(() => ({ filters: null, open: false, failure: null }));

export function showSavedFilters(open: boolean): void {
  useSavedFilters.setState({ open, failure: null });
  if (open) void readSavedFilters();
}

async function readSavedFilters(): Promise<void> {
  const answer = await inTurn(() => request('saved-filters:read', {}));
  useSavedFilters.setState(answer.ok ? { filters: answer.value.filters } : { failure: answer.error });
}

/** What is shown is what was kept. */
async function keep(filters: readonly SavedFilter[]): Promise<boolean> {
  const answer = await inTurn(() => request('saved-filters:keep', { filters }));
  useSavedFilters.setState(answer.ok ? { filters, failure: null } : { failure: answer.error });
  return answer.ok;
}

const all = () => useSavedFilters.getState().filters ?? [];

/** Under a name that there is already, it takes the place of that one. */
export function saveFilter(name: string, wish: HistoryWish): Promise<boolean> {
  const saved = { name: name.trim(), wish };
  const at = all().findIndex((filter) => filter.name === saved.name);
  return keep(at === -1 ? [...all(), saved] : all().map((filter, index) => (index === at ? saved : filter)));
}

export function renameFilter(index: number, name: string): Promise<boolean> {
  const wanted = name.trim();
  const taken = all().some((filter, at) => at !== index && filter.name === wanted);
  if (wanted === '' || taken) return Promise.resolve(false);
  return keep(all().map((filter, at) => (at === index ? { ...filter, name: wanted } : filter)));
}

export function removeFilter(index: number): Promise<boolean> {
  return keep(all().filter((_, at) => at !== index));
}

export function moveFilter(index: number, step: 1 | -1): Promise<boolean> {
  const moved = [...all()];
  const [filter] = moved.splice(index, 1);
  if (filter === undefined || index + step < 0 || index + step > moved.length) return Promise.resolve(false);
  moved.splice(index + step, 0, filter);
  return keep(moved);
}
