import type { CommandId } from '../../shared/commands/commands.ts';
import type { LocalError } from '../../shared/errors.ts';
import type { AppState } from '../../shared/ipc/app-state-schema.ts';
import type { WindowName } from '../../shared/ipc/channels.ts';
import type { Result } from '../../shared/result.ts';
import type { Tab } from '../../shared/tabs.ts';
import type { ShownAs } from './notifications/desk-notifications.ts';

/** What may be asked of our windows, by requests of their pages among others. */
export interface WindowControl {
  ready(contentsId: number): void;
  hide(contentsId: number): Promise<void>;
  rememberTab(tab: Tab): void;
  offerCommands(commands: readonly CommandId[]): void;
  setCompact(open: boolean): Promise<void>;
  showMain(): void;
  /** The window with the live call: the small one when it is open, else the main window. */
  showCall(): void;
  readonly palette: {
    isOpen(): boolean;
    show(): void;
    close(): void;
    /** Kept, it stays also without the focus. */
    keep(open: boolean): void;
  };
  startWithSystem(on: boolean): Result<Record<string, never>, LocalError>;
  /** What of the desktop around them they know. */
  read(): Pick<AppState, 'compactOpen' | 'tray' | 'keptInTray' | 'startsWithSystem' | 'notificationsFailed'>;
  /** The window that the agent looks at, if it is one of ours. */
  inFront(): WindowName | null;
  testNotification(): Promise<ShownAs>;
}
