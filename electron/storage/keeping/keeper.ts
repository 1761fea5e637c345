import { statSync } from 'node:fs';
import type { KeepingError } from '../../../shared/errors.ts';
import type {
  Backup,
  BackupKind,
  BackupProblem,
  LastCheck,
  LastRemoval,
  RemovalRule,
} from '../../../shared/ipc/keeping-contract.ts';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import type { Log } from '../../logging/log.ts';
import type { Connection } from '../database.ts';
import type { MissedSigns } from '../missed/missed-signs.ts';
import { inTransaction } from '../transaction.ts';
import { listBackups, readBackup } from './backup-list.ts';
import { isDailyDue } from './backup-rotation.ts';
import { writeDurably } from './durable-files.ts';
import { mostEventBytes } from './events-beyond.ts';
import type { KeepingMemory } from './keeping-memory.ts';
import type { KeepingThread } from './keeping-thread.ts';
import { keptFiles } from './kept-files.ts';
import type { RemovalPlan } from './removal-plan.ts';
import { removeEvents, removeOld } from './remove-old.ts';

/** From so many calls on, a removal is worth a backup each time. */
const manyCalls = 200;
const dayMs = 24 * 60 * 60 * 1000;
const weekMs = 7 * dayMs;

export type Keeper = ReturnType<typeof createKeeper>;

/** Makes backups, reads the database through and removes old calls: when it is time, and when it is asked to. One thing at a time. */
export function createKeeper(deps: {
  readonly file: string;
  readonly connection: Connection;
  readonly signs: Pick<MissedSigns, 'forget' | 'forgetOld'>;
  readonly thread: KeepingThread;
  readonly clock: () => number;
  readonly rule: () => RemovalRule;
  readonly mostEventBytes?: number;
  readonly memory: KeepingMemory;
  readonly log: Log;
  readonly onChange: () => void;
  readonly onDamage: () => void;
  readonly onRemoved: () => void;
}) {
  const { file, connection, signs, thread, clock, memory, log } = deps;
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
  const check = async (): Promise<LastCheck | null> => {
    const found = await thread({ job: 'check', file });
    log.info('The database was read through', { found });
    if (found === 'cannot-be-checked') return null;
    const checked = { atMs: clock(), sound: found === 'good' };
    memory.rememberCheck(checked);
    if (!checked.sound) deps.onDamage();
    deps.onChange();
    return checked;
  };
  const isCheckDue = () => {
    const last = memory.check();
    // What was damaged was mended since, or nothing would be done here; a clock that went back does not put it off for long.
    return last?.sound !== true || Math.abs(clock() - last.atMs) >= weekMs;
  };
  const plan = (rule: RemovalRule): Promise<RemovalPlan> => thread({ job: 'plan', file, rule, nowMs: clock() });
  const removeEventsBeyond = async () => {
    const beyond = await thread({ job: 'events-beyond', file, mostBytes: deps.mostEventBytes ?? mostEventBytes });
    if (beyond === null) return;
    const removed = await removeEvents(connection, beyond, () => over);
    log.warn('Events were more than is kept of them; the oldest were removed', { events: removed });
  };
  const removeWhatIsDue = async () => {
    const rule = deps.rule();
    const name = JSON.stringify(rule);
    const last = memory.removal();
    if (rule.months === null && rule.megabytes === null) return;
    if (last !== null && last.rule === name && clock() - last.atMs < dayMs) return;
    const { beforeMs, calls } = await plan(rule);
    if (beforeMs === null || over) return;
    const isBig = calls >= manyCalls || (calls > 0 && last?.rule !== name);
    if (isBig && !(await backUp('before-removal')).ok) return;
    const removed = await removeOld(connection, signs, beforeMs, () => over || JSON.stringify(deps.rule()) !== name);
    log.info('Old calls were removed', { calls: removed });
    if (over) return;
    memory.rememberRemoval({ atMs: clock(), calls: removed, rule: name });
    if (removed > 0) deps.onRemoved();
    deps.onChange();
  };
  return {
    problem: () => problem,
    /** What is due by now, if anything; told again and again. */
    work: () =>
      alone(async () => {
        if (isDailyDue(listBackups(files.backups), clock())) await backUp('daily');
        if (!over && isCheckDue()) await check();
        if (over) return;
        inTransaction(connection, signs.forgetOld);
        await removeEventsBeyond();
        if (!over) await removeWhatIsDue();
      }),
    read: (): {
      readonly backups: readonly Backup[];
      readonly bytes: number;
      readonly lastRemoval: LastRemoval | null;
      readonly lastCheck: LastCheck | null;
    } => {
      const last = memory.removal();
      return {
        backups: listBackups(files.backups),
        bytes: statSync(file).size,
        lastRemoval: last === null ? null : { atMs: last.atMs, calls: last.calls },
        lastCheck: memory.check(),
      };
    },
    async backUpNow(): Promise<Result<Backup, KeepingError>> {
      const made = await alone(() => backUp('asked'));
      return made.ok ? asError(made.value) : made;
    },
    async checkNow(): Promise<Result<LastCheck, KeepingError>> {
      const checked = await alone(check);
      if (!checked.ok) return checked;
      return checked.value === null ? fail({ code: 'check-failed' }) : succeed(checked.value);
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
