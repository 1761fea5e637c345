import { z } from 'zod';
import { awaitingKinds } from '../../shared/domain/after-call/awaits-outcome.ts';
import type { QueueMemory } from '../after-call/queue-rule.ts';
import type { Log } from '../logging/log.ts';
import type { JsonFile } from './json-file.ts';

/** A rule that cannot be used is as if there had been none: then it holds from now on. */
const memorySchema = z.object({
  rule: z
    .object({ kind: z.enum(awaitingKinds), sinceMs: z.number() })
    .nullable()
    .catch(null),
});

export function createQueueMemory(file: JsonFile, log: Log): QueueMemory {
  let { rule } = memorySchema.parse({ rule: null, ...file.read() });
  return {
    read: () => rule,
    remember(next) {
      rule = next;
      try {
        file.write({ rule });
      } catch (problem) {
        log.warn('Since when calls ask for an outcome could not be kept', { reason: String(problem) });
      }
    },
  };
}
