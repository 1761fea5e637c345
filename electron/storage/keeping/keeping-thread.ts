import type { Result } from '../../../shared/result.ts';
import { startThread } from '../../own-thread.ts';
import { flushMeanwhile } from './flush-meanwhile.ts';
import type { AnyAnswer, KeepingAnswers, KeepingJob } from './keeping-jobs.ts';
import { growingFile } from './make-backup.ts';

export type KeepingThread = <J extends KeepingJob>(job: J) => Promise<KeepingAnswers[J['job']]>;

/** Has each job done by a thread of its own, so that the main process goes on with calls. Rejects with what the job threw. */
export function createKeepingThread(workerFile: string): KeepingThread {
  return (job) =>
    new Promise((resolve, reject) => {
      const worker = startThread(workerFile, job);
      let over = false;
      worker.once('exit', () => {
        over = true;
      });
      if (job.job === 'back-up') void flushMeanwhile(growingFile(job), () => over);
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('The thread that keeps the database ended before its answer')));
      // Both sides are of one build: what comes is what the job answers.
      worker.once('message', (told: Result<AnyAnswer, string>) => {
        if (told.ok) resolve(told.value as KeepingAnswers[(typeof job)['job']]);
        else reject(new Error(told.error));
      });
    });
}
