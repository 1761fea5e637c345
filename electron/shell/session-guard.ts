import type { Session } from 'electron';
import { appScheme } from './app-origin.ts';

/** Schemes a page of ours may load from; developer tools are part of the browser itself. */
const allowedSchemes: readonly string[] = [`${appScheme}:`, 'devtools:', 'data:'];

/** Denies every permission and every network request of pages. Without these handlers Electron approves all. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  // The spelling checker would fetch its dictionaries from the internet.
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !allowedSchemes.some((scheme) => details.url.startsWith(scheme)) });
  });
}
