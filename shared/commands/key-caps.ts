import type { KeyPress } from './key-press.ts';

const named: Readonly<Record<string, string>> = {
  Comma: ',',
  Equal: '+',
  Minus: '−',
  Escape: 'Esc',
  Slash: '/',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  Delete: 'Del',
};

/** What is printed on the keys to press together, in the order in which the system names them. */
export function keyCaps(press: KeyPress, mac: boolean): readonly string[] {
  const [written] = press.characters ?? [];
  // Whatever it takes to write the character.
  if (press.primary !== true && written !== undefined) return [written];
  const shift = press.shift === true ? [mac ? '⇧' : 'Shift'] : [];
  const primary = press.primary === true ? [mac ? '⌘' : 'Ctrl'] : [];
  const alt = press.alt === true ? [mac ? '⌥' : 'Alt'] : [];
  return [...(mac ? [...alt, ...shift, ...primary] : [...primary, ...alt, ...shift]), capOf(press.code)];
}

/** Keys that are worth naming: those of the number block do the same as their twins. */
export function namedKeys(keys: readonly KeyPress[]): readonly KeyPress[] {
  return keys.filter(({ code }) => !code.startsWith('Numpad'));
}

function capOf(code: string): string {
  return named[code] ?? code.replace(/^(?:Key|Digit)/, '');
}
