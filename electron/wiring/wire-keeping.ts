import type { KeepingState } from '../../shared/ipc/keeping-contract.ts';
import { countCalls } from '../calls/calls-of-profiles.ts';
import type { KeepingDesk } from '../ipc/keeping-handlers.ts';
import { logBug } from '../logging/log-bug.ts';
import { createKeeper } from '../storage/keeping/keeper.ts';
import type { KeepingMemory } from '../storage/keeping/keeping-memory.ts';
import type { KeepingThread } from '../storage/keeping/keeping-thread.ts';
import { keptFiles } from '../storage/keeping/kept-files.ts';
import type { KeptDatabase } from '../storage/keeping/open-kept.ts';
import { rescueNoted } from '../storage/keeping/rescue.ts';
import type { Foundation } from './foundation.ts';
import type { WiredHistory } from './wire-history.ts';
import type { WiredSettings } from './wire-settings.ts';

const retryMs = 5000;
/** The start has enough to do, and somebody who changes a rule may change it once more. */
const firstWorkMs = 60_000;
const afterChangeMs = 2_000;
const workMs = 60 * 60 * 1000;

/** What keeps the database safe and small: it is tried again, copied, mended, and rid of old calls. */
export function wireKeeping(
  { clock, log, send, changed, callsChanged }: Foundation,
  settings: WiredSettings,
  history: WiredHistory,
  parts: {
    readonly database: KeptDatabase;
    readonly thread: KeepingThread;
    readonly memory: KeepingMemory;
    readonly restart: () => void;
    readonly openFolder: (path: string) => Promise<boolean>;
  },
) {
  const { database, memory } = parts;
  let { rescued } = database;
  let { notCopied } = database;
  if (rescued !== null) log.warn('The database was replaced', { ...rescued });
  const rule = () => settings.store.read().keeping;
  const keeper = createKeeper({
    file: database.file,
    connection: history.connection,
    signs: history.missedSigns,
    thread: parts.thread,
    clock,
    rule,
    memory,
    log,
    onChange() {
      notCopied = null;
      changed();
    },
    onDamage: history.noteDamage,
    onRemoved() {
      send('keeping:removed', {});
      callsChanged();
    },
  });
  let ruleBefore = JSON.stringify(rule());
  const timers: NodeJS.Timeout[] = [];
  const work = () => {
    // What takes nothing now is neither copied nor made smaller.
    if (history.problem() === null) keeper.work().catch(logBug(log, 'The keeping of the database failed'));
  };
  const desk: KeepingDesk = {
    keeper,
    rescueNoted() {
      rescueNoted(keptFiles(database.file));
      rescued = null;
      changed();
    },
    restart: parts.restart,
    openFolder: () => parts.openFolder(keeper.folder),
    async previewRemoval(wanted) {
      const { beforeMs, ...plan } = await keeper.plan(wanted);
      const filter = { profile: 'all', recorded: true, toMs: beforeMs ?? 0 } as const;
      const recorded = plan.calls === 0 ? { count: 0, more: false } : await history.desk.count(filter);
      return { ...plan, recorded };
    },
    callsNow: () => countCalls(history.calls, settings.allProfiles()),
  };
  return {
    desk,
    state: (): KeepingState => ({
      storage: history.problem(),
      rescue: rescued,
      backup: keeper.problem() ?? notCopied,
    }),
    start() {
      timers.push(
        setInterval(() => {
          if (history.problem() !== null) history.tryAgain();
        }, retryMs),
        setTimeout(work, firstWorkMs),
        setInterval(work, workMs),
      );
    },
    settingsChanged() {
      const now = JSON.stringify(rule());
      if (now === ruleBefore) return;
      ruleBefore = now;
      timers.push(setTimeout(work, afterChangeMs));
    },
    stop() {
      keeper.stop();
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

export type WiredKeeping = ReturnType<typeof wireKeeping>;
