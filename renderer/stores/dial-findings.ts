import { create } from 'zustand';
import { type DialFinding, type DialStop, type DialStopKind, isStop } from '../../shared/domain/dial-findings.ts';
import { request } from '../dialer-api.ts';
import { keepEqualParts } from './keep-equal.ts';

/** What a call would be asked for with. */
interface Asked {
  readonly destination: string;
  readonly trunkName: string | null;
  readonly contactTrunk: string | null;
  readonly literal: boolean;
}

interface FindingsStore {
  /** What the findings are about; null: nothing was found out. */
  readonly of: Asked | null;
  readonly findings: readonly DialFinding[];
  /** Call was pressed although something speaks against it. */
  readonly insisted: boolean;
  /** What of it was shown, and overridden. One is shown after the other, so that none is lifted unread. */
  readonly lifted: readonly DialStopKind[];
}

const nothing: FindingsStore = { of: null, findings: [], insisted: false, lifted: [] };
export const useDialFindings = create<FindingsStore>(() => nothing);

/** Between two keys of a quick typist nothing is asked. */
const pauseMs = 60;

let generation = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Finds out what speaks against a call. An answer that comes after a newer question is dropped. */
export function askFindings(asked: Asked): void {
  generation += 1;
  const mine = generation;
  clearTimeout(timer);
  timer = setTimeout(async () => {
    const answer = await request('call:plan', asked);
    if (mine !== generation) return;
    const findings = answer.ok ? answer.value.findings : [];
    // Most answers say what the last one said, and nothing is drawn anew for them.
    useDialFindings.setState((now) => {
      const { insisted, lifted } = isSame(now.of, asked) ? now : nothing;
      return keepEqualParts(now, { of: asked, findings, insisted, lifted });
    });
  }, pauseMs);
}

/** The call was asked for and stopped: what stopped it is known better than by any earlier question. */
export function stoppedBy(asked: Asked, stops: readonly DialStop[], lifted: readonly DialStopKind[]): void {
  generation += 1;
  clearTimeout(timer);
  useDialFindings.setState({ of: asked, findings: stops, insisted: true, lifted });
}

export function forgetFindings(): void {
  generation += 1;
  clearTimeout(timer);
  if (useDialFindings.getState() !== nothing) useDialFindings.setState(nothing, true);
}

/** What stops the call to this number, and is shown; what was found of another says nothing of it. */
export function stopOf({ of, findings, lifted }: FindingsStore, asked: Asked): DialStop | null {
  return isSame(of, asked) ? (findings.filter(isStop).find(({ kind }) => !lifted.includes(kind)) ?? null) : null;
}

/** What is lifted by asking once more: what was shown so far. Nothing as long as nothing was. */
export function liftShown(asked: Asked): readonly DialStopKind[] {
  const store = useDialFindings.getState();
  const shown = stopOf(store, asked);
  return isSame(store.of, asked) ? [...store.lifted, ...(shown === null ? [] : [shown.kind])] : [];
}

function isSame(one: Asked | null, other: Asked): boolean {
  return (
    one !== null &&
    one.destination === other.destination &&
    one.trunkName === other.trunkName &&
    one.contactTrunk === other.contactTrunk &&
    one.literal === other.literal
  );
}
