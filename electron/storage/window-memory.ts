import { z } from 'zod';
import { tabs } from '../../shared/tabs.ts';
import type { Log } from '../logging/log.ts';
import type { JsonFile } from './json-file.ts';

const placeSchema = z.strictObject({
  x: z.int(),
  y: z.int(),
  width: z.int().min(1),
  height: z.int().min(1),
  maximised: z.boolean(),
});

/** Whatever of the file cannot be used is as if it had never been written. */
const memorySchema = z.object({
  place: placeSchema.nullable().catch(null),
  /** Of the small window with the live call. */
  compact: placeSchema.nullable().catch(null),
  tab: z.enum(tabs).catch('keypad'),
  /** That closing the window only hides it was said. */
  toldOfTray: z.boolean().catch(false),
});
type Remembered = z.infer<typeof memorySchema>;

/** Where the window stood and what was open in it. */
export interface WindowMemory {
  read(): Remembered;
  remember(change: Partial<Remembered>): void;
}

export function createWindowMemory(file: JsonFile, log: Log): WindowMemory {
  let remembered = memorySchema.parse(file.read());
  return {
    read: () => remembered,
    remember(change) {
      const next = { ...remembered, ...change };
      if (JSON.stringify(next) === JSON.stringify(remembered)) return;
      remembered = next;
      try {
        file.write({ ...remembered });
      } catch (problem) {
        log.warn('The place of the window could not be kept', { reason: String(problem) });
      }
    },
  };
}
