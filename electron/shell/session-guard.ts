import type { OnBeforeRequestListenerDetails, Session } from 'electron';
import { appScheme, isOwnPage, recordingHost } from './app-origin.ts';

/** Schemes a page of ours may load from; developer tools are part of the browser itself. */
const allowedSchemes: readonly string[] = [`${appScheme}:`, 'devtools:', 'data:'];

/**
 * Denies every permission and every network request of pages. Without these handlers Electron approves all. Recordings only the main
 * window hears, by its id among all contents.
 */
export function guardSession(session: Session, hearing: () => ReadonlySet<number>): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  // The spelling checker would fetch its dictionaries from the internet.
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest((details, answer) => {
    const known = allowedSchemes.some((scheme) => details.url.startsWith(scheme));
    answer({ cancel: !known || (isRecording(details.url) && !mayHear(details, hearing())) });
  });
}

function isRecording(address: string): boolean {
  return new URL(address).host === recordingHost;
}

/** The player of our page, in its main frame; no page of others, no frame, and nothing that would show or read it. */
function mayHear(
  { resourceType, webContentsId, frame }: OnBeforeRequestListenerDetails,
  hearing: ReadonlySet<number>,
): boolean {
  if (resourceType !== 'media' || webContentsId === undefined || !hearing.has(webContentsId)) return false;
  return frame !== undefined && frame !== null && frame.parent === null && isOwnPage(frame.url);
}
