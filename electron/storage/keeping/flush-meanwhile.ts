import { open } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

const pauseMs = 5;

/**
 * Has a growing file written to the disk while it grows. Flushed at its end alone, all of it would go at once, and a commit of the main
 * process would wait behind it for as long as that takes.
 */
export async function flushMeanwhile(path: string, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    await pause(pauseMs);
    try {
      const handle = await open(path, 'r+');
      try {
        await handle.datasync();
      } finally {
        await handle.close();
      }
    } catch {
      // Not there yet, or there no more.
    }
  }
}
