import type { Backup, BackupKind } from '../../../shared/ipc/keeping-contract.ts';

type Aged = Pick<Backup, 'name' | 'kind' | 'madeAtMs'>;

const kept: Readonly<Record<BackupKind, number>> = { daily: 3, asked: 3, 'before-update': 1, 'before-removal': 1 };

/** Those that newer ones of their kind make superfluous. */
export function superfluous<T extends Aged>(backups: readonly T[]): readonly T[] {
  const newestFirst = [...backups].sort((a, b) => b.madeAtMs - a.madeAtMs);
  const seen = new Map<BackupKind, number>();
  return newestFirst.filter(({ kind }) => {
    const before = seen.get(kind) ?? 0;
    seen.set(kind, before + 1);
    return before >= kept[kind];
  });
}

/** One a day, by the calendar of this computer; a clock that went back does not put it off for long. */
export function isDailyDue(backups: readonly Aged[], nowMs: number): boolean {
  const today = new Date(nowMs).toDateString();
  return !backups.some(({ kind, madeAtMs }) => kind === 'daily' && new Date(madeAtMs).toDateString() === today);
}
