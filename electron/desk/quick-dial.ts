import { assertNever } from '../../shared/assert-never.ts';
import type { DiallingRules } from '../../shared/domain/destination.ts';
import { findNumbers, longestTextSearched } from '../../shared/domain/numbers-in-text.ts';
import type { LocalError } from '../../shared/errors.ts';
import type { HotkeyAction } from '../../shared/hotkeys/hotkey.ts';
import type { QuickDialOpening } from '../../shared/ipc/quick-dial-contract.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { unlessFailing } from '../calls/ports.ts';

/** The window of the palette. */
export interface Palette {
  isOpen(): boolean;
  /** Brings it up in front of everything, with the focus. */
  open(opening: QuickDialOpening): void;
  /** Puts what was found out meanwhile into the one that is open. */
  tell(opening: QuickDialOpening): void;
  /** Empties the page, which nobody sees any more. */
  empty(): void;
  close(): void;
}

export interface QuickDial {
  run(action: HotkeyAction): Promise<void>;
  /** What it is open for, for a page that was not there when it was told; null while it is closed. */
  opening(): QuickDialOpening | null;
  close(): void;
  /** Its window is gone from the screen. */
  closed(): void;
}

/** What the palette is opened for, and with which numbers. Nothing here places a call. */
export function createQuickDial(deps: {
  readonly palette: Palette;
  /** What is selected, then what was copied. */
  readonly selectedText: () => Promise<
    readonly { readonly source: 'selection' | 'clipboard'; readonly text: string }[]
  >;
  readonly rules: () => DiallingRules;
  /** The number that was called last; null before the first. */
  readonly lastCalled: () => string | null;
  readonly hasLiveCall: () => boolean;
  readonly showLiveCall: () => void;
}): QuickDial {
  const { palette } = deps;
  let serial = 0;
  let standing: QuickDialOpening | null = null;
  const closed = () => {
    standing = null;
    palette.empty();
  };
  const open = (
    purpose: QuickDialOpening['purpose'],
    more: Partial<Pick<QuickDialOpening, 'numbers' | 'reading' | 'error'>> = {},
  ): QuickDialOpening => {
    serial += 1;
    const empty = { reading: false, source: null, partly: false, numbers: [], error: null };
    const opening: QuickDialOpening = { serial, purpose, ...empty, ...more };
    standing = opening;
    palette.open(opening);
    return opening;
  };
  const dialSelection = async () => {
    const opening = open('selection', { reading: true });
    const texts = await deps.selectedText();
    if (standing?.serial !== opening.serial) return;
    // What is marked counts; only where it holds no number, what was copied.
    const found = texts.map(({ source, text }) => ({
      source,
      partly: text.length > longestTextSearched,
      numbers: findNumbers(text, deps.rules()),
    }));
    const best = found.find(({ numbers }) => numbers.length > 0);
    const partly = best?.partly ?? found.some((one) => one.partly);
    standing = { ...opening, reading: false, source: best?.source ?? null, partly, numbers: best?.numbers ?? [] };
    palette.tell(standing);
  };
  const redial = () => {
    const last = readStored(deps.lastCalled);
    if (!last.ok) open('redial', { error: last.error });
    else
      open('redial', { numbers: last.value === null ? [] : [{ digits: last.value, extension: null, complete: true }] });
  };
  const showCall = () => {
    const live = readStored(deps.hasLiveCall);
    if (!live.ok) open('no-call', { error: live.error });
    else if (live.value) deps.showLiveCall();
    else open('no-call');
  };
  return {
    async run(action) {
      switch (action) {
        case 'quickDial':
          // The same key takes it away again.
          if (palette.isOpen()) palette.close();
          else open('dial');
          break;
        case 'dialSelection':
          await dialSelection();
          break;
        case 'redial':
          redial();
          break;
        case 'showCall':
          showCall();
          break;
        default:
          assertNever(action);
      }
    },
    opening: () => standing,
    close() {
      palette.close();
      // Also where it was not there to be seen yet.
      standing = null;
    },
    closed,
  };
}

/** A key that was pressed is answered also when the history cannot be read. */
function readStored<T>(read: () => T): Result<T, LocalError> {
  return unlessFailing<Result<T, LocalError>>(fail({ code: 'storage-failed' }), () => succeed(read()));
}
