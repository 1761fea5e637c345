/** Requests of the window to the main process. Names only: the preload script needs nothing more. */
export const requestChannels = [
  'app:snapshot',
  'settings:update',
  'credentials:save',
  'credentials:allow-unprotected',
  'checks:start',
  'pbx:check',
  'pbx:read-certificate',
  'pbx:trust-certificate',
  'pbx:list-trunks',
  'call:originate',
  'call:call-myself',
  'call:list',
  'call:suggest',
  'call:dismiss',
  'call:choose',
  'call:choose-trunk',
  'listener:reveal-set-up',
  'listener:save-credentials',
  'listener:retry',
  'listener:ping-round-trip',
  'listener:recent-events',
  'asked:take',
  'asked:dismiss',
  'links:read',
  'links:register',
  'links:remove',
  'links:open-system-settings',
  'demo:start',
  'demo:leave',
  'clipboard:write',
  'window:ready',
  'window:hide',
  'window:remember-tab',
  'window:offer-commands',
  'window:compact',
  'window:show-main',
] as const;
export type RequestChannel = (typeof requestChannels)[number];

/** What the page of the compact window needs; everything else is refused to it. */
export const compactChannels: ReadonlySet<RequestChannel> = new Set<RequestChannel>([
  'app:snapshot',
  'call:list',
  'call:originate',
  'call:choose',
  'window:ready',
  'window:compact',
  'window:show-main',
]);

/** Announcements of the main process to the window. */
export const eventChannels = [
  'state:changed',
  'call:changed',
  'event:received',
  'checks:changed',
  'command:run',
] as const;
export type EventChannel = (typeof eventChannels)[number];
