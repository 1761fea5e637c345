import { app, dialog } from 'electron';
import { stackOf } from '../logging/log-bug.ts';
import type { DialogWords } from './dialog-words.ts';
import type { Windows } from './windows.ts';

const reloadPauseMs = 30_000;

/** Notes what nobody expected, and brings back the page of the main window when it stopped working. */
export function watchCrashes(deps: {
  readonly log: { error(message: string, data: Readonly<Record<string, unknown>>): void };
  readonly words: () => DialogWords;
  readonly windows: Windows;
  /** The page of the main window is gone, and with it what it said of itself. */
  readonly onMainGone: () => void;
}): void {
  const { log, words, windows } = deps;
  process.on('uncaughtException', (error) => log.error('Unexpected error', { reason: stackOf(error) }));
  process.on('unhandledRejection', (reason) => log.error('Unexpected rejection', { reason: stackOf(reason) }));
  let lastReloadMs = 0;
  app.on('render-process-gone', (_event, contents, { reason }) => {
    if (reason === 'clean-exit') return;
    log.error('The window stopped working', { reason });
    if (!windows.contentsIds(['main']).has(contents.id)) {
      // What stands on top of everything and is empty is only in the way; the compact window has a button to
      // open it again, the palette is made anew by itself.
      setImmediate(() => windows.byContents(contents.id)?.destroy());
      return;
    }
    deps.onMainGone();
    // Once: a page that crashes again at once would only flicker.
    if (Date.now() - lastReloadMs < reloadPauseMs) {
      log.error('The window stopped working again', { reason });
      void askAfterCrash(words()).catch((problem: unknown) =>
        log.error('The question after a crash failed', { reason: stackOf(problem) }),
      );
      return;
    }
    lastReloadMs = Date.now();
    contents.reload();
  });
}

/** A window that stays empty says nothing by itself. */
async function askAfterCrash(words: DialogWords): Promise<void> {
  const { response } = await dialog.showMessageBox({
    type: 'error',
    title: app.getName(),
    message: words.crashedTwice,
    buttons: [words.restart, words.quit],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  });
  if (response === 0) app.relaunch();
  app.quit();
}
