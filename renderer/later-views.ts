import { laterView } from './later-view.tsx';

/** What stands beside the keypad. */
export const viewsBeside = {
  contacts: laterView(async () => (await import('./features/contacts/contacts.tsx')).Contacts),
  history: laterView(async () => (await import('./features/after-call/history-tab.tsx')).HistoryTab),
  settings: laterView(async () => (await import('./features/settings/settings.tsx')).Settings),
} as const;

/** The steps of the first start. */
export const setupViews = {
  welcome: laterView(async () => (await import('./features/setup/welcome.tsx')).Welcome),
  connect: laterView(async () => (await import('./features/setup/connect.tsx')).Connect),
  events: laterView(async () => (await import('./features/setup/connect-events.tsx')).ConnectEvents),
} as const;

export const shortcutSheet = laterView(
  async () => (await import('./features/shortcuts/shortcut-sheet.tsx')).ShortcutSheet,
);

/** One for each window. */
export const pageViews = {
  main: laterView(async () => (await import('./main-window.tsx')).MainWindow),
  compact: laterView(async () => (await import('./features/compact-call/compact-call.tsx')).CompactCall),
  'quick-dial': laterView(async () => (await import('./features/quick-dial/quick-dial.tsx')).QuickDial),
} as const;
