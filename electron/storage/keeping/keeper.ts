import { statSync } from 'node:fs';
import type { KeepingError } from '../../../shared/errors.ts';
import type {
  Backup,
  BackupKind,
  BackupProblem,
  LastRemoval,
  RemovalRule,
} from '../../../shared/ipc/keeping-contract.ts';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import type { Log } from '../../logging/log.ts';
import type { Connection } from '../database.ts';
import { listBackups, readBackup } from './backup-list.ts';
import { isDailyDue } from './backup-rotation.ts';
import { writeDurably } from './durable-files.ts';
import type { KeepingThread } from './keeping-thread.ts';
import { keptFiles } from './kept-files.ts';
import type { RemovalMemory } from './removal-memory.ts';
import type { RemovalPlan } from './removal-plan.ts';
import { removeOld } from './remove-old.ts';

/** From so many calls on, a removal is worth a backup each time. */
const manyCalls = 200;
const dayMs = 24 * 60 * 60 * 1000;

export type Keeper = ReturnType<typeof createKeeper>;

/** Makes backups and removes old calls: when it is time, and when it is asked to. One thing at a time. */
export function createKeeper(deps: {
  readonly file: string;
  readonly connection: Connection;
  readonly thread: KeepingThread;
  readonly clock: () => number;
  readonly rule: () => RemovalRule;
  readonly memory: RemovalMemory;
  readonly log: Log;
  readonly onChange: () => void;
  readonly onDamage: () => void;
  readonly onRemoved: () => void;
}) {
  const { file, connection, thread, clock, memory, log } = deps;
  const files = keptFiles(file);
  let problem: BackupProblem | null = null;
  let busy = false;
  let over = false;

  const backUp = async (kind: BackupKind): Promise<Result<Backup, BackupProblem>> => {
    const made = await thread({ job: 'back-up', file, kind, nowMs: clock() });
    problem = made.ok ? null : made.error;
    if (made.ok) log.info('A backup was made', { name: made.value.name, bytes: made.value.bytes });
    else log.error('A backup was not made', { kind, ...made.error });
    if (problem?.problem === 'damaged') deps.onDamage();
    deps.onChange();
    return made;
  };
  const alone = async <T>(work: () => Promise<T>): Promise<Result<T, KeepingError>> => {
    if (busy) return fail({ code: 'keeping-busy' });
    busy = true;
    try {
      return succeed(await work());
    } finally {
      busy = false;
    }
  };
  const plan = (rule: RemovalRule): Promise<RemovalPlan> => thread({ job: 'plan', file, rule, nowMs: clock() });
  const removeWhatIsDue = async () => {
    const rule = deps.rule();
    const name = JSON.stringify(rule);
    const last = memory.read();
    if (rule.months === null && rule.megabytes === null) return;
    if (last !== null && last.rule === name && clock() - last.atMs < dayMs) return;
    const { beforeMs, calls } = await plan(rule);
    if (beforeMs === null || over) return;
    const isBig = calls >= manyCalls || (calls > 0 && last?.rule !== name);
    if (isBig && !(await backUp('before-removal')).ok) return;
    const removed = await removeOld(connection, beforeMs, () => over || JSON.stringify(deps.rule()) !== name);
    log.info('Old calls were removed', { calls: removed });
    if (over) return;
    memory.remember({ atMs: clock(), calls: removed, rule: name });
    if (removed > 0) deps.onRemoved();
    deps.onChange();
  };
  return {
    problem: () => problem,
    /** What is due by now, if anything; told again and again. */
    work: () =>
      alone(async () => {
        if (isDailyDue(listBackups(files.backups), clock())) await backUp('daily');
        if (!over) await removeWhatIsDue();
      }),
    read: (): {
      readonly backups: readonly Backup[];
      readonly bytes: number;
      readonly lastRemoval: LastRemoval | null;
    } => {
      const last = memory.read();
      return {
        backups: listBackups(files.backups),
        bytes: statSync(file).size,
        lastRemoval: last === null ? null : { atMs: last.atMs, calls: last.calls },
      };
    },
    async backUpNow(): Promise<Result<Backup, KeepingError>> {
      const made = await alone(() => backUp('asked'));
      return made.ok ? asError(made.value) : made;
    },
    plan,
    /** Reads a backup through and compares it with what there is now. */
    async look(
      name: string,
    ): Promise<Result<{ readonly calls: number; readonly newestCallMs: number | null }, KeepingError>> {
      if (readBackup(files.backups, name) === null) return fail({ code: 'not-found' });
      const found = await thread({ job: 'read-through', file, name });
      return found === null ? fail({ code: 'backup-damaged' }) : succeed(found);
    },
    /** At the next start the backup is in use. */
    choose(name: string): Result<null, KeepingError> {
      if (readBackup(files.backups, name) === null) return fail({ code: 'not-found' });
      writeDurably(files.asked, name);
      return succeed(null);
    },
    folder: files.backups,
    stop() {
      over = true;
    },
  };
}

function asError(made: Result<Backup, BackupProblem>): Result<Backup, KeepingError> {
  if (made.ok) return made;
  if (made.error.problem === 'no-room') return fail({ code: 'backup-no-room' });
  return fail(
    made.error.problem === 'damaged'
      ? { code: 'history-damaged' }
      : { code: 'backup-failed', reason: made.error.reason.slice(0, 256) },
  );
}
