/** Encodings that address books of this world come in. */
export const fileEncodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1256', 'windows-1252'] as const;
export type FileEncoding = (typeof fileEncodings)[number];

/** What stands between the cells of most files, the likely ones first; a person may name any other. */
export const usualDelimiters = [',', ';', '\t', '|', ':', '^', '~'] as const;
export type UsualDelimiter = (typeof usualDelimiters)[number];

export const longestDelimiter = 4;
/** Quotes hold cells together, breaks end rows, and a byte order mark is at the beginning of many files. */
const noDelimiter = /["\r\n\ufeff\uf8ff]/;

/** Whether it can stand between cells: one sign, or a few such as `||`. */
export function isDelimiter(text: string): boolean {
  return text !== '' && text.length <= longestDelimiter && !noDelimiter.test(text);
}

/** What a column of a table holds. A label is that of the next number at its right. */
export const columnFields = [
  'ignore',
  'name',
  'firstName',
  'middleName',
  'lastName',
  'company',
  'number',
  'mobile',
  'work',
  'home',
  'extension',
  'fax',
  'numberLabel',
  'tags',
  'note',
  'favourite',
  'doNotCall',
  'trunk',
] as const;
export type ColumnField = (typeof columnFields)[number];

/** How the text of a table is read. */
export interface TableForm {
  readonly encoding: FileEncoding;
  /** As `isDelimiter` has it. */
  readonly delimiter: string;
  /** The first row names the columns. */
  readonly headed: boolean;
}

/** All that a person decides about a file: cards tell their fields themselves. */
export type FileReading =
  | { readonly kind: 'table'; readonly form: TableForm; readonly columns: readonly ColumnField[] }
  | { readonly kind: 'cards'; readonly encoding: FileEncoding };

/** What becomes of a contact with a number that somebody already has. */
export const duplicateChoices = ['merge', 'skip', 'add'] as const;
export type DuplicateChoice = (typeof duplicateChoices)[number];

/** Larger files are no address books, and nobody would wait for them. */
export const largestFile = 200 * 1024 * 1024;
/** No more rows or cards of one file are read. */
export const mostContacts = 250_000;
