import type { i18n } from 'i18next';
import { type ComponentType, useEffect, useMemo } from 'react';
import { I18nProvider } from 'react-aria-components';
import { I18nextProvider } from 'react-i18next';
import { useAppCommands } from './app-commands.ts';
import { Desk } from './desk.tsx';
import { CompactCall } from './features/compact-call/compact-call.tsx';
import { ErrorNote } from './features/failure/error-note.tsx';
import { QuickDial } from './features/quick-dial/quick-dial.tsx';
import { Connect } from './features/setup/connect.tsx';
import { ConnectEvents } from './features/setup/connect-events.tsx';
import { Welcome } from './features/setup/welcome.tsx';
import { ShortcutSheet } from './features/shortcuts/shortcut-sheet.tsx';
import { useAppState } from './stores/app-state.ts';
import { showCalls } from './stores/calls.ts';
import { forgetProblem } from './stores/dialling.ts';
import { forgetDialled } from './stores/keypad.ts';
import { shownProfile } from './stores/profiles.ts';
import { useView } from './stores/view.ts';
import { tellReady } from './stores/window.ts';
import { localeOf } from './text/i18n.ts';
import { TimeStyleContext } from './text/use-words.ts';
import { useAppearance } from './use-appearance.ts';
import { useKeptFocus } from './use-kept-focus.ts';
import { useShortcuts } from './use-shortcuts.ts';

/** One page for each window; all of them are this one program. */
export const pages = ['main', 'compact', 'quick-dial'] as const;
export type PageName = (typeof pages)[number];
const shown: Readonly<Record<PageName, ComponentType>> = {
  main: MainWindow,
  compact: CompactCall,
  'quick-dial': QuickDial,
};

/** Chooses between set-up and work; gives language, direction and calendar to everything below. */
export function App({ text, page }: { readonly text: i18n; readonly page: PageName }) {
  const ready = useAppState((store) => store.state !== null);
  const ui = useAppState((store) => store.state?.settings.ui);
  const failure = useAppState((store) => store.failure);
  const language = ui?.language ?? 'en';
  const calendar = ui?.calendar ?? 'gregorian';
  const digits = language === 'fa' && ui?.digits === 'language' ? 'persian' : 'latin';
  const style = useMemo(() => ({ language, calendar, digits }) as const, [language, calendar, digits]);
  useAppearance(ui);
  useEffect(() => void text.changeLanguage(language), [text, language]);
  useProfile(page !== 'quick-dial');
  useReady();
  useKeptFocus();
  const Page = shown[page];

  return (
    <I18nextProvider i18n={text}>
      <I18nProvider locale={localeOf(language)}>
        <TimeStyleContext value={style}>
          {ready ? <Page /> : failure !== null && <ErrorNote error={failure} withoutRemedy />}
        </TimeStyleContext>
      </I18nProvider>
    </I18nextProvider>
  );
}

function MainWindow() {
  useAppCommands();
  useShortcuts();
  return (
    <>
      <Screen />
      <ShortcutSheet />
    </>
  );
}

function Screen() {
  const mode = useAppState((store) => store.state?.settings.mode);
  const setupStep = useView((store) => store.setupStep);
  if (setupStep === 'connect') return <Connect />;
  if (setupStep === 'events') return <ConnectEvents />;
  return mode === 'unset' || setupStep === 'welcome' ? <Welcome /> : <Desk />;
}

/** The window is shown when its first layout has been painted in its own letters. */
function useReady(): void {
  useEffect(() => {
    const samples = document.fonts
      .load('1em "Inter Variable"')
      .then(() => document.fonts.load('1em "Vazirmatn Variable"', 'ا'));
    void samples.catch(() => undefined).then(() => requestAnimationFrame(() => requestAnimationFrame(tellReady)));
  }, []);
}

/** Each profile, and the demo, has its own calls; what was dialled or failed in one says nothing of the other. */
function useProfile(withCalls: boolean): void {
  const profile = useAppState(shownProfile);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another profile is the reason
  useEffect(() => {
    forgetProblem();
    forgetDialled();
  }, [profile]);
  useEffect(() => {
    if (withCalls) void showCalls(profile);
  }, [profile, withCalls]);
}
