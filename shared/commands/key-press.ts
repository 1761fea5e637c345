/** A key with what is held beside it. */
export interface KeyPress {
  /** The place on the keyboard, which is the same in every layout. */
  readonly code: string;
  /** Ctrl, on macOS Cmd. */
  readonly primary?: true;
  readonly shift?: true;
  readonly alt?: true;
  /** The characters it writes, for layouts that have them at another place. */
  readonly characters?: readonly string[];
}

/** What of a keyboard event tells the key. */
export interface PressedKey {
  readonly code: string;
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/**
 * Latin letters count by what is printed on them, so that Dvorak and AZERTY work; where the layout writes another script,
 * and for all other keys, the place counts.
 */
export function isPressed(press: KeyPress, event: PressedKey, mac: boolean): boolean {
  const primary = mac ? event.metaKey : event.ctrlKey;
  const other = mac ? event.ctrlKey : event.metaKey;
  if (event.altKey !== (press.alt === true) || other || primary !== (press.primary === true)) return false;
  // Such a character may need Shift or not, as the layout has it.
  if (press.characters?.includes(event.key) === true) return true;
  if (event.shiftKey !== (press.shift === true)) return false;
  if (/^Key[A-Z]$/.test(press.code) && /^[a-z]$/i.test(event.key)) {
    return `Key${event.key.toUpperCase()}` === press.code;
  }
  return event.code === press.code;
}
