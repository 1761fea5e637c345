import type { HotkeyAction } from '../../shared/hotkeys/hotkey.ts';

/** The keyboard begins to repeat a key within this time; what comes so soon after the one before is the same press. */
const repeatsWithinMs = 700;

export interface HeldKeys {
  /** The key of this action arrived. False while it is only held down: systems tell of no release. */
  isPressed(action: HotkeyAction): boolean;
  /** It is down already, for another reason than to be followed. */
  isDown(action: HotkeyAction): void;
}

export function createHeldKeys(): HeldKeys {
  const arrivedAtMs = new Map<HotkeyAction, number>();
  const isDown = (action: HotkeyAction) => void arrivedAtMs.set(action, performance.now());
  return {
    isDown,
    isPressed(action) {
      const before = arrivedAtMs.get(action);
      isDown(action);
      return before === undefined || performance.now() - before >= repeatsWithinMs;
    },
  };
}
