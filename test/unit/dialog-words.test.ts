import { describe, expect, it } from 'vitest';
import { type DialogWords, dialogWords, languageOfLocale } from '../../electron/shell/dialog-words.ts';

const reason = 'EACCES: 7';
const textsOf = (words: DialogWords): readonly string[] =>
  Object.values(words).map((text: string | ((reason: string) => string)) =>
    typeof text === 'string' ? text : text(reason),
  );

describe('the words of the system dialogs', () => {
  it('are Persian in Persian and Latin in English', () => {
    for (const text of textsOf(dialogWords.fa)) expect(text).toMatch(/\p{Script=Arabic}/u);
    for (const text of textsOf(dialogWords.en)) expect(text).not.toMatch(/\p{Script=Arabic}/u);
  });

  it('name the reason in both languages', () => {
    for (const words of Object.values(dialogWords)) {
      expect([words.cannotStart(reason), words.historyClosed(reason)].every((text) => text.includes(reason))).toBe(
        true,
      );
    }
  });

  it.each([
    ['fa', 'fa'],
    ['fa-IR', 'fa'],
    ['en-GB', 'en'],
    ['fao', 'en'],
    ['', 'en'],
  ] as const)('follow the system: %s is %s', (locale, language) => {
    expect(languageOfLocale(locale)).toBe(language);
  });
});
