import { foldText } from '../fold.ts';

/** In the order of the Persian alphabet, which is not that of the code points. */
const alphabet = 'ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی';
/** A place that Unicode keeps free, after every letter of the other scripts. */
const firstPlace = 0xe000;
const places = new Map(
  Array.from(alphabet, (letter, index) => [letter, String.fromCharCode(firstPlace + index)] as const),
);
const arabicLetter = /\p{Script=Arabic}/gu;

/** By these texts contacts are in the order of a telephone book; the key of a beginning is the beginning of the key. */
export function sortKey(title: string): string {
  return foldText(title.trim().replace(/\s+/g, ' ')).replace(arabicLetter, (letter) => places.get(letter) ?? letter);
}
