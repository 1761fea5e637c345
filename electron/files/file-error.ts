/** What the system says of a file, a disk or a share: it has a code. A bug has none. */
export function isFileError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}
