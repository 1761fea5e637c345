import { z } from 'zod';
import type { Log } from '../../logging/log.ts';
import type { JsonFile } from '../json-file.ts';

const memorySchema = z.object({
  last: z.object({ atMs: z.number(), calls: z.int(), rule: z.string() }).nullable().catch(null),
});
type Removal = NonNullable<z.infer<typeof memorySchema>['last']>;

/** What was removed last, and by which rule. */
export interface RemovalMemory {
  read(): Removal | null;
  remember(removal: Removal): void;
}

export function createRemovalMemory(file: JsonFile, log: Log): RemovalMemory {
  let { last } = memorySchema.parse(file.read());
  return {
    read: () => last,
    remember(removal) {
      last = removal;
      try {
        file.write({ last });
      } catch (problem) {
        log.warn('The last removal could not be kept', { reason: String(problem) });
      }
    },
  };
}
