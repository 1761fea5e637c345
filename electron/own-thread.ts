import { Worker } from 'node:worker_threads';

/**
 * Starts a thread of the main process with what it is to do as its `workerData`. It has no environment: it needs none, and Node ends the
 * whole program when a variable goes away while it copies them (`KVStore::Clone` in `src/node_env_var.cc`). That was seen at starts in
 * which Chromium drew in the same process.
 */
export function startThread(workerFile: string, workerData: unknown): Worker {
  return new Worker(workerFile, { workerData, env: {} });
}
