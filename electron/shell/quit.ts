import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { app, BrowserWindow } from 'electron';

/** A page that does not come to its end must not keep a computer from being shut down. */
const longestFarewellMs = 3000;

/** Closing the window ends the program; it waits until the listener and the database are closed. */
export function quitInOrder(stop: () => Promise<void>, onProblem: (problem: unknown) => void): void {
  let stopping = false;
  let stopped = false;
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', (event) => {
    if (stopped) return;
    event.preventDefault();
    if (stopping) return;
    stopping = true;
    void stop()
      .catch(onProblem)
      .then(pagesLoaded)
      .finally(() => {
        stopped = true;
        app.quit();
      });
  });
}

/** Chromium that is told to end while it loads its first pages never does. */
async function pagesLoaded(): Promise<void> {
  const loading = BrowserWindow.getAllWindows().filter(({ webContents }) => webContents.isLoading());
  const loaded = loading.map(({ webContents }) =>
    Promise.race([once(webContents, 'did-stop-loading'), once(webContents, 'destroyed')]),
  );
  await Promise.race([Promise.all(loaded), wait(longestFarewellMs)]);
}
