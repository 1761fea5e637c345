import { useEffect } from 'react';
import { commands, isPageCommand } from '../shared/commands/commands.ts';
import { isPressed } from '../shared/commands/key-press.ts';
import { useAppState } from './stores/app-state.ts';
import { isOverShortcuts, runCommand } from './stores/commands.ts';
import { useView } from './stores/view.ts';

/** Where a key writes what is on it. Fields for numbers take no other characters. */
const textEditors = 'input:not([inputmode="tel"], [inputmode="numeric"]), textarea, [contenteditable="true"]';

/** Runs commands by their keys, wherever the focus is. */
export function useShortcuts(): void {
  const mac = useAppState((store) => store.state?.app.platform === 'darwin');
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      // What is pressed there is not meant for us.
      if (event.isComposing || isIn(event.target, '[data-records-keys]')) return;
      const command = commands.find(
        ({ inPlace, keys }) => inPlace !== true && keys.some((press) => isPressed(press, event, mac)),
      );
      if (command === undefined || !isPageCommand(command.id)) return;
      if (command.writes === true && event.key.length === 1 && isIn(event.target, textEditors)) return;
      if (useView.getState().shortcutsShown && !isOverShortcuts(command.id)) return;
      // A key that cannot do its work now must not do the browser's either.
      event.preventDefault();
      event.stopPropagation();
      runCommand(command.id);
    };
    // Captured: the components stop keys that they handle themselves.
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, [mac]);
}

function isIn(target: EventTarget | null, selector: string): boolean {
  return target instanceof Element && target.closest(selector) !== null;
}
