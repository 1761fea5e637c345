import { app } from 'electron';
import { callsUnderWay } from '../../shared/domain/calls-under-way.ts';
import { openJsonFile } from '../storage/json-file.ts';
import { keptUpdate } from '../storage/kept-update.ts';
import { replaceableAppImage } from '../updates/own-app-image.ts';
import { createUpdateDesk } from '../updates/update-desk.ts';
import type { Foundation } from './foundation.ts';
import type { WiredCalls } from './wire-calls.ts';
import type { WiredHistory } from './wire-history.ts';
import type { WiredSettings } from './wire-settings.ts';

/** Newer versions of the program, from where the administrator says. */
export function wireUpdates(
  { clock, log, changed }: Foundation,
  { store, profile }: WiredSettings,
  history: WiredHistory,
  calls: WiredCalls,
  around: { readonly folder: string; readonly startsAgain: () => boolean },
) {
  const { platform, arch } = process;
  const appImage = replaceableAppImage(platform, process.env, process.execPath);
  const desk = createUpdateDesk({
    settings: () => store.read().updates,
    load:
      appImage !== null
        ? // What it is built on is read when it is used, by the few desks that have a feed.
          async (settings) => {
            const { createUpdater } = await import('../updates/updater.ts');
            const version = app.getVersion();
            return createUpdater(settings, { arch, version, appImage, folder: around.folder, log });
          }
        : null,
    clock,
    random: Math.random,
    mayInstall: () =>
      !around.startsAgain() &&
      callsUnderWay(history.calls.listUnfinished(profile()), new Set(calls.dismissed()), clock()).length === 0,
    onChange: changed,
    kept: keptUpdate(() => openJsonFile(around.folder, 'updates', log), app.getVersion()),
    log,
  });
  // The very last: nothing of the program runs any more.
  app.once('quit', (_event, exitCode) => {
    if (exitCode === 0) desk.install();
  });
  return desk;
}

export type WiredUpdates = ReturnType<typeof wireUpdates>;
