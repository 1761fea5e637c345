import { create } from 'zustand';
import type { DialFinding, DialStop } from '../../shared/domain/dial-findings.ts';
import { isStop } from '../../shared/domain/dial-findings.ts';
import { request } from '../dialer-api.ts';
import { keepEqualParts } from './keep-equal.ts';

/** What a call would be asked for with. */
interface Asked {
  readonly destination: string;
  readonly trunkName: string | null;
}

interface FindingsStore {
  /** What the findings are about; null: nothing was found out. */
  readonly of: Asked | null;
  readonly findings: readonly DialFinding[];
  /** Call was pressed although something speaks against it. */
  readonly insisted: boolean;
}

const nothing: FindingsStore = { of: null, findings: [], insisted: false };
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
    const answer = await request('call:plan', { ...asked, literal: false });
    if (mine !== generation) return;
    const findings = answer.ok ? answer.value.findings : [];
    // Most answers say what the last one said, and nothing is drawn anew for them.
    useDialFindings.setState((now) =>
      keepEqualParts(now, { of: asked, findings, insisted: now.insisted && isSame(now.of, asked) }),
    );
  }, pauseMs);
}

/** The call was asked for and stopped: what stopped it is known better than by any earlier question. */
export function stoppedBy(asked: Asked, stop: DialStop): void {
  generation += 1;
  clearTimeout(timer);
  useDialFindings.setState({ of: asked, findings: [stop], insisted: true });
}

export function forgetFindings(): void {
  generation += 1;
  clearTimeout(timer);
  if (useDialFindings.getState() !== nothing) useDialFindings.setState(nothing, true);
}

/** What stops the call to this number; what was found of another says nothing of it. */
export function stopOf({ of, findings }: FindingsStore, asked: Asked): DialStop | null {
  return isSame(of, asked) ? (findings.find(isStop) ?? null) : null;
}

function isSame(one: Asked | null, other: Asked): boolean {
  return one !== null && one.destination === other.destination && one.trunkName === other.trunkName;
}
