import type { FileError } from '../../../shared/errors.ts';
import type { Result } from '../../../shared/result.ts';
import { startThread } from '../../own-thread.ts';
import type { PreparedBatch, PreparedContacts, ReadOrder } from './prepare-contacts.ts';

/** Has a file read by a thread of its own, which waits when a few batches are not taken yet, and ends when nobody wants more. */
export function prepareApart(workerFile: string): (order: ReadOrder) => PreparedContacts {
  return async function* (order) {
    const worker = startThread(workerFile, order);
    // Both sides are of one build: what comes is what `sendBatches` sent.
    const arrived: (Result<PreparedBatch, FileError> | null)[] = [];
    let failure: unknown = null;
    let somethingCame: () => void = () => undefined;
    const note = (what: () => void) => {
      what();
      somethingCame();
    };
    worker.on('message', (batch) => note(() => arrived.push(batch)));
    worker.on('error', (error) => note(() => (failure = error)));
    worker.on('exit', () => note(() => (failure ??= new Error('The thread that reads a file ended before the file'))));
    try {
      for (;;) {
        const next = arrived.shift();
        if (next === null) return;
        if (next !== undefined) {
          worker.postMessage('taken');
          yield next;
        } else if (failure !== null) throw failure;
        else {
          await new Promise<void>((resolve) => {
            somethingCame = resolve;
          });
        }
      }
    } finally {
      await worker.terminate();
    }
  };
}
