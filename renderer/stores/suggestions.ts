import { create } from 'zustand';
import type { CalledNumber } from '../../shared/ipc/call-contract.ts';
import { request } from '../dialer-api.ts';

interface SuggestionsStore {
  /** The digits that the answer is for; null before the first and after a change of the profile. */
  readonly digits: string | null;
  readonly numbers: readonly CalledNumber[];
  /** What is known of exactly this number. */
  readonly exact: CalledNumber | null;
}

const nothing: SuggestionsStore = { digits: null, numbers: [], exact: null };
export const useSuggestions = create<SuggestionsStore>(() => nothing);

/** As many as are shown. */
const most = 4;
/** Between two keys of a quick typist nothing is asked. */
const pauseMs = 60;

let generation = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Asks for earlier numbers after a short pause. An answer that comes after a newer question is dropped. */
export function askSuggestions(digits: string): void {
  generation += 1;
  const asked = generation;
  clearTimeout(timer);
  timer = setTimeout(async () => {
    const answer = await request('call:suggest', { digits, limit: most });
    // They are a help, not the task: without an answer there are none.
    if (asked === generation) useSuggestions.setState(answer.ok ? { digits, ...answer.value } : nothing);
  }, pauseMs);
}

export function forgetSuggestions(): void {
  generation += 1;
  clearTimeout(timer);
  useSuggestions.setState(nothing);
}
