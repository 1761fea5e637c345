import { useEffect } from 'react';
import { showSettings, showTab, type Tab, tabs } from './stores/view.ts';

/** Ctrl or Cmd with 1 to 3 for the tabs, with a comma for the settings; by the key's place, so in every layout. */
export function useShortcuts(onTab: (tab: Tab) => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      const tab = tabs[Number(/^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1]) - 1];
      if (tab !== undefined) {
        event.preventDefault();
        showTab(tab);
        onTab(tab);
      } else if (event.code === 'Comma') {
        event.preventDefault();
        showSettings(null);
      }
    };
    // Captured: the components stop keys that they handle themselves.
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, [onTab]);
}
