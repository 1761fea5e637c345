const usualLength = 40;
/** Joins the parts of Persian words; no word of it may lose it. */
const zeroWidthNonJoiner = '\u200c';

/** Something of a text has to be replaced, or left out. Few are asked more, of the many in a file of contacts. */
const unusual = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]|[^\S ]|^ | $| {2}/u;

/** What somebody else wrote, fit for a line of ours: nothing that breaks it, turns it around or hides in it, and not too long. */
export function neutralText(text: string, longest = usualLength): string {
  if (text.length <= longest && !unusual.test(text)) return text;
  const oneLine = text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\p{Cf}\p{Cs}]/gu, (mark) => (mark === zeroWidthNonJoiner ? mark : ''))
    .replace(/\s+/g, ' ')
    .trim();
  const characters = [...oneLine];
  return characters.length <= longest ? oneLine : `${characters.slice(0, longest - 1).join('')}…`;
}
