/** Our page lives at `app://dialdesk/`; nothing else may talk to the main process. */
export const appScheme = 'app';
export const appHost = 'dialdesk';
export const appPage = `${appScheme}://${appHost}/index.html`;
