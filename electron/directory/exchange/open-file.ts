import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { type FileEncoding, type FileReading, largestFile } from '../../../shared/domain/exchange/import-file.ts';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import { guessEncoding } from './file-encoding.ts';
import { fileKind } from './file-kind.ts';
import { guessColumns } from './guess-columns.ts';
import { firstRows, guessDelimiter } from './table-form.ts';
import { readByteSlices } from './text-slices.ts';

/** How much of a file its form is told from. */
const sampleBytes = 128 * 1024;
const shownRows = 8;

export interface OpenedFile {
  readonly path: string;
  readonly name: string;
  readonly bytes: number;
  readonly changedAtMs: number;
  /** Its first bytes. */
  readonly start: Uint8Array;
  readonly guessed: FileEncoding;
  readonly kind: 'table' | 'cards';
}

export type FileProblem = 'unreadable' | 'empty' | 'too-large' | 'workbook' | 'binary';

export async function openFile(path: string): Promise<Result<OpenedFile, FileProblem>> {
  try {
    const { size, mtimeMs } = await stat(path);
    if (size > largestFile) return fail('too-large');
    const { start, telling } = await sample(path);
    const guessed = guessEncoding(start, telling);
    const kind = fileKind(start, decode(start, guessed));
    if (kind !== 'table' && kind !== 'cards') return fail(kind);
    return succeed({ path, name: basename(path), bytes: size, changedAtMs: mtimeMs, start, guessed, kind });
  } catch {
    return fail('unreadable');
  }
}

/** False when it was written or taken away since it was opened. */
export async function isUnchanged({ path, bytes, changedAtMs }: OpenedFile): Promise<boolean> {
  try {
    const { size, mtimeMs } = await stat(path);
    return size === bytes && mtimeMs === changedAtMs;
  } catch {
    return false;
  }
}

export interface ChosenForm {
  readonly encoding?: FileEncoding | undefined;
  readonly delimiter?: string | undefined;
  readonly headed?: boolean | undefined;
}

export interface Preview {
  readonly reading: FileReading;
  /** The first rows of a table, its headings among them; none of cards. */
  readonly rows: readonly (readonly string[])[];
}

/** How the file would be read: what was chosen, and the likeliest for the rest. */
export function previewFile(file: OpenedFile, chosen: ChosenForm, countryCode: string): Preview {
  const encoding = chosen.encoding ?? file.guessed;
  if (file.kind === 'cards') return { reading: { kind: 'cards', encoding }, rows: [] };
  const text = decode(file.start, encoding).replace(/\r\n?/g, '\n');
  const delimiter = chosen.delimiter ?? guessDelimiter(text);
  const rows = firstRows(text, delimiter, file.bytes <= file.start.length).map(({ cells }) => cells);
  const { headed, columns } = guessColumns(rows, countryCode, chosen.headed);
  return { reading: { kind: 'table', form: { encoding, delimiter, headed }, columns }, rows: rows.slice(0, shownRows) };
}

/** The beginning, and the first piece with other than ASCII characters: only those tell an encoding. */
async function sample(path: string): Promise<{ readonly start: Uint8Array; readonly telling: Uint8Array }> {
  let start = new Uint8Array();
  for await (const slice of readByteSlices(path)) {
    if (start.length < sampleBytes) start = Buffer.concat([start, slice]);
    const telling = start.length < sampleBytes ? start : slice;
    if (start.length >= sampleBytes && telling.some((byte) => byte >= 0x80)) return { start, telling };
  }
  return { start, telling: start };
}

function decode(bytes: Uint8Array, encoding: FileEncoding): string {
  return new TextDecoder(encoding).decode(bytes, { stream: true });
}
