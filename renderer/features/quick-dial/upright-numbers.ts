/** Not seen and not dialled: what follows it is read from left to right, also among Persian words. */
const mark = '\u200e';
const rightToLeft = /\p{Script=Arabic}|\p{Script=Hebrew}/u;
/** Digits in groups, or with a plus: their parts would change places there. */
const grouped = /\+ ?[0-9۰-۹]|(?<![0-9۰-۹][ \u00a0().-]?)[0-9۰-۹]+[ \u00a0().-]{1,3}(?=[0-9۰-۹])/g;

/** The text as the field shows it: each number in it stays as it is written. */
export function withUprightNumbers(text: string): string {
  return rightToLeft.test(text) ? text.replace(grouped, (number) => mark + number) : text;
}

export function withoutMarks(shown: string): string {
  return shown.replaceAll(mark, '');
}

/** What an edit of the shown text makes of the text; `caret` is where the caret stands after it, in each of them. */
export function readEdit(
  before: string,
  edit: { readonly shown: string; readonly caret: number; readonly forward: boolean },
): { readonly text: string; readonly caret: number } {
  const text = withoutMarks(edit.shown);
  const caret = withoutMarks(edit.shown.slice(0, edit.caret)).length;
  const onlyMark = text === before && edit.shown.length < withUprightNumbers(before).length;
  if (!onlyMark) return { text, caret };
  // A mark alone was deleted: the character beyond it was meant.
  const at = edit.forward ? caret : Math.max(0, caret - 1);
  return { text: text.slice(0, at) + text.slice(at + 1), caret: at };
}

/** Where the caret goes in what is shown for a text. */
export function shownCaret(text: string, caret: number): number {
  let left = caret;
  const shown = withUprightNumbers(text);
  for (let at = 0; at < shown.length; at += 1) {
    if (left === 0) return at;
    if (shown[at] !== mark) left -= 1;
  }
  return shown.length;
}
