import { create } from 'zustand';
import type { DialStopKind } from '../../shared/domain/dial-findings.ts';
import type { DialerError } from '../../shared/errors.ts';
import { request, subscribe } from '../dialer-api.ts';
import { askedCallerId } from './asked.ts';
import { stoppedBy } from './dial-findings.ts';
import { keepHow, putNumber } from './keypad.ts';
import { saidAfterMs } from './said-after.ts';
import { useTrunks } from './trunks.ts';
import { showTab } from './view.ts';

/** Where the agent asked for the call, and so where the answer must stand. */
export type DialPlace = 'keypad' | 'contacts' | 'history' | 'card' | 'compact';

interface DiallingStore {
  /** The answer for a call takes so long that it is said. */
  readonly inFlight: boolean;
  /** How many calls were asked for: one more when it is said, or with the answer that came before that. */
  readonly asks: number;
  /** Why nothing was sent, or why the page of a call did not open; that is about no number that could be dialled. */
  readonly problem: { readonly place: DialPlace; readonly destination: string; readonly error: DialerError } | null;
}

export const useDialling = create<DiallingStore>(() => ({ inFlight: false, asks: 0, problem: null }));

let asking = false;

/** From the very moment of the intent on, long before it is said: further ones are dropped. */
export function isAsking(): boolean {
  return asking;
}

export function forgetProblem(): void {
  if (useDialling.getState().problem !== null) useDialling.setState({ problem: null });
}

export function forgetProblemAt(place: DialPlace): void {
  if (useDialling.getState().problem?.place === place) forgetProblem();
}

/** The keys that were held. `literal`: as it stands, whatever rules say. `anyway`: although something speaks against it. */
export interface HeldKeys {
  readonly literal?: boolean;
  readonly anyway?: boolean;
}

/** `override`: what was shown that speaks against it. */
export interface HowToCall {
  readonly literal?: boolean;
  readonly override?: readonly DialStopKind[];
  /** The trunk that the contact is called by. */
  readonly contactTrunk?: string | null;
}

/** What was wrong with the last attempt says nothing of another number. */
export function forgetProblemOfOther(destination: string): void {
  if (useDialling.getState().problem?.destination !== destination) forgetProblem();
}

/** A number that was chosen outside of the window stands in it as if it had been asked for here. */
export function connectChosenOutside(): void {
  subscribe('call:not-placed', ({ destination, error }) => {
    showTab('keypad');
    putNumber(destination);
    showProblem('keypad', destination, error);
  });
  subscribe('call:fill-in', ({ destination }) => {
    showTab('keypad');
    putNumber(destination);
    forgetProblem();
  });
}

/** Says in place why something did not work. */
export function showProblem(place: DialPlace, destination: string, error: DialerError): void {
  useDialling.setState({ problem: { place, destination, error } });
}

/**
 * Asks for one call. While an answer is awaited further intents are dropped: a double click or a held key is one call.
 * Never tried again by itself. Returns the outcome, or null when nothing was sent.
 */
export async function originate(
  destination: string,
  place: DialPlace,
  how: HowToCall = {},
): Promise<'accepted' | 'refused' | 'unknown' | null> {
  if (asking) return null;
  const trunkName = useTrunks.getState().chosen;
  const { literal = false, contactTrunk = null, override = [] } = how;
  const callerId = place === 'keypad' ? askedCallerId(destination) : null;
  const answer = await whileSaid(() =>
    request('call:originate', {
      destination,
      trunkName,
      contactTrunk,
      literal,
      override,
      ...(callerId === null ? {} : { callerId }),
    }),
  );
  // The small window has no number to say it under.
  if (!answer.ok && answer.error.code === 'dial-stopped' && place !== 'compact') {
    // It is said, and can be overridden, under the number alone.
    if (place !== 'keypad') {
      showTab('keypad');
      putNumber(destination, { literal, contactTrunk });
    } else keepHow(destination, { literal, contactTrunk });
    stoppedBy({ destination, trunkName, contactTrunk, literal }, answer.error.stops, override);
    return null;
  }
  if (!answer.ok) {
    showProblem(place, destination, answer.error);
    return null;
  }
  return answer.value.outcome;
}

/** Asks, and says so if the answer takes a moment. */
async function whileSaid<T>(ask: () => Promise<T>): Promise<T> {
  const said = ({ asks }: DiallingStore, inFlight: boolean) => ({ inFlight, asks: asks + 1, problem: null });
  asking = true;
  const timer = setTimeout(() => useDialling.setState((store) => said(store, true)), saidAfterMs);
  try {
    return await ask();
  } finally {
    asking = false;
    clearTimeout(timer);
    useDialling.setState((store) => (store.inFlight ? { inFlight: false } : said(store, false)));
  }
}
