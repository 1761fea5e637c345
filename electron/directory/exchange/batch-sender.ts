import type { MessagePort } from 'node:worker_threads';

/** So many are made before the first of them is taken: enough that nobody waits, and little memory. */
const batchesAhead = 4;

/**
 * Hands out what is made here to the other thread, which answers each with a message when it takes it; null at the end. What cannot
 * be made ends this thread, and the other one is told why.
 */
export function sendBatches(port: MessagePort, batches: AsyncIterable<unknown>): void {
  let ahead = 0;
  let takenOne: () => void = () => undefined;
  port.on('message', () => {
    ahead -= 1;
    takenOne();
  });
  const send = async () => {
    for await (const batch of batches) {
      if (ahead >= batchesAhead) {
        await new Promise<void>((resolve) => {
          takenOne = resolve;
        });
      }
      ahead += 1;
      port.postMessage(batch);
    }
    port.postMessage(null);
  };
  void send().catch((error: unknown) =>
    setImmediate(() => {
      throw error;
    }),
  );
}
