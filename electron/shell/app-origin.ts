/** Our page lives at `app://dialdesk/`; nothing else may talk to the main process. */
export const appScheme = 'app';
export const appHost = 'dialdesk';
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
