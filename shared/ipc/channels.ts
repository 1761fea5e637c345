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
  'call:missed-seen',
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
  'screen-pop:open',
  'screen-pop:try',
  'screen-pop:noticed',
  'demo:start',
  'demo:leave',
  'clipboard:write',
  'window:start-with-system',
  'window:test-notification',
  'window:ready',
  'window:hide',
  'window:remember-tab',
  'window:offer-commands',
  'window:compact',
  'window:show-main',
  'quick-dial:open',
  'quick-dial:read',
  'quick-dial:close',
  'quick-dial:keep',
  'quick-dial:not-placed',
  'hotkeys:pause',
  'hotkeys:listen',
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

/** What the page of the palette needs; everything else is refused to it. */
export const quickDialChannels: ReadonlySet<RequestChannel> = new Set<RequestChannel>([
  'app:snapshot',
  'call:originate',
  'call:suggest',
  'pbx:list-trunks',
  'window:ready',
  'window:show-main',
  'quick-dial:read',
  'quick-dial:close',
  'quick-dial:keep',
  'quick-dial:not-placed',
]);

/** Our windows, which are one page each. */
export const windowNames = ['main', 'compact', 'quick-dial'] as const;
export type WindowName = (typeof windowNames)[number];

/** Announcements of the main process, and the windows that hear them: whose page does nothing with one is not woken by it. */
export const heardBy = {
  'state:changed': windowNames,
  'call:changed': ['main', 'compact'],
  'call:not-placed': ['main'],
  'call:fill-in': ['main'],
  'call:open': ['main'],
  'event:received': ['main'],
  'checks:changed': ['main'],
  'command:run': ['main'],
  'quick-dial:opened': ['quick-dial'],
  'quick-dial:closed': ['quick-dial'],
  'hotkeys:fired': ['main'],
} as const satisfies Readonly<Record<string, readonly WindowName[]>>;
export type EventChannel = keyof typeof heardBy;
