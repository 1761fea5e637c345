import { type Hotkey, isKey, type Modifier } from './hotkey.ts';

/** What of a keyboard event tells what is pressed. */
export interface RecordedKey {
  readonly code: string;
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const named: Readonly<Record<string, string>> = {
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
};

/** What is held now, also before a key comes to it. */
export function heldModifiers(event: RecordedKey): readonly Modifier[] {
  return [
    ...(event.ctrlKey ? (['Ctrl'] as const) : []),
    ...(event.altKey ? (['Alt'] as const) : []),
    ...(event.shiftKey ? (['Shift'] as const) : []),
    ...(event.metaKey ? (['Super'] as const) : []),
  ];
}

/** The hotkey that was pressed; null while only modifiers are held, `unknown` for a key that cannot be one. */
export function recordHotkey(event: RecordedKey): Hotkey | null | 'unknown' {
  if (/^(?:Control|Alt|Shift|Meta|OS)(?:Left|Right)?$/.test(event.code) || /^(?:AltGraph|Dead)$/.test(event.key))
    return null;
  const key = keyOf(event);
  return key === null ? 'unknown' : { held: heldModifiers(event), key };
}

/** Latin letters count by what is printed on them; where the layout writes another script, the place counts. */
function keyOf({ code, key }: RecordedKey): string | null {
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter !== undefined && /^[a-z]$/i.test(key)) return key.toUpperCase();
  const place = letter ?? /^Digit(\d)$/.exec(code)?.[1] ?? code.replace(/^Numpad(?=\d$)/, 'num');
  const name = named[place] ?? place;
  return isKey(name) ? name : null;
}
