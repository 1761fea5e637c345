import { z } from 'zod';
import type { Log } from '../logging/log.ts';
import type { JsonFile } from './json-file.ts';

const memorySchema = z.object({ places: z.array(z.string()).catch([]) });
/** Of a drive that never comes back. */
const mostPlaces = 50;

/** Where files were saved: a program that is killed while it writes one leaves names and numbers beside that place. */
export interface SavedPlaces {
  /** Before anything is written there. */
  note(path: string): void;
  /** Removes what earlier runs left; a place that cannot be looked at is tried again at the next start. */
  tidy(): Promise<void>;
}

export function createSavedPlaces(
  file: JsonFile,
  log: Log,
  removePartials: (path: string) => Promise<void>,
): SavedPlaces {
  const earlier = memorySchema.parse({ places: [], ...file.read() }).places;
  const noted = new Set<string>();
  let places = [...earlier];
  const keep = () => {
    try {
      file.write({ places });
    } catch (problem) {
      log.warn('Where a file is saved could not be noted', { reason: String(problem) });
    }
  };
  return {
    note(path) {
      noted.add(path);
      places = [...places.filter((other) => other !== path), path].slice(-mostPlaces);
      keep();
    },
    async tidy() {
      const done = new Set<string>();
      for (const path of earlier) {
        try {
          await removePartials(path);
          done.add(path);
        } catch (problem) {
          log.warn('What an earlier run left half written could not be removed', { reason: String(problem) });
        }
      }
      if (done.size === 0) return;
      places = places.filter((path) => !done.has(path) || noted.has(path));
      keep();
    },
  };
}
