import { create } from 'zustand';
import type { HotkeyAction } from '../../shared/hotkeys/hotkey.ts';
import { request, subscribe } from '../dialer-api.ts';

interface HotkeysStore {
  /** Which one is being recorded or tried out now. */
  readonly busy: { readonly action: HotkeyAction; readonly with: 'recording' | 'testing' } | null;
  /** The one whose key was seen to arrive from the system while it was tried out. */
  readonly arrived: HotkeyAction | null;
}

export const useHotkeys = create<HotkeysStore>(() => ({ busy: null, arrived: null }));

export function connectHotkeys(): void {
  subscribe('hotkeys:fired', ({ action }) => {
    const { busy } = useHotkeys.getState();
    if (busy?.with !== 'testing' || busy.action !== action) return;
    rest();
    useHotkeys.setState({ arrived: action });
  });
  // The keys were given back meanwhile, and do their work again.
  subscribe('hotkeys:rested', () => useHotkeys.setState({ busy: null }));
}

/** All hotkeys are given back to the page for as long as it takes. */
export function recordHotkeyFor(action: HotkeyAction): void {
  begin({ action, with: 'recording' });
}

/** Waits for the key to come from the system, which then does nothing else. */
export function tryHotkey(action: HotkeyAction): void {
  begin({ action, with: 'testing' });
}

function begin(busy: NonNullable<HotkeysStore['busy']>): void {
  useHotkeys.setState({ busy, arrived: null });
  void request('hotkeys:listen', { mode: busy.with });
}

export function rest(): void {
  if (useHotkeys.getState().busy === null) return;
  useHotkeys.setState({ busy: null });
  void request('hotkeys:listen', { mode: 'usual' });
}

export function pauseHotkeys(paused: boolean): void {
  void request('hotkeys:pause', { paused });
}
