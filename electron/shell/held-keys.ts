import type { HotkeyAction } from '../../shared/hotkeys/hotkey.ts';

/**
 * What comes so soon after a press is that press. An X server begins to repeat a key after 660 ms if nobody sets it
 * otherwise, and a busy desktop hands it over later than that.
 */
const beginsToRepeatWithinMs = 900;
/** What comes so soon after a repetition is one more. */
const repeatsWithinMs = 600;

export interface HeldKeys {
  /** The key of this action arrived. False while it is only held down: systems tell of no release. */
  isPressed(action: HotkeyAction): boolean;
  /** It is down already, for another reason than to be followed. */
  isDown(action: HotkeyAction): void;
}

export function createHeldKeys(): HeldKeys {
  /** Until when each counts as held. */
  const heldUntilMs = new Map<HotkeyAction, number>();
  const holdFor = (action: HotkeyAction, ms: number) => void heldUntilMs.set(action, performance.now() + ms);
  return {
    isDown: (action) => holdFor(action, beginsToRepeatWithinMs),
    isPressed(action) {
      const isHeld = performance.now() < (heldUntilMs.get(action) ?? 0);
      holdFor(action, isHeld ? repeatsWithinMs : beginsToRepeatWithinMs);
      return !isHeld;
    },
  };
}
