import { create } from 'zustand';
import type { AskedCall } from '../../shared/ipc/asked-contract.ts';
import { request } from '../dialer-api.ts';
import { useAppState } from './app-state.ts';
import { putNumber, replaceNumber, useKeypad } from './keypad.ts';
import { chooseTrunk, useTrunks } from './trunks.ts';

export type AskedNumber = Extract<AskedCall, { readonly kind: 'number' }>;

/** A trunk that was asked for: `open` until the list of trunks tells whether it is there. */
interface AskedTrunk {
  readonly name: string;
  readonly state: 'open' | 'chosen' | 'missing' | 'list-unknown';
  /** The agent's own choice, which comes back. */
  readonly before: string | null;
}

/** What the number field has from a link or the command line: for as long as it stands there unchanged. */
interface Placed {
  readonly asked: AskedNumber;
  /** What stood in the field; empty when nothing did. */
  readonly before: string;
  /** Since when it can have been seen: it was put in, or the window got the focus after that. */
  readonly seenFromMs: number;
  readonly trunk: AskedTrunk | null;
  /** The agent allowed that it is called at once, and it was not yet. */
  readonly callNow: boolean;
}

/** A hand already on its way to Enter meant the number that stood there, or another program. */
const noticedAfterMs = 600;

export const useAsked = create<{ readonly placed: Placed | null }>(() => ({ placed: null }));

/** Puts the number into the field. What was typed there can be brought back; one number asked for takes the place of another. */
export async function takeAsked(asked: AskedNumber): Promise<void> {
  const answer = await request('asked:take', { id: asked.id });
  if (!answer.ok) return;
  const { call } = answer.value;
  const { number, trunk } = asked;
  const { placed } = useAsked.getState();
  const { text } = useKeypad.getState();
  const untouched = placed !== null && placed.asked.number === text;
  const before = untouched ? placed.before : text;
  if (placed !== null) leavePlaced(placed);
  useAsked.setState({ placed: null });
  if (untouched) replaceNumber(number);
  else putNumber(number);
  useAsked.setState({
    placed: {
      // The wait may have become too long since the window was told.
      asked: asked.call === 'yes' && !call ? { ...asked, call: 'too-late' } : asked,
      before: before === number ? '' : before,
      seenFromMs: Date.now(),
      trunk: trunk === null ? null : { name: trunk, state: 'open', before: useTrunks.getState().chosen },
      callNow: call,
    },
  });
  chooseAskedTrunk();
}

export function dismissAsked(id: string): void {
  const { placed } = useAsked.getState();
  if (placed?.asked.id === id) {
    useAsked.setState({ placed: null });
    leavePlaced(placed);
  }
  void request('asked:dismiss', { id });
}

/** The number goes, what stood there before comes back. */
export function bringBack(): void {
  const { placed } = useAsked.getState();
  if (placed !== null) putNumber(placed.before);
}

/** True for the moment in which nobody can have seen yet what stands in the field, empty as it may have been: the window comes up by itself. */
export function isJustReplaced(): boolean {
  const { placed } = useAsked.getState();
  return placed !== null && Date.now() - placed.seenFromMs < noticedAfterMs;
}

/** The caller id that was asked for with exactly this number. */
export function askedCallerId(text: string): string | null {
  const { placed } = useAsked.getState();
  return placed?.asked.number === text ? placed.asked.callerId : null;
}

/** Tells once that the number in the field is to be called at once. */
export function startAskedCall(): void {
  useAsked.setState(({ placed }) => (placed === null ? {} : { placed: { ...placed, callNow: false } }));
}

/** What was asked for ends when its number leaves the field, however that comes about. */
export function connectAsked(): void {
  useKeypad.subscribe(({ text }) => {
    const { placed } = useAsked.getState();
    if (placed !== null && placed.asked.number !== text) dismissAsked(placed.asked.id);
  });
  useTrunks.subscribe(chooseAskedTrunk);
  window.addEventListener('focus', () => {
    useAsked.setState(({ placed }) => (placed === null ? {} : { placed: { ...placed, seenFromMs: Date.now() } }));
  });
  // Taken by a page that was loaded anew since: nothing of it stands in the field.
  const { asked } = useAppState.getState().state ?? {};
  if (asked?.kind === 'number' && asked.taken) dismissAsked(asked.id);
}

function chooseAskedTrunk(): void {
  const { placed } = useAsked.getState();
  if (placed?.trunk?.state !== 'open') return;
  const { name } = placed.trunk;
  const { list, failure, loading } = useTrunks.getState();
  if (list === null && (failure === null || loading)) return;
  const state = list === null ? 'list-unknown' : list.some((trunk) => trunk.name === name) ? 'chosen' : 'missing';
  useAsked.setState({ placed: { ...placed, trunk: { ...placed.trunk, state } } });
  if (state === 'chosen') chooseTrunk(asChoice(name));
}

/** A trunk asked for is for that number alone, unless the agent chose another meanwhile. */
function leavePlaced({ trunk }: Placed): void {
  if (trunk?.state === 'chosen' && useTrunks.getState().chosen === asChoice(trunk.name)) chooseTrunk(trunk.before);
}

/** The usual trunk is chosen by choosing none. */
function asChoice(name: string): string | null {
  return useAppState.getState().state?.effective.identity.trunkName === name ? null : name;
}
