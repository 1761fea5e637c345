import { create } from 'zustand';
import type { DialStopKind } from '../../shared/domain/dial-findings.ts';
import type { DialerError } from '../../shared/errors.ts';
import type { CalledNumber } from '../../shared/ipc/call-contract.ts';
import type { QuickDialOpening } from '../../shared/ipc/quick-dial-contract.ts';
import { request, subscribe } from '../dialer-api.ts';
import { useAppState } from './app-state.ts';
import { type CallableNumber, callableNumbers } from './callable-numbers.ts';
import type { HeldKeys } from './dialling.ts';

/** What became of the call that was asked for here. `not-sent`: for a reason that is known before. */
export type PalettePhase =
  | { readonly kind: 'ready' }
  | { readonly kind: 'asking'; readonly number: string }
  | {
      readonly kind: 'failed';
      readonly number: string;
      readonly outcome: 'not-sent' | 'refused' | 'unknown';
      readonly error: DialerError;
      /** What was overridden before this. */
      readonly lifted: readonly DialStopKind[];
    };

interface QuickDialStore {
  /** Its window is seen. */
  readonly open: boolean;
  readonly opening: QuickDialOpening;
  readonly text: string;
  /** For this call alone; null: the one that is chosen in the main window. */
  readonly trunk: string | null;
  /** Earlier numbers, and the digits they were looked up with; null before the first answer. */
  readonly recent: { readonly digits: string; readonly numbers: readonly CalledNumber[] } | null;
  /** Numbers of contacts, and the words they were looked up with. */
  readonly contacts: { readonly words: string; readonly numbers: readonly CallableNumber[] } | null;
  readonly known: ReadonlyMap<string, CalledNumber | null>;
  readonly phase: PalettePhase;
}

const closed: QuickDialStore = {
  open: false,
  opening: { serial: 0, purpose: 'dial', reading: false, source: null, partly: false, numbers: [], error: null },
  text: '',
  trunk: null,
  recent: null,
  contacts: null,
  known: new Map(),
  phase: { kind: 'ready' },
};
const ready: PalettePhase = { kind: 'ready' };
const mostRecent = 6;
const mostContacts = 6;
const numbersOfContact = 3;
/** Of more than these nobody is asked what is known: each question takes time from the events. */
const mostKnown = 9;

export const useQuickDial = create<QuickDialStore>(() => closed);

export function connectQuickDial(): void {
  subscribe('quick-dial:opened', takeOpening);
  subscribe('quick-dial:closed', forgetAll);
  void catchUp();
}

/** A page that is loaded because it was asked for missed what it was asked for. */
async function catchUp(): Promise<void> {
  const answer = await request('quick-dial:read', {});
  if (!answer.ok || answer.value.opening === null) return;
  // What was announced meanwhile is newer.
  if (answer.value.opening.serial > useQuickDial.getState().opening.serial) takeOpening(answer.value.opening);
}

function takeOpening(opening: QuickDialOpening): void {
  const same = opening.serial === useQuickDial.getState().opening.serial;
  useQuickDial.setState(same ? { opening } : { ...closed, open: true, opening, phase: phaseAtOpening(opening) });
  void askRecent('');
  void askKnown(opening.numbers.map(({ digits }) => digits));
}

function phaseAtOpening({ error }: QuickDialOpening): PalettePhase {
  return error === null ? ready : { kind: 'failed', number: '', outcome: 'not-sent', error, lifted: [] };
}

/** Empty when it comes again. */
function forgetAll(): void {
  useQuickDial.setState(({ opening: { serial } }) => ({ ...closed, opening: { ...closed.opening, serial } }));
}

export function typeIntoPalette(text: string): void {
  useQuickDial.setState({ text, phase: ready });
}

export function takeTrunk(trunk: string): void {
  useQuickDial.setState({ trunk, phase: ready });
}

/** What was said of the last attempt says nothing of another number. */
export function forgetAttempt(): void {
  if (useQuickDial.getState().phase.kind === 'failed') useQuickDial.setState({ phase: ready });
}

export function closePalette(): void {
  forgetAll();
  void request('quick-dial:close', {});
}

export async function askRecent(digits: string): Promise<void> {
  const { serial } = useQuickDial.getState().opening;
  const answer = await request('call:suggest', { digits, limit: mostRecent });
  const now = useQuickDial.getState();
  if (now.opening.serial !== serial) return;
  const { exact, numbers } = answer.ok ? answer.value : { exact: null, numbers: [] };
  const known = new Map(now.known).set(digits, exact);
  useQuickDial.setState({ known, recent: { digits, numbers } });
}

export async function askContacts(words: string): Promise<void> {
  const { serial } = useQuickDial.getState().opening;
  const everything = { source: 'all', favourites: false, tag: null } as const;
  const answer = await request('contact:search', { text: words, limit: mostContacts, ...everything });
  if (useQuickDial.getState().opening.serial !== serial) return;
  const numbers = answer.ok ? callableNumbers(answer.value.hits, numbersOfContact) : [];
  useQuickDial.setState({ contacts: { words, numbers } });
}

export async function askKnown(numbers: readonly string[]): Promise<void> {
  const { serial } = useQuickDial.getState().opening;
  for (const number of numbers.slice(0, mostKnown)) {
    if (useQuickDial.getState().known.has(number)) continue;
    const answer = await request('call:suggest', { digits: number, limit: 1 });
    if (useQuickDial.getState().opening.serial !== serial) return;
    const exact = answer.ok ? answer.value.exact : null;
    useQuickDial.setState(({ known }) => ({ known: new Map(known).set(number, exact) }));
  }
}

/** What is lifted by asking for the same number once more: what was said of it, which is one after the other. */
function shownStops(phase: PalettePhase, number: string): readonly DialStopKind[] {
  if (phase.kind !== 'failed' || phase.number !== number || phase.error.code !== 'dial-stopped') return [];
  return [...phase.lifted, phase.error.stops[0].kind];
}

/** Asks for the call once. Accepted, the palette is gone and the card goes on; else it says here what became of it. */
export async function callFromPalette(
  number: string,
  { literal = false, anyway = false }: HeldKeys = {},
): Promise<void> {
  const { phase, trunk, opening } = useQuickDial.getState();
  if (phase.kind === 'asking') return;
  const override = anyway ? shownStops(phase, number) : [];
  useQuickDial.setState({ phase: { kind: 'asking', number } });
  void request('quick-dial:keep', { open: true });
  const trunkName = trunk ?? useAppState.getState().state?.chosenTrunk ?? null;
  const answer = await request('call:originate', { destination: number, trunkName, literal, override });
  void request('quick-dial:keep', { open: false });
  const now = useQuickDial.getState();
  if (now.opening.serial !== opening.serial || now.phase.kind !== 'asking') {
    // Closed, or opened for something else meanwhile: the card and the history know what became of what was sent.
    if (!answer.ok) void request('quick-dial:not-placed', { destination: number, error: answer.error });
    return;
  }
  if (!answer.ok) {
    useQuickDial.setState({
      phase: { kind: 'failed', number, outcome: 'not-sent', error: answer.error, lifted: override },
    });
  } else if (answer.value.outcome === 'accepted') closePalette();
  else {
    const { outcome, error } = answer.value;
    useQuickDial.setState({ phase: { kind: 'failed', number, outcome, error, lifted: override } });
  }
}
