import type { PaletteView } from './use-palette.ts';

export type DirectView = Pick<PaletteView, 'direct' | 'open' | 'opening' | 'text' | 'phase' | 'obstacle' | 'chosen'>;

/**
 * Whether direct mode, which the agent turned on, may call by itself: the one whole number of the text that is marked now. Codes, short
 * numbers and one of several are never called like this, nor anything while the keys, and Esc with them, go elsewhere.
 */
export function isDirectCall(
  { direct, open, opening, text, phase, obstacle, chosen }: DirectView,
  { platform, focused }: { readonly platform: string; readonly focused: boolean },
): boolean {
  const [only] = opening.numbers;
  return (
    direct &&
    open &&
    focused &&
    opening.purpose === 'selection' &&
    // Where marked text can be read, what was copied may be hours old. Elsewhere copying is how a number is marked.
    (opening.source === 'selection' || platform !== 'linux') &&
    opening.numbers.length === 1 &&
    only?.complete === true &&
    chosen?.number === only.digits &&
    text === '' &&
    phase.kind === 'ready' &&
    obstacle === null
  );
}
