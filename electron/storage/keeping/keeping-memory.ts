import { z } from 'zod';
import type { LastCheck } from '../../../shared/ipc/keeping-contract.ts';
import type { Log } from '../../logging/log.ts';
import type { JsonFile } from '../json-file.ts';

const memorySchema = z.object({
  /** The last removal, and by which rule. */
  last: z.object({ atMs: z.number(), calls: z.int(), rule: z.string() }).nullable().catch(null),
  /** The last check of the whole database. */
  check: z.object({ atMs: z.number(), sound: z.boolean() }).nullable().catch(null),
});
type Remembered = z.infer<typeof memorySchema>;

/** What was done to keep the database, and when. */
export interface KeepingMemory {
  removal(): Remembered['last'];
  check(): LastCheck | null;
  rememberRemoval(removal: NonNullable<Remembered['last']>): void;
  rememberCheck(check: LastCheck): void;
}

export function createKeepingMemory(file: JsonFile, log: Log): KeepingMemory {
  let known = memorySchema.parse(file.read());
  const remember = (change: Partial<Remembered>) => {
    known = { ...known, ...change };
    try {
      file.write(known);
    } catch (problem) {
      log.warn('What was done to keep the database could not be noted', { reason: String(problem) });
    }
  };
  return {
    removal: () => known.last,
    check: () => known.check,
    rememberRemoval: (last) => remember({ last }),
    rememberCheck: (check) => remember({ check }),
  };
}
