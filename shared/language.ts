export const languages = ['en', 'fa'] as const;
export type Language = (typeof languages)[number];

export function directionOf(language: Language): 'ltr' | 'rtl' {
  return language === 'fa' ? 'rtl' : 'ltr';
}
