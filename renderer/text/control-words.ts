// Its declarations know a type where the file has a value, so it is read as a whole.
import * as library from 'react-aria-components/i18n/en-US';
import { type ControlWord, controls } from './fa/controls.ts';

type WordsOfParts<T> = Readonly<Record<string, Readonly<Record<string, T>>>>;
/** The library hands its formatter to a word: by its locale, that of the controls around it, the language is known. */
type WordInBoth = (args: Readonly<Record<string, string>>, formatter: { readonly locale: string }) => string;

/** By packages of the library, and in them by keys. */
export const englishControls: WordsOfParts<ControlWord> = Reflect.get(library, 'default');
const persian: WordsOfParts<ControlWord> = controls;

/** The library's own words, of which each is Persian among Persian controls; it asks for all of them in one language, once. */
export function controlWords(): WordsOfParts<WordInBoth> {
  const inBoth = (inEnglish: ControlWord, inPersian: ControlWord): WordInBoth => {
    return (args, formatter) => {
      const word = formatter.locale.startsWith('fa') ? inPersian : inEnglish;
      return typeof word === 'string' ? word : word(args, formatter);
    };
  };
  return Object.fromEntries(
    Object.entries(englishControls).map(([part, words]) => [
      part,
      Object.fromEntries(Object.entries(words).map(([key, word]) => [key, inBoth(word, persian[part]?.[key] ?? word)])),
    ]),
  );
}

/** Before the first control is drawn: the library looks for words of others at these two places, and keeps what it finds. */
export function giveControlsWords(): void {
  Reflect.set(window, Symbol.for('react-aria.i18n.locale'), 'en-US');
  Reflect.set(window, Symbol.for('react-aria.i18n.strings'), controlWords());
}
