import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../../shared/language.ts';
import { en, type Strings } from './en/index.ts';
import { fa } from './fa/index.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: Strings };
  }
}

const firstStrongIsolate = '\u2068';
const popDirectionalIsolate = '\u2069';

/** The locale that components use for direction and digits. */
export function localeOf(language: Language): string {
  return language === 'fa' ? 'fa-IR' : 'en-GB';
}

export function createText(language: Language): i18n {
  const instance = createInstance();
  // Resources are in the bundle, so the first paint already has its words.
  void instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources: { en: { translation: en }, fa: { translation: fa } },
    initAsync: false,
    interpolation: {
      // React escapes HTML. Instead, what is put into a Persian sentence is kept from turning its order around.
      escapeValue: true,
      escape: (value: string) =>
        instance.language === 'fa' ? `${firstStrongIsolate}${value}${popDirectionalIsolate}` : value,
    },
    react: { useSuspense: false },
  });
  return instance;
}
