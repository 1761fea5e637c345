import { globalShortcut } from 'electron';
import {
  electronAccelerator,
  type Hotkey,
  type HotkeyAction,
  hotkeyActions,
  hotkeyProblem,
  parseHotkey,
} from '../../shared/hotkeys/hotkey.ts';
import type { HotkeyState } from '../../shared/ipc/quick-dial-contract.ts';
import { createHeldKeys } from './held-keys.ts';

export type HotkeyStates = Readonly<Record<HotkeyAction, HotkeyState>>;
export type Hotkeys = Readonly<Record<HotkeyAction, string>>;
export type HotkeyMode = 'usual' | 'recording' | 'testing';

export interface GlobalHotkeys {
  /** Takes the hotkeys of the settings. */
  apply(hotkeys: Hotkeys): void;
  pause(paused: boolean): void;
  /** Recording gives all keys back to the page; testing announces a hotkey instead of doing what it does. */
  listen(mode: HotkeyMode): void;
  /** Takes what could not be taken before: another program may have ended, or the keyboard have another layout. */
  tryAgain(): void;
  read(): { readonly paused: boolean; readonly states: HotkeyStates };
  stop(): void;
}

/** Whoever recorded a hotkey still holds it when it is taken, this long after. */
const justRecordedMs = 1000;
/** A page that is gone cannot end what it began. */
const longestListenMs = 60_000;
/** No system tells when a key comes free or a layout has it again. */
const tryAgainMs = 10_000;
const none: HotkeyStates = { quickDial: 'none', dialSelection: 'none', redial: 'none', showCall: 'none' };

/** The hotkeys that work in every program. What is not ours to take is told, never taken by force. */
export function createGlobalHotkeys(deps: {
  readonly platform: NodeJS.Platform;
  /** There a key that was taken may still never arrive. */
  readonly wayland: boolean;
  readonly registrar?: Pick<typeof globalShortcut, 'register' | 'unregister'>;
  /** True when the system says that the screen is locked now. */
  readonly isLocked: () => boolean;
  readonly run: (action: HotkeyAction) => void;
  readonly onFired: (action: HotkeyAction) => void;
  readonly onChange: () => void;
  /** Recording or testing went on for too long and is over. */
  readonly onRest: () => void;
}): GlobalHotkeys {
  const registrar = deps.registrar ?? globalShortcut;
  let hotkeys: Hotkeys = { quickDial: '', dialSelection: '', redial: '', showCall: '' };
  let states = none;
  let paused = false;
  let mode: HotkeyMode = 'usual';
  let listening: NodeJS.Timeout | null = null;
  let again: NodeJS.Timeout | null = null;
  let held: readonly string[] = [];
  let recordedAtMs = Number.NEGATIVE_INFINITY;
  const heldKeys = createHeldKeys();

  const fire = (action: HotkeyAction) => {
    // Whoever stands at the keyboard of a locked screen.
    if (!heldKeys.isPressed(action) || deps.isLocked()) return;
    deps.onFired(action);
    if (mode === 'usual') deps.run(action);
  };
  /** Some names throw where others return false. */
  const register = (accelerator: string, action: HotkeyAction): boolean => {
    try {
      return registrar.register(accelerator, () => fire(action));
    } catch {
      return false;
    }
  };
  const answerTo = (hotkey: Hotkey, action: HotkeyAction, before: ReadonlySet<string>): HotkeyState => {
    if (hotkeyProblem(hotkey, deps.platform === 'darwin') !== null) return 'harmful';
    const accelerator = electronAccelerator(hotkey);
    if (before.has(accelerator)) return 'same';
    if (register(accelerator, action)) return deps.wayland ? 'unsure' : 'on';
    return deps.wayland ? 'withheld' : 'taken';
  };
  const take = () => {
    for (const accelerator of held) registrar.unregister(accelerator);
    const taken = new Set<string>();
    const next: Record<HotkeyAction, HotkeyStates[HotkeyAction]> = { ...none };
    // What is told of them stays while they are given back for a moment.
    if (mode === 'recording') {
      held = [];
      return;
    }
    for (const action of paused ? [] : hotkeyActions) {
      const hotkey = parseHotkey(hotkeys[action]);
      if (hotkey === null) continue;
      const answer = answerTo(hotkey, action, taken);
      next[action] = answer;
      if (answer === 'on' || answer === 'unsure') taken.add(electronAccelerator(hotkey));
    }
    held = [...taken];
    states = next;
    waitForKeys();
  };
  // Where a desktop may ask the person each time, it is asked once.
  const missesSome = () => !deps.wayland && hotkeyActions.some((action) => states[action] === 'taken');
  const tryAgain = () => {
    if (mode !== 'usual' || !missesSome()) return;
    // Only what is missing: what is ours already stays ours, also where the layout of now would not give it.
    const got = hotkeyActions.filter((action) => {
      const hotkey = states[action] === 'taken' ? parseHotkey(hotkeys[action]) : null;
      return hotkey !== null && register(electronAccelerator(hotkey), action);
    });
    for (const action of got) {
      const hotkey = parseHotkey(hotkeys[action]);
      if (hotkey !== null) held = [...held, electronAccelerator(hotkey)];
      states = { ...states, [action]: 'on' };
    }
    waitForKeys();
    if (got.length > 0) deps.onChange();
  };
  const waitForKeys = () => {
    if (again !== null) clearTimeout(again);
    again = missesSome() ? setTimeout(tryAgain, tryAgainMs) : null;
  };
  const change = () => {
    take();
    deps.onChange();
  };

  const endListening = () => {
    listen('usual');
    deps.onRest();
  };
  const listen = (next: HotkeyMode) => {
    if (listening !== null) clearTimeout(listening);
    listening = next === 'usual' ? null : setTimeout(endListening, longestListenMs);
    if (mode === next) return;
    if (mode === 'recording') recordedAtMs = performance.now();
    mode = next;
    change();
  };

  return {
    apply(next) {
      const changed = hotkeyActions.filter((action) => next[action] !== hotkeys[action]);
      if (changed.length === 0) return;
      if (performance.now() - recordedAtMs < justRecordedMs) changed.forEach(heldKeys.isDown);
      hotkeys = next;
      change();
    },
    pause(next) {
      if (paused === next) return;
      paused = next;
      change();
    },
    listen,
    tryAgain,
    read: () => ({ paused, states }),
    stop() {
      if (listening !== null) clearTimeout(listening);
      if (again !== null) clearTimeout(again);
      for (const accelerator of held) registrar.unregister(accelerator);
      held = [];
    },
  };
}
