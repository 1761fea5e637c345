import type { FileEncoding } from '../../../shared/domain/exchange/import-file.ts';

/** Bytes of the first half of a page of characters: Latin, Arabic, punctuation and the forms of Arabic letters. */
const highBytesOfUtf16: ReadonlySet<number> = new Set([0x00, 0x06, 0x20, 0xfb, 0xfc, 0xfd, 0xfe]);
/** A text of a table or of cards has commas, digits or line breaks at least this often. */
const leastZeros = 0.05;
/** Letters of a Persian word follow each other; an accented letter mostly stands alone among others. */
const leastNeighbours = 0.5;
/** The letters that make up most of any Persian or Arabic text. */
const usualLetters = /[اآبپتثجچحخدذرزسشصضطظعغفقکكگلمنوهیيىئءأإؤةژ\u200c\u064b-\u0652]/g;

/**
 * Which encoding these bytes are in: by mark, by the zeros of UTF-16, by being valid UTF-8; else by whether their letters, read
 * as Windows-1256, are those of Persian words.
 */
export function guessEncoding(start: Uint8Array, telling: Uint8Array): FileEncoding {
  return markedEncoding(start) ?? utf16Without(start) ?? (isUtf8(telling) ? 'utf-8' : byLetters(telling));
}

function markedEncoding([first, second, third]: Uint8Array): FileEncoding | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return null;
}

function utf16Without(bytes: Uint8Array): FileEncoding | null {
  const pairs = Math.floor(bytes.length / 2);
  if (pairs < 4 || !bytes.includes(0)) return null;
  const counts = [0, 1].map((offset) => {
    let high = 0;
    let zeros = 0;
    for (let at = offset; at < pairs * 2; at += 2) {
      if (highBytesOfUtf16.has(bytes[at] ?? 1)) high += 1;
      if (bytes[at] === 0) zeros += 1;
    }
    return { high: high / pairs, zeros: zeros / pairs };
  });
  const [even, odd] = counts;
  if (even === undefined || odd === undefined) return null;
  if (odd.high > 0.9 && odd.zeros > leastZeros && even.zeros < leastZeros) return 'utf-16le';
  if (even.high > 0.9 && even.zeros > leastZeros && odd.zeros < leastZeros) return 'utf-16be';
  return null;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    // Streaming, since the sample may begin or end inside of a character.
    new TextDecoder('utf-8', { fatal: true }).decode(withoutTorn(bytes), { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Without the rest of a character that began before these bytes. */
function withoutTorn(bytes: Uint8Array): Uint8Array {
  const start = bytes.findIndex((byte) => (byte & 0xc0) !== 0x80);
  return start > 0 && start < 4 ? bytes.subarray(start) : bytes;
}

function byLetters(bytes: Uint8Array): FileEncoding {
  const isHigh = (at: number) => (bytes[at] ?? 0) >= 0x80;
  let high = 0;
  let beside = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    if (!isHigh(at)) continue;
    high += 1;
    if (isHigh(at - 1) || isHigh(at + 1)) beside += 1;
  }
  const letters = new TextDecoder('windows-1256').decode(bytes).match(usualLetters)?.length ?? 0;
  return beside / high >= leastNeighbours && letters / high >= 0.8 ? 'windows-1256' : 'windows-1252';
}
