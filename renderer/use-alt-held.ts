import { useEffect, useState } from 'react';

/**
 * True while Alt is held in this window; a key let go of elsewhere is held no more. While Alt `means` something here, letting it go
 * does not open the menu of the window, as it does elsewhere on Windows and Linux.
 */
export function useAltHeld(means: boolean): boolean {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      setHeld(event.altKey);
      if (means && event.type === 'keyup' && event.key === 'Alt') event.preventDefault();
    };
    const onBlur = () => setHeld(false);
    window.addEventListener('keydown', onKey, true);
    window.addEventListener('keyup', onKey, true);
    window.addEventListener('blur', onBlur);
    return () => {
      window.removeEventListener('keydown', onKey, true);
      window.removeEventListener('keyup', onKey, true);
      window.removeEventListener('blur', onBlur);
    };
  }, [means]);
  return held;
}
