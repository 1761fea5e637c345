/** Forms of recordings by which files are named here; whatever a PBX calls its own. */
export const audioFormats = ['wav', 'mp3', 'ogg', 'flac', 'm4a', 'amr', 'gsm'] as const;
export type AudioFormat = (typeof audioFormats)[number];

export interface AudioKind {
  readonly format: AudioFormat;
  /** The page can play it; what it cannot play can still be saved. */
  readonly plays: boolean;
}

/** So much of a file tells its form, also where a WAV file has other things before its format. */
export const leadingBytes = 4096;

export const mediaTypes: Readonly<Record<AudioFormat, string>> = {
  wav: 'audio/wav',
  mp3: 'audio/mpeg',
  ogg: 'audio/ogg',
  flac: 'audio/flac',
  m4a: 'audio/mp4',
  amr: 'audio/amr',
  gsm: 'audio/gsm',
};

/** PCM, floating point, A-law, µ-law, and the one that says it later. WAV files of Asterisk may hold GSM (0x31), which no page plays. */
const playedInWav: ReadonlySet<number> = new Set([0x0001, 0x0003, 0x0006, 0x0007, 0xfffe]);
const playedInOgg = ['OpusHead', '\u0001vorbis', '\u007fFLAC'] as const;
const gsmFrame = 33;

/**
 * What a file is, by its beginning alone: the type that servers tell is often wrong. It decides only where the beginning is no proof, as
 * frames of GSM have no more of a sign than four bits, which Persian text has too. Null: not audio.
 */
export function audioKind(start: Uint8Array, contentType: string): AudioKind | null {
  const says = (at: number, word: string) => text(start, at, word.length) === word;
  if (says(0, 'RIFF') && says(8, 'WAVE')) return { format: 'wav', plays: playedInWav.has(wavCoding(start) ?? 0) };
  if (says(0, 'OggS')) {
    const page = text(start, 0, 128);
    return { format: 'ogg', plays: playedInOgg.some((codec) => page.includes(codec)) };
  }
  if (says(0, 'fLaC')) return { format: 'flac', plays: true };
  if (says(4, 'ftyp')) return { format: 'm4a', plays: true };
  if (says(0, '#!AMR')) return { format: 'amr', plays: false };
  if (says(0, 'ID3') || isMp3Frame(start)) return { format: 'mp3', plays: true };
  const isText = /^\s*(?:text\/|application\/(?:json|xml|xhtml))/i.test(contentType);
  const isGsm = start.length >= 2 * gsmFrame && [0, gsmFrame].every((at) => ((start[at] ?? 0) & 0xf0) === 0xd0);
  return isGsm && !isText ? { format: 'gsm', plays: false } : null;
}

/** How the samples of a WAV file are written; null when its format is not in the beginning. */
function wavCoding(start: Uint8Array): number | null {
  const view = new DataView(start.buffer, start.byteOffset, start.byteLength);
  for (let at = 12; at + 10 <= start.length; ) {
    if (text(start, at, 4) === 'fmt ') return view.getUint16(at + 8, true);
    const length = view.getUint32(at + 4, true);
    at += 8 + length + (length % 2);
  }
  return null;
}

/** A header of MPEG audio, layer III, with nothing in it that is forbidden. */
function isMp3Frame(start: Uint8Array): boolean {
  const [sync = 0, version = 0, rates = 0] = start;
  const layer3 = (version & 0x06) === 0x02;
  const known = (version & 0x18) !== 0x08 && (rates & 0xf0) !== 0xf0 && (rates & 0x0c) !== 0x0c;
  return sync === 0xff && (version & 0xe0) === 0xe0 && layer3 && known;
}

function text(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length));
}
