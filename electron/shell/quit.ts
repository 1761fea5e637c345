import { app } from 'electron';

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
      .finally(() => {
        stopped = true;
        app.quit();
      });
  });
}
