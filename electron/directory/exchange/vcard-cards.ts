import type { PlainProblem } from '../../../shared/domain/exchange/line-problem.ts';
import type { CardLine } from './vcard-lines.ts';
import { type CardProperty, parseProperty } from './vcard-values.ts';

/** No person has more; a file without ends of cards must not fill the memory. */
const mostProperties = 500;

export interface Card {
  /** Where it begins. */
  readonly line: number;
  readonly properties: readonly CardProperty[];
  readonly problems: readonly { readonly line: number; readonly code: PlainProblem }[];
}

/** Puts lines together to cards. One that never ends is kept as far as it came. */
export function createCardReader(): (lines: readonly CardLine[], last: boolean) => readonly Card[] {
  let open: { line: number; properties: CardProperty[]; problems: { line: number; code: PlainProblem }[] } | null =
    null;
  return (lines, last) => {
    const cards: Card[] = [];
    const close = (finished: boolean) => {
      if (open === null) return;
      if (!finished) open.problems.push({ line: open.line, code: 'card-unfinished' });
      cards.push(open);
      open = null;
    };
    for (const { line, text, tooLong } of lines) {
      if (text.trim() === '' && !tooLong) continue;
      if (/^\s*BEGIN\s*:\s*VCARD\s*$/i.test(text)) {
        close(false);
        open = { line, properties: [], problems: [] };
      } else if (open === null) cards.push({ line, properties: [], problems: [{ line, code: 'line-unreadable' }] });
      else if (/^\s*END\s*:\s*VCARD\s*$/i.test(text)) close(true);
      else if (tooLong) open.problems.push({ line, code: 'line-too-long' });
      else {
        const property = parseProperty(text);
        if (property === null) open.problems.push({ line, code: 'line-unreadable' });
        else if (open.properties.length < mostProperties) open.properties.push(property);
      }
    }
    if (last) close(false);
    return cards;
  };
}
