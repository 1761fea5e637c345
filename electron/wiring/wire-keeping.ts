import type { BackupProblem, KeepingState } from '../../shared/ipc/keeping-contract.ts';
import type { KeepingDesk } from '../ipc/keeping-handlers.ts';
import { keptFiles } from '../storage/keeping/kept-files.ts';
import type { KeptDatabase } from '../storage/keeping/open-kept.ts';
import { rescueNoted } from '../storage/keeping/rescue.ts';
import type { Foundation } from './foundation.ts';
import type { WiredHistory } from './wire-history.ts';

const retryMs = 5000;

/** What keeps the database safe: it is tried again, copied and mended. */
export function wireKeeping(
  { log, changed }: Foundation,
  database: KeptDatabase,
  history: WiredHistory,
  restart: () => void,
) {
  let { rescued } = database;
  const backup: BackupProblem | null = database.notCopied;
  if (rescued !== null) log.warn('The database was replaced', { ...rescued });
  let timer: NodeJS.Timeout | null = null;
  const desk: KeepingDesk = {
    rescueNoted() {
      rescueNoted(keptFiles(database.file));
      rescued = null;
      changed();
    },
    mend: restart,
  };
  return {
    desk,
    state: (): KeepingState => ({ storage: history.problem(), rescue: rescued, backup }),
    start() {
      timer = setInterval(() => {
        if (history.problem() !== null) history.tryAgain();
      }, retryMs);
    },
    stop() {
      if (timer !== null) clearInterval(timer);
    },
  };
}

export type WiredKeeping = ReturnType<typeof wireKeeping>;
