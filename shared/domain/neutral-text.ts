const usualLength = 40;
/** Joins the parts of Persian words; no word of it may lose it. */
const zeroWidthNonJoiner = '\u200c';

/** What somebody else wrote, fit for a line of ours: nothing that breaks it, turns it around or hides in it, and not too long. */
export function neutralText(text: string, longest = usualLength): string {
  const oneLine = text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\p{Cf}\p{Cs}]/gu, (mark) => (mark === zeroWidthNonJoiner ? mark : ''))
    .replace(/\s+/g, ' ')
    .trim();
  const characters = [...oneLine];
  return characters.length <= longest ? oneLine : `${characters.slice(0, longest - 1).join('')}…`;
}
