import type { Language } from '../../shared/language.ts';

/** Every language by its own name, so that it is found by those who read no other. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', fa: 'فارسی' };
