import { useLayoutEffect } from 'react';
import { directionOf } from '../shared/language.ts';
import type { UiSettings } from '../shared/settings/schema.ts';
import { useMedia } from './ui/use-media.ts';

/** Writes language, direction and theme on the document, where CSS and screen readers look for them. */
export function useAppearance(ui: UiSettings | undefined): void {
  const systemDark = useMedia('(prefers-color-scheme: dark)');
  const language = ui?.language;
  const theme = ui?.theme;
  useLayoutEffect(() => {
    if (language === undefined || theme === undefined) return;
    const root = document.documentElement;
    root.lang = language;
    root.dir = directionOf(language);
    root.dataset['theme'] = theme === 'system' ? (systemDark ? 'dark' : 'light') : theme;
  }, [language, theme, systemDark]);
}
