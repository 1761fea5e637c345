import { useCallback, useEffect, useRef } from 'react';
import { hideWindow } from './stores/window.ts';

/** What Escape closes by itself. */
const overlays = '[role="dialog"], [role="listbox"], [role="menu"], [role="tooltip"]';

/**
 * One Escape empties or closes, by `close`, which says whether there was anything; the second in a row hides the window.
 * Never the first: it is pressed out of habit, and a window that goes away by itself frightens.
 */
export function useEscape(close: () => boolean): () => void {
  const pressed = useRef({ before: false, held: false });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      pressed.current.held = event.repeat;
      if (event.key !== 'Escape') pressed.current.before = false;
    };
    const onOther = () => {
      pressed.current.before = false;
    };
    window.addEventListener('keydown', onKeyDown, true);
    window.addEventListener('pointerdown', onOther, true);
    window.addEventListener('blur', onOther);
    return () => {
      window.removeEventListener('keydown', onKeyDown, true);
      window.removeEventListener('pointerdown', onOther, true);
      window.removeEventListener('blur', onOther);
    };
  }, []);
  return useCallback(() => {
    const { before, held } = pressed.current;
    // However long it is held, one press does one thing.
    if (held) return;
    if (close()) pressed.current.before = true;
    else if (document.querySelector(overlays) === null) {
      pressed.current.before = !before;
      if (before) hideWindow();
    }
  }, [close]);
}
