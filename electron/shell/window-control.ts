import type { CommandId } from '../../shared/commands/commands.ts';
import type { Tab } from '../../shared/tabs.ts';

/** What may be asked of our windows, by requests of their pages among others. */
export interface WindowControl {
  ready(contentsId: number): void;
  hide(contentsId: number): void;
  rememberTab(tab: Tab): void;
  offerCommands(commands: readonly CommandId[]): void;
  isCompactOpen(): boolean;
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
}
