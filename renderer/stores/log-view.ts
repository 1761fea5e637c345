import { create } from 'zustand';
import type { LogLevel } from '../../shared/domain/log-level.ts';
import type { LogPage } from '../../shared/ipc/log-contract.ts';
import { request } from '../dialer-api.ts';

const pageSize = 100;
/** As many as one question may ask for. */
const mostShown = 500;

interface LogViewStore {
  readonly level: LogLevel;
  readonly text: string;
  readonly limit: number;
  /** Null until it was read. */
  readonly page: LogPage | null;
  readonly failed: boolean;
  /** How many entries were copied by the last wish. */
  readonly copied: number | null;
}

const beginning = { limit: pageSize, failed: false, copied: null } as const;

export const useLogView = create<LogViewStore>(() => ({ ...beginning, level: 'info', text: '', page: null }));

/** An answer to an earlier wish says nothing of this one. */
let wishes = 0;

export async function readLog(): Promise<void> {
  wishes += 1;
  const mine = wishes;
  const { level, text, limit } = useLogView.getState();
  const answer = await request('log:read', { level, text, limit });
  if (mine !== wishes) return;
  useLogView.setState(answer.ok ? { page: answer.value, failed: false } : { page: null, failed: true });
}

export function filterLog(change: { readonly level?: LogLevel; readonly text?: string }): void {
  useLogView.setState({ ...beginning, ...change });
  void readLog();
}

export function showMoreOfLog(): void {
  useLogView.setState(({ limit }) => ({ limit: Math.min(mostShown, limit + pageSize), copied: null }));
  void readLog();
}

export function mayShowMore({ page, limit }: Pick<LogViewStore, 'page' | 'limit'>): boolean {
  return page !== null && page.entries.length < page.total && limit < mostShown;
}

export async function copyLog(): Promise<void> {
  const { level, text, limit } = useLogView.getState();
  const answer = await request('log:copy', { level, text, limit });
  useLogView.setState(answer.ok ? { copied: answer.value.entries, failed: false } : { failed: true });
}
