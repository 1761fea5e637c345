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
  /** The one that was removed, and where it stood: it can come back until the list is changed otherwise or closed. */
  readonly removed: { readonly filter: SavedFilter; readonly at: number } | null;
}

export const useSavedFilters = create<SavedFiltersStore>(() => ({
  filters: null,
  open: false,
  failure: null,
  removed: null,
}));

export function showSavedFilters(open: boolean): void {
  useSavedFilters.setState({ open, failure: null, removed: null });
  if (open) void readSavedFilters();
}

async function readSavedFilters(): Promise<void> {
  const answer = await inTurn(() => request('saved-filters:read', {}));
  useSavedFilters.setState(answer.ok ? { filters: answer.value.filters } : { failure: answer.error });
}

type Change = (filters: readonly SavedFilter[]) => readonly SavedFilter[] | null;

/** One change after the other, each of what the one before it left. What is shown is what was kept. Null: there is nothing to change. */
function change(next: Change): Promise<boolean> {
  return inTurn(async () => {
    const filters = next(all());
    if (filters === null) return false;
    const answer = await request('saved-filters:keep', { filters });
    useSavedFilters.setState(answer.ok ? { filters, failure: null, removed: null } : { failure: answer.error });
    return answer.ok;
  });
}

/** The same of the one that stands at the index now, wherever it stands when it is its turn. */
function changeAt(index: number, next: (filters: readonly SavedFilter[], at: number) => ReturnType<Change>) {
  const meant = all()[index];
  return change((filters) => {
    const at = meant === undefined ? -1 : filters.indexOf(meant);
    return at === -1 ? null : next(filters, at);
  });
}

const all = () => useSavedFilters.getState().filters ?? [];

/** Whether a filter other than the one at the index has the name, in whatever case. */
export function isNameTaken(filters: readonly SavedFilter[], name: string, except: number | null = null): boolean {
  return filters.some((filter, at) => at !== except && sameName(filter.name, name));
}

function sameName(one: string, other: string): boolean {
  return one.trim().toLocaleLowerCase() === other.trim().toLocaleLowerCase();
}

/** Under a name that there is already, it takes the place of that one. */
export function saveFilter(name: string, wish: HistoryWish): Promise<boolean> {
  const saved = { name: name.trim(), wish };
  return change((filters) => {
    const at = filters.findIndex((filter) => sameName(filter.name, saved.name));
    return at === -1 ? [...filters, saved] : filters.map((filter, place) => (place === at ? saved : filter));
  });
}

/** False: not kept, since it is no name, or that of another one, or cannot be written. */
export function renameFilter(index: number, name: string): Promise<boolean> {
  const wanted = name.trim();
  return changeAt(index, (filters, at) =>
    wanted === '' || isNameTaken(filters, wanted, at)
      ? null
      : filters.map((filter, place) => (place === at ? { ...filter, name: wanted } : filter)),
  );
}

export async function removeFilter(index: number): Promise<void> {
  const filter = all()[index];
  if (filter === undefined) return;
  let at = index;
  const gone = await changeAt(index, (filters, place) => {
    at = place;
    return filters.toSpliced(place, 1);
  });
  if (gone) useSavedFilters.setState({ removed: { filter, at } });
}

/** Back where it was. */
export async function restoreFilter(): Promise<void> {
  await change((filters) => {
    const { removed } = useSavedFilters.getState();
    return removed === null ? null : filters.toSpliced(removed.at, 0, removed.filter);
  });
}

export function forgetRemoved(): void {
  useSavedFilters.setState({ removed: null });
}

export function moveFilter(index: number, step: 1 | -1): Promise<boolean> {
  return changeAt(index, (filters, at) => {
    const [moving, other] = [filters[at], filters[at + step]];
    if (moving === undefined || other === undefined) return null;
    return filters.map((filter, place) => (place === at ? other : place === at + step ? moving : filter));
  });
}
