import { createScreenPop, type OpenPage } from '../desk/screen-pop.ts';
import { logBug } from '../logging/log-bug.ts';
import type { Foundation } from './foundation.ts';
import type { WiredHistory } from './wire-history.ts';
import type { WiredSettings } from './wire-settings.ts';

/** Pages of other programs that open as calls go on. */
export function wireScreenPop(
  { clock, log, startedAtMs, changed }: Foundation,
  { effective, store }: WiredSettings,
  { calls }: WiredHistory,
  nameOf: (number: string) => string,
  openPage: OpenPage,
) {
  return createScreenPop({
    settings: effective,
    pages: () => store.read().screenPop,
    findCall: (id) => calls.get(id),
    nameOf,
    openPage,
    clock,
    runningSinceMs: startedAtMs,
    onChange: changed,
    onBug: logBug(log, 'The page of a call could not be opened'),
  });
}

export type WiredScreenPop = ReturnType<typeof wireScreenPop>;
