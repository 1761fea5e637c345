import { create } from 'zustand';
import type { MissedEntry } from '../../shared/domain/missed/missed-entry.ts';
import type { DialerError } from '../../shared/errors.ts';
import { request, subscribe } from '../dialer-api.ts';

interface MissedStore {
  /** The history shows the numbers that called in vain, instead of all calls. */
  readonly open: boolean;
  /** Those that were handled in the last days stand below those that wait. */
  readonly withHandled: boolean;
  readonly waiting: readonly MissedEntry[];
  readonly handled: readonly MissedEntry[];
  readonly profile: string | null;
  readonly ready: boolean;
  /** Why they could not be read. */
  readonly failure: DialerError | null;
  /** Why the last word of the agent was not kept. */
  readonly refusal: DialerError | null;
  /** By its id. */
  readonly chosen: string | null;
  /** What the agent said to be handled, the last at the end: it can be taken back. */
  readonly done: readonly MissedEntry[];
}

const nothing = { waiting: [], handled: [], ready: false, failure: null, refusal: null, chosen: null, done: [] };

export const useMissed = create<MissedStore>(() => ({ open: false, withHandled: false, profile: null, ...nothing }));

/** Rises with each question, so that an answer to an older one is not shown. */
let asked = 0;
let newest: Promise<void> = Promise.resolve();

export function connectMissed(): void {
  subscribe('missed:changed', () => {
    if (useMissed.getState().open) void readMissed();
  });
}

/** Resolves when what was asked last is shown. */
export function readMissed(): Promise<void> {
  newest = ask();
  return newest;
}

async function ask(): Promise<void> {
  asked += 1;
  const now = asked;
  const { withHandled } = useMissed.getState();
  const [waiting, handled] = await Promise.all([
    request('missed:list', { handled: false }),
    withHandled ? request('missed:list', { handled: true }) : null,
  ]);
  if (now !== asked) return newest;
  const refused = [waiting, handled].find((answer) => answer?.ok === false);
  if (refused?.ok === false) return useMissed.setState({ failure: refused.error });
  useMissed.setState((before) => {
    const next = {
      waiting: waiting.ok ? waiting.value.entries : [],
      handled: handled?.ok === true ? handled.value.entries : [],
    };
    return { ...next, ready: true, failure: null, chosen: stillChosen(before, next) };
  });
}

/** Where the chosen one went, the one that took its place is chosen. */
function stillChosen(
  { chosen, ...before }: MissedStore,
  next: Pick<MissedStore, 'waiting' | 'handled'>,
): MissedStore['chosen'] {
  const entries = [...next.waiting, ...next.handled];
  if (chosen === null || entries.some(({ id }) => id === chosen)) return chosen;
  const place = [...before.waiting, ...before.handled].findIndex(({ id }) => id === chosen);
  return (entries[Math.max(0, place)] ?? entries.at(-1))?.id ?? null;
}

export function showMissed(open: boolean): void {
  useMissed.setState({ open });
}

export function showHandled(withHandled: boolean): void {
  useMissed.setState({ withHandled });
  void readMissed();
}

/** Of another profile are other numbers. */
export function readMissedOf(profile: string | null): Promise<void> {
  if (useMissed.getState().profile !== profile) useMissed.setState({ ...nothing, profile });
  return readMissed();
}

export function chooseMissed(id: string | null): void {
  useMissed.setState({ chosen: id });
}

export async function markHandled(entry: MissedEntry): Promise<void> {
  const answer = await request('missed:handle', { number: entry.number });
  if (!answer.ok) return useMissed.setState({ refusal: answer.error });
  useMissed.setState(({ done }) => ({ refusal: null, done: [...done, entry] }));
  await readMissed();
}

export async function markWaiting({ number }: MissedEntry): Promise<void> {
  const answer = await request('missed:reopen', { number });
  if (!answer.ok) return useMissed.setState({ refusal: answer.error });
  useMissed.setState(({ done }) => ({ refusal: null, done: done.filter((one) => one.number !== number) }));
  await readMissed();
}

/** Takes the last word back, and comes back to its number. */
export async function undoHandled(): Promise<void> {
  const last = useMissed.getState().done.at(-1);
  if (last === undefined) return;
  await markWaiting(last);
  if (useMissed.getState().waiting.some(({ id }) => id === last.id)) chooseMissed(last.id);
}

export function forgetDone(): void {
  useMissed.setState({ done: [] });
}
