import { existsSync, readFileSync } from 'node:fs';
import { removeDurably, writeDurably } from './durable-files.ts';

const suspicion = 'damaged';

/** Knows at the start whether the last run came to its end, and whether it met damage. */
export interface CleanStop {
  begin(): void;
  /** Damage was met: the database is read through at the next start, however this run ends. */
  suspect(): void;
  end(): void;
}

export function createCleanStop(runningFile: string): CleanStop {
  let suspected = false;
  return {
    begin: () => writeDurably(runningFile, ''),
    suspect() {
      if (suspected) return;
      suspected = true;
      writeDurably(runningFile, suspicion);
    },
    end() {
      if (!suspected) removeDurably(runningFile);
    },
  };
}

export function lastStop(runningFile: string): 'clean' | 'unclean' | 'suspected' {
  if (!existsSync(runningFile)) return 'clean';
  return readFileSync(runningFile, 'utf8') === suspicion ? 'suspected' : 'unclean';
}
