import { create } from 'zustand';
import { changedWish, everyCall, type HistoryWish } from '../../shared/domain/history/history-wish.ts';

interface HistoryDeskStore {
  /** What the agent wants to see; the list follows it. */
  readonly wish: HistoryWish;
  /** The row that was chosen. */
  readonly chosen: string | null;
  /** The details of the chosen call are open. */
  readonly open: boolean;
}

export const useHistoryDesk = create<HistoryDeskStore>(() => ({ wish: everyCall, chosen: null, open: false }));

export function wishFor(wish: HistoryWish): void {
  useHistoryDesk.setState({ wish: changedWish(everyCall, wish) });
}

export function changeWish(change: HistoryWish): void {
  useHistoryDesk.setState(({ wish }) => ({ wish: changedWish(wish, change) }));
}

export function chooseRow(chosen: string | null): void {
  useHistoryDesk.setState({ chosen });
}

export function openDetails(chosen: string): void {
  useHistoryDesk.setState({ chosen, open: true });
}

/** False when they were not open. */
export function closeDetails(): boolean {
  const { open } = useHistoryDesk.getState();
  if (open) useHistoryDesk.setState({ open: false });
  return open;
}
