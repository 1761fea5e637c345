/** Slower to write along, faster to look for something. */
export const rates = [0.75, 1, 1.25, 1.5, 1.75, 2] as const;
export type Rate = (typeof rates)[number];

const step = 5;
const leap = 30;

/** What a key does to a recording that is heard. */
export type PlaybackAct =
  | { readonly kind: 'toggle' }
  | { readonly kind: 'seek-by'; readonly seconds: number }
  | { readonly kind: 'seek-to'; readonly end: 'start' | 'end' }
  | { readonly kind: 'faster' }
  | { readonly kind: 'slower' };

interface PressedKey {
  readonly key: string;
  readonly code: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

/** The time line runs from left to right in every language, and so do the arrows. `onButton`: Space presses that. */
export function actOfKey(pressed: PressedKey, onButton: boolean): PlaybackAct | null {
  const { key, code, shiftKey, ctrlKey, altKey, metaKey } = pressed;
  if (ctrlKey || altKey || metaKey) return null;
  // By their place first: Persian layouts have the two the other way round, others elsewhere.
  if (shiftKey && (code === 'Comma' || code === 'Period')) return { kind: code === 'Comma' ? 'slower' : 'faster' };
  switch (key) {
    case ' ':
      return onButton ? null : { kind: 'toggle' };
    case 'ArrowLeft':
      return { kind: 'seek-by', seconds: shiftKey ? -leap : -step };
    case 'ArrowRight':
      return { kind: 'seek-by', seconds: shiftKey ? leap : step };
    case 'PageDown':
      return { kind: 'seek-by', seconds: -leap };
    case 'PageUp':
      return { kind: 'seek-by', seconds: leap };
    case 'Home':
      return { kind: 'seek-to', end: 'start' };
    case 'End':
      return { kind: 'seek-to', end: 'end' };
    case '<':
      return { kind: 'slower' };
    case '>':
      return { kind: 'faster' };
    default:
      return null;
  }
}

export function nextRate(rate: number, by: 1 | -1): Rate {
  const at = (rates as readonly number[]).indexOf(rate);
  return rates[Math.min(rates.length - 1, Math.max(0, at + by))] ?? 1;
}

export function within(seconds: number, duration: number): number {
  return Math.min(Math.max(0, seconds), duration);
}
