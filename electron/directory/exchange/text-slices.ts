import { type FileHandle, open } from 'node:fs/promises';
import type { FileEncoding } from '../../../shared/domain/exchange/import-file.ts';

/** So much is worked on before others get their turn: a few milliseconds. */
const sliceBytes = 16 * 1024;

export interface TextSlice {
  /** With `\n` at the end of each line, whatever the file has. */
  readonly text: string;
  /** Of the file, so far. */
  readonly bytesRead: number;
  readonly last: boolean;
}

/** The text of a file, in pieces. Each read is a turn of the event loop, so whatever else waits is served between two. */
export async function* readTextSlices(path: string, encoding: FileEncoding): AsyncGenerator<TextSlice> {
  const decoder = new TextDecoder(encoding);
  const withBreaks = createBreakReader();
  let bytesRead = 0;
  for await (const bytes of readByteSlices(path)) {
    bytesRead += bytes.length;
    yield { text: withBreaks(decoder.decode(bytes, { stream: true }), false), bytesRead, last: false };
  }
  yield { text: withBreaks(decoder.decode(), true), bytesRead, last: true };
}

export async function* readByteSlices(path: string): AsyncGenerator<Uint8Array> {
  const file: FileHandle = await open(path, 'r');
  try {
    for (;;) {
      const { bytesRead, buffer } = await file.read(new Uint8Array(sliceBytes), 0, sliceBytes, null);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

/** A carriage return at the end of a piece may be half of a line break. */
function createBreakReader(): (text: string, last: boolean) => string {
  let held = '';
  return (piece, last) => {
    const text = held + piece;
    held = !last && text.endsWith('\r') ? '\r' : '';
    return text.slice(0, text.length - held.length).replace(/\r\n?/g, '\n');
  };
}
