import type { Session, WebPreferences } from 'electron';

export interface PageOptions {
  readonly session: Session;
  readonly preload: string;
}

/** The same locks for every page of ours, whichever window it is in. */
export function lockedPage(options: PageOptions): WebPreferences {
  return {
    session: options.session,
    preload: options.preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
    spellcheck: false,
  };
}
