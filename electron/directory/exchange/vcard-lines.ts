/** Longer than any property of a card that a telephone book has a place for; pictures are. */
const longestLine = 64 * 1024;
/** Name and parameters of a property that are longer have no text behind them that anybody wrote. */
const longestHead = 256;
const quotedPrintable = /^[^:]*;[^:]*QUOTED-PRINTABLE/i;
/** What is neither shown nor kept, and large. */
const large = /^(?:[\w-]+\.)?(?:PHOTO|LOGO|SOUND|KEY)[;:]/i;

export interface CardLine {
  /** Of the file, from 1. */
  readonly line: number;
  /** Unfolded; empty when it was too long. */
  readonly text: string;
  readonly tooLong: boolean;
}

/** The properties of cards, one a line: folded lines joined, soft breaks of quoted-printable as well, pictures left out. */
export function createLineReader(): (text: string, last: boolean) => readonly CardLine[] {
  let rest = '';
  let number = 0;
  /** The rest of a physical line that is too long to keep. */
  let skipping = false;
  let open: { line: number; parts: string[]; length: number; picture: boolean; quoted: boolean } | null = null;

  const close = (done: CardLine[]) => {
    if (open === null || open.picture) return;
    const tooLong = open.length > longestLine;
    done.push({ line: open.line, text: tooLong ? '' : open.parts.join(''), tooLong });
  };
  const append = (text: string) => {
    if (open === null) return;
    open.length += text.length;
    if (!open.picture && open.length <= longestLine) open.parts.push(text);
  };
  const physical = (text: string, done: CardLine[]) => {
    number += 1;
    if (open !== null && /^[ \t]/.test(text)) return append(text.slice(1));
    if (open?.quoted === true && open.parts.at(-1)?.endsWith('=') === true) {
      open.parts.push((open.parts.pop() ?? '').slice(0, -1));
      return append(text);
    }
    // Old programs break pictures without folding them, until an empty line.
    if (open?.picture === true && /^[\w+/=]*$/.test(text)) return;
    close(done);
    const quoted = quotedPrintable.test(text.slice(0, longestHead));
    open = { line: number, parts: [], length: 0, picture: large.test(text), quoted };
    append(text);
  };

  return (piece, last) => {
    const done: CardLine[] = [];
    const lines = (rest + piece).split('\n');
    rest = last ? '' : (lines.pop() ?? '');
    for (const line of lines) {
      if (skipping) skipping = false;
      else physical(line, done);
    }
    if (rest.length > longestLine) {
      if (!skipping) physical(rest, done);
      skipping = true;
      rest = '';
    }
    if (last) close(done);
    return done;
  };
}
