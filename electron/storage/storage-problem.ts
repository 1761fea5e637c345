import type { StorageProblem } from '../../shared/ipc/keeping-contract.ts';

/** Primary result codes of SQLite, sqlite.org/rescode.html; extended codes have them in their lowest byte. */
const problems: Readonly<Record<number, StorageProblem>> = {
  5: 'busy',
  6: 'busy',
  8: 'read-only',
  10: 'disk-error',
  11: 'damaged',
  13: 'full',
  14: 'disk-error',
  26: 'damaged',
};

/** What a refusal of the database means for a person. */
export function storageProblem(error: unknown): StorageProblem {
  if (typeof error !== 'object' || error === null) return 'other';
  if ('cause' in error && error.cause !== undefined) return storageProblem(error.cause);
  const code = 'errcode' in error && typeof error.errcode === 'number' ? error.errcode & 0xff : null;
  if (code !== null) return problems[code] ?? 'other';
  if ('code' in error && error.code === 'ENOSPC') return 'full';
  return 'code' in error && (error.code === 'EROFS' || error.code === 'EACCES') ? 'read-only' : 'other';
}
