import { globalShortcut } from 'electron';
import {
  electronAccelerator,
  type HotkeyAction,
  hotkeyActions,
  hotkeyProblem,
  parseHotkey,
} from '../../shared/hotkeys/hotkey.ts';

/** What the system said to each; `same`: an action before it has the same one. */
export type HotkeyStates = Readonly<Record<HotkeyAction, 'none' | 'on' | 'taken' | 'same'>>;
export type Hotkeys = Readonly<Record<HotkeyAction, string>>;
export type HotkeyMode = 'usual' | 'recording' | 'testing';

export interface GlobalHotkeys {
  /** Takes the hotkeys of the settings. */
  apply(hotkeys: Hotkeys): void;
  pause(paused: boolean): void;
  /** Recording gives all keys back to the page; testing announces a hotkey instead of doing what it does. */
  listen(mode: HotkeyMode): void;
  read(): { readonly paused: boolean; readonly states: HotkeyStates };
  stop(): void;
}

/** A page that is gone cannot end what it began. */
const longestListenMs = 60_000;
const none: HotkeyStates = { quickDial: 'none', dialSelection: 'none', redial: 'none', showCall: 'none' };

/** The hotkeys that work in every program. What is not ours to take is told, never taken by force. */
export function createGlobalHotkeys(deps: {
  readonly platform: NodeJS.Platform;
  readonly registrar?: Pick<typeof globalShortcut, 'register' | 'unregister'>;
  /** True when the system says that the screen is locked now. */
  readonly isLocked: () => boolean;
  readonly run: (action: HotkeyAction) => void;
  readonly onFired: (action: HotkeyAction) => void;
  readonly onChange: () => void;
}): GlobalHotkeys {
  const registrar = deps.registrar ?? globalShortcut;
  let hotkeys: Hotkeys = { quickDial: '', dialSelection: '', redial: '', showCall: '' };
  let states = none;
  let paused = false;
  let mode: HotkeyMode = 'usual';
  let listening: NodeJS.Timeout | null = null;
  let held: readonly string[] = [];

  const fire = (action: HotkeyAction) => {
    // Whoever stands at the keyboard of a locked screen.
    if (deps.isLocked()) return;
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
      const accelerator = electronAccelerator(hotkey);
      const harmless = hotkeyProblem(hotkey, deps.platform === 'darwin') === null;
      const free = harmless && !taken.has(accelerator) && register(accelerator, action);
      next[action] = free ? 'on' : taken.has(accelerator) ? 'same' : 'taken';
      if (free) taken.add(accelerator);
    }
    held = [...taken];
    states = next;
  };
  const change = () => {
    take();
    deps.onChange();
  };

  const listen = (next: HotkeyMode) => {
    if (listening !== null) clearTimeout(listening);
    listening = next === 'usual' ? null : setTimeout(() => listen('usual'), longestListenMs);
    if (mode === next) return;
    mode = next;
    change();
  };

  return {
    apply(next) {
      if (hotkeyActions.every((action) => next[action] === hotkeys[action])) return;
      hotkeys = next;
      change();
    },
    pause(next) {
      if (paused === next) return;
      paused = next;
      change();
    },
    listen,
    read: () => ({ paused, states }),
    stop() {
      if (listening !== null) clearTimeout(listening);
      for (const accelerator of held) registrar.unregister(accelerator);
      held = [];
    },
  };
}
