/** Our page lives at `app://dialdesk/`; nothing else may talk to the main process. */
export const appScheme = 'app';
export const appHost = 'dialdesk';
/** Recordings of calls have a host of their own: nothing from there is our page, and the page may do nothing with it but play it. */
export const recordingHost = 'recordings';
export const appPage = `${appScheme}://${appHost}/index.html`;

/** An empty or unreadable address is nobody's page. */
export function isOwnPage(address: string | undefined): boolean {
  if (address === undefined || address === '') return false;
  try {
    const url = new URL(address);
    return url.protocol === `${appScheme}:` && url.host === appHost;
  } catch {
    return false;
  }
}
