export type FileKind = 'table' | 'cards' | 'workbook' | 'binary' | 'empty';

const workbookStarts = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];
/** What hardly any text has. */
const control = /(?![\t\n\v\f\r])\p{Cc}/gu;
const mostControl = 0.01;

/** What a file is, by its first bytes and by its text; names of files say nothing. */
export function fileKind(start: Uint8Array, text: string): FileKind {
  if (workbookStarts.some((magic) => magic.every((byte, at) => start[at] === byte))) return 'workbook';
  if (text.trim() === '') return 'empty';
  if ((text.match(control)?.length ?? 0) > text.length * mostControl) return 'binary';
  return /^\s*BEGIN\s*:\s*VCARD\s*$/im.test(text.slice(0, 4096)) ? 'cards' : 'table';
}
