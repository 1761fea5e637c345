const usualLength = 40;
/** One joins the parts of Persian words, the other makes one sign of several; no word of theirs may lose them. */
const joiners = ['\u200c', '\u200d'];

/** Something of a text has to be replaced, or left out. Few are asked more, of the many in a file of contacts. */
const unusual = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]|[^\S ]|^ | $| {2}/u;

/** There is something to see in it. */
export function hasVisible(text: string): boolean {
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(text);
}

/** What somebody else wrote, fit for a line of ours: nothing that breaks it, turns it around or hides in it, and not too long. */
export function neutralText(text: string, longest = usualLength): string {
  if (text.length <= longest && !unusual.test(text)) return text;
  const oneLine = toLine(text);
  const characters = [...oneLine];
  return characters.length <= longest ? oneLine : `${characters.slice(0, longest - 1).join('')}…`;
}

/** What a person typed or pasted, as one line: as long as it is, but nothing that turns it around or hides in it. */
export function visibleText(text: string): string {
  return unusual.test(text) ? toLine(text) : text;
}

function toLine(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\p{Cf}\p{Cs}]/gu, (mark) => (joiners.includes(mark) ? mark : ''))
    .replace(/\s+/g, ' ')
    .trim();
}
