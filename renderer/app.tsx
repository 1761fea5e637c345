import type { i18n } from 'i18next';
import { type ComponentType, useEffect, useMemo } from 'react';
import { I18nProvider } from 'react-aria-components';
import { ErrorNote } from './features/failure/error-note.tsx';
import { loadAhead } from './later-view.tsx';
import { pageViews, shortcutSheet, viewsBeside } from './later-views.ts';
import { useAppState } from './stores/app-state.ts';
import { showCalls } from './stores/calls.ts';
import { forgetProblem } from './stores/dialling.ts';
import { forgetDialled } from './stores/keypad.ts';
import { shownProfile } from './stores/profiles.ts';
import { tellReady } from './stores/window.ts';
import { GivenWords } from './text/given-words.tsx';
import { localeOf } from './text/i18n.ts';
import { useAppearance } from './use-appearance.ts';
import { useKeptFocus } from './use-kept-focus.ts';

/** One page for each window; all of them are this one program. */
export const pages = ['main', 'compact', 'quick-dial'] as const;
export type PageName = (typeof pages)[number];
const shown: Readonly<Record<PageName, ComponentType>> = {
  main: pageViews.main.View,
  compact: pageViews.compact.View,
  'quick-dial': pageViews['quick-dial'].View,
};

/** What the agent may open next is read as soon as nobody waits for anything. */
function loadTheOthers(): void {
  void loadAhead([...Object.values(viewsBeside), shortcutSheet]);
}

/** Gives language, direction and calendar to everything below. */
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
  useReady(page);
  useKeptFocus();
  const Page = shown[page];

  return (
    <GivenWords text={text} style={style}>
      <I18nProvider locale={localeOf(language)}>
        {ready ? <Page /> : failure !== null && <ErrorNote error={failure} withoutRemedy />}
      </I18nProvider>
    </GivenWords>
  );
}

/** The window is shown when its first layout has been painted in its own letters. */
function useReady(page: PageName): void {
  useEffect(() => {
    const samples = document.fonts
      .load('1em "Inter Variable"')
      .then(() => document.fonts.load('1em "Vazirmatn Variable"', 'ا'));
    const ready = () => {
      tellReady();
      if (page === 'main') loadTheOthers();
    };
    void samples.catch(() => undefined).then(() => requestAnimationFrame(() => requestAnimationFrame(ready)));
  }, [page]);
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
