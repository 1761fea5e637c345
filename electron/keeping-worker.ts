import { parentPort, workerData } from 'node:worker_threads';
import { doJob, type KeepingJob } from './storage/keeping/keeping-jobs.ts';

// The thread that copies, checks and mends the database: it gets one job when it is made, and ends with its answer.
if (parentPort === null) throw new Error('This is run as a thread of the main process');
parentPort.postMessage(doJob(workerData as KeepingJob));
