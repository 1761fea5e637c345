import type { RefObject } from 'react';
import { flushSync } from 'react-dom';
import type { Tab } from '../shared/tabs.ts';
import { viewsBeside } from './later-views.ts';
import { showWork } from './stores/after-call.ts';
import { showAllCalls } from './stores/all-calls.ts';
import { newContact } from './stores/contact-desk.ts';
import { startDoctor } from './stores/doctor.ts';
import { closeDetails } from './stores/history-desk.ts';
import { openHistoryExport } from './stores/history-export.ts';
import { readMissedOf, showMissed } from './stores/missed.ts';
import { leaveNumbers, showNumbers } from './stores/numbers.ts';
import { shownProfile } from './stores/profiles.ts';
import { showSavedFilters } from './stores/saved-filters.ts';
import { goToSetting } from './stores/settings-search.ts';
import { showSettings, useView } from './stores/view.ts';
import { openQuickDial, toggleKeepOnTop } from './stores/window.ts';
import { panelId } from './ui/tab-strip.tsx';
import { useCommand } from './use-command.ts';

/** What can be done wherever the agent is in the working window. */
export function useDeskCommands(
  inputRef: RefObject<HTMLInputElement | null>,
  reveal: (tab: Tab) => void,
  onEscape: () => void,
): void {
  const goToNumber = () => {
    reveal('keypad');
    inputRef.current?.focus();
    inputRef.current?.select();
  };
  const open = async (tab: Exclude<Tab, 'keypad'>) => {
    reveal(tab);
    const view = viewsBeside[tab];
    if (!view.isLoaded()) {
      await view.load();
      flushSync(() => undefined);
      // Meanwhile the agent may be elsewhere.
      if (useView.getState().tab !== tab) return;
    }
    focusPanel();
  };
  useCommand('quick-dial', openQuickDial);
  useCommand('go-to-number', goToNumber);
  useCommand('tab-keypad', () => {
    reveal('keypad');
    inputRef.current?.focus();
  });
  useCommand('tab-contacts', () => open('contacts'));
  useCommand('new-contact', () => newContact());
  // Once more: out of whatever stands in the place of the calls.
  useCommand('tab-history', () => {
    if (useView.getState().tab === 'history') flushSync(showAllCalls);
    void open('history');
  });
  useCommand('numbers', () => {
    showWork(null);
    showNumbers();
    reveal('history');
  });
  useCommand('export-calls', () => {
    showAllCalls();
    void open('history');
    openHistoryExport(true);
  });
  useCommand('missed', async () => {
    showWork(null);
    leaveNumbers();
    showMissed(true);
    reveal('history');
    await readMissedOf(shownProfile());
    flushSync(() => undefined);
    focusPanel();
  });
  useCommand('outcome-queue', () => showWork('queue'));
  useCommand('follow-ups', () => showWork('follow-ups'));
  useCommand('tab-settings', () => open('settings'));
  useCommand('settings', () => {
    showSettings(null);
    void open('settings');
  });
  useCommand('doctor', () => {
    goToSetting('diagnostics', 'diagnostics.doctor');
    void startDoctor();
  });
  useCommand('saved-filters', () => {
    closeDetails();
    showAllCalls();
    reveal('history');
    showSavedFilters(true);
  });
  useCommand('clear', onEscape);
  useCommand('keep-on-top', toggleKeepOnTop);
  useCommand('choose-trunk', () => {
    reveal('keypad');
    const trunk = document.querySelector<HTMLElement>(`#${panelId('keypad')} [role="combobox"]`);
    trunk?.focus();
    trunk?.click();
  });
  // Where the open view has no search of its own it is the one of the settings.
  useCommand('search', () => {
    if (useView.getState().tab === 'history') flushSync(() => leaveNumbers());
    if (focusSearch()) return;
    // Whatever is over the calls gives way to them.
    if (useView.getState().tab === 'history') {
      flushSync(() => {
        showAllCalls();
        closeDetails();
      });
      if (focusSearch()) return;
    }
    showSettings(null);
    reveal('settings');
    focusSearch();
  });
}

const control = 'button:not([tabindex="-1"]), input';
const panel = '[role="tabpanel"]:not([hidden])';

/** Where a tab chosen by keys, or open at the start, goes on: in its list, else at its first control. */
export function focusPanel(): void {
  const view = document.querySelector(panel);
  const places = ['[data-begin]', '[role="grid"]', control].flatMap((place) => [
    ...(view?.querySelectorAll<HTMLElement>(place) ?? []),
  ]);
  places.find((place) => place.checkVisibility())?.focus();
}

function focusSearch(): boolean {
  const field = document.querySelector(panel)?.querySelector<HTMLInputElement>('input[type="search"]');
  field?.focus();
  field?.select();
  return field !== null && field !== undefined;
}
