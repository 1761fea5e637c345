import { create } from 'zustand';
import type { DialerError } from '../../shared/errors.ts';
import type { ReadNumbers } from '../../shared/ipc/numbers-contract.ts';
import { request, subscribe } from '../dialer-api.ts';

export const periodUnits = ['day', 'week', 'month'] as const;
export type PeriodUnit = (typeof periodUnits)[number];

interface NumbersStore {
  /** They stand in the place of the list of calls. */
  readonly open: boolean;
  readonly unit: PeriodUnit;
  /** A day of the period, as `2026-11-22`; null: today, whichever day that is. */
  readonly day: string | null;
  /** What was read last, and for which question. */
  readonly read: { readonly question: string; readonly numbers: ReadNumbers } | null;
  readonly failure: DialerError | null;
  /** Rises with calls that came, changed or went, and with what the agent added to them. */
  readonly changes: number;
}

/** A burst of changes is counted once. */
const settleMs = 1000;

export const useNumbers = create<NumbersStore>(() => ({
  open: false,
  unit: 'day',
  day: null,
  read: null,
  failure: null,
  changes: 0,
}));

export function showNumbers(): void {
  useNumbers.setState({ open: true });
}

/** False when they were not open. */
export function leaveNumbers(): boolean {
  const { open } = useNumbers.getState();
  if (open) useNumbers.setState({ open: false });
  return open;
}

export function choosePeriod(period: Partial<Pick<NumbersStore, 'unit' | 'day'>>): void {
  useNumbers.setState(period);
}

let asked = '';

/** An answer to an older question is not shown. */
export async function readNumbers(
  question: string,
  query: { readonly profile: 'active' | 'all'; readonly edges: readonly number[] },
): Promise<void> {
  asked = question;
  const answer = await request('numbers:read', query);
  if (asked !== question) return;
  if (answer.ok) useNumbers.setState({ read: { question, numbers: answer.value }, failure: null });
  else useNumbers.setState({ failure: answer.error });
}

export function connectNumbers(): void {
  let waiting = false;
  const countSoon = () => {
    if (!useNumbers.getState().open || waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      useNumbers.setState(({ changes }) => ({ changes: changes + 1 }));
    }, settleMs);
  };
  subscribe('call:changed', countSoon);
  subscribe('after-call:changed', countSoon);
  subscribe('keeping:removed', countSoon);
}
