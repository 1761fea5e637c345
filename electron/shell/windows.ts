import type { BrowserWindow, WebContents } from 'electron';
import type { WindowName } from '../../shared/ipc/channels.ts';

/** Our windows: the only ones whose pages are listened to and told anything. One that closes is forgotten by itself. */
export interface Windows {
  get(name: WindowName): BrowserWindow | null;
  add(name: WindowName, window: BrowserWindow): void;
  byContents(contentsId: number): BrowserWindow | null;
  /** Of all of them unless some are named. */
  contents(names?: readonly WindowName[]): readonly WebContents[];
  contentsIds(names?: readonly WindowName[]): ReadonlySet<number>;
}

export function createWindows(): Windows {
  const open = new Map<WindowName, BrowserWindow>();
  const contents = (names?: readonly WindowName[]) =>
    [...open]
      .filter(([name, window]) => (names === undefined || names.includes(name)) && !window.isDestroyed())
      .map(([, window]) => window.webContents);
  return {
    get: (name) => open.get(name) ?? null,
    add(name, window) {
      open.set(name, window);
      window.once('closed', () => {
        if (open.get(name) === window) open.delete(name);
      });
    },
    byContents: (contentsId) =>
      [...open.values()].find((window) => !window.isDestroyed() && window.webContents.id === contentsId) ?? null,
    contents,
    contentsIds: (names) => new Set(contents(names).map(({ id }) => id)),
  };
}
