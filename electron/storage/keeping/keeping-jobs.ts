import { join } from 'node:path';
import type { Backup, BackupProblem, RemovalRule, RescueReport } from '../../../shared/ipc/keeping-contract.ts';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import { type CheckedDatabase, checkDatabase } from './check-database.ts';
import { lastEventBeyond } from './events-beyond.ts';
import { keptFiles } from './kept-files.ts';
import { type BackupOrder, makeBackup, readThrough } from './make-backup.ts';
import { prepareHistory } from './prepare-history.ts';
import { planRemoval, type RemovalPlan } from './removal-plan.ts';
import { rescue } from './rescue.ts';
import { updateDatabase } from './update-database.ts';

/** What takes too long for the main process: each reads or writes the whole database. */
export type KeepingJob =
  | { readonly job: 'prepare'; readonly file: string; readonly nowMs: number }
  | { readonly job: 'update'; readonly file: string }
  | { readonly job: 'rescue'; readonly file: string; readonly nowMs: number }
  | ({ readonly job: 'back-up' } & BackupOrder)
  | { readonly job: 'check'; readonly file: string }
  | { readonly job: 'events-beyond'; readonly file: string; readonly mostBytes: number }
  | { readonly job: 'plan'; readonly file: string; readonly rule: RemovalRule; readonly nowMs: number }
  | { readonly job: 'read-through'; readonly file: string; readonly name: string };

export interface KeepingAnswers {
  readonly prepare: null;
  readonly update: ReturnType<typeof updateDatabase>;
  readonly rescue: RescueReport;
  readonly 'back-up': Result<Backup, BackupProblem>;
  readonly check: CheckedDatabase;
  readonly 'events-beyond': number | null;
  readonly plan: RemovalPlan;
  readonly 'read-through': ReturnType<typeof readThrough>;
}

export type AnyAnswer = KeepingAnswers[keyof KeepingAnswers];

/** What a job threw, in words: errors lose their kind between threads. */
export function doJob(job: KeepingJob): Result<AnyAnswer, string> {
  try {
    return succeed(answer(job));
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

function answer(job: KeepingJob): AnyAnswer {
  switch (job.job) {
    case 'prepare':
      prepareHistory(job.file, job.nowMs);
      return null;
    case 'update':
      return updateDatabase(job.file);
    case 'rescue':
      return rescue(keptFiles(job.file), 'damaged', job.nowMs);
    case 'back-up':
      return makeBackup(job);
    case 'check':
      return checkDatabase(job.file, 'whole');
    case 'events-beyond':
      return lastEventBeyond(job.file, job.mostBytes);
    case 'plan':
      return planRemoval(job.file, job.rule, job.nowMs);
    case 'read-through':
      return readThrough(join(keptFiles(job.file).backups, job.name));
  }
}
