import { app, type Session } from 'electron';
import type { CommandId } from '../../shared/commands/commands.ts';
import type { UiSettings } from '../../shared/settings/schema.ts';
import type { Tab } from '../../shared/tabs.ts';
import { appPage } from './app-origin.ts';
import { type CompactWindow, createCompactWindow } from './compact-window.ts';
import { followPlace } from './follow-place.ts';
import { keepOnScreen } from './keep-on-screen.ts';
import { createMainWindow, smallest, type WindowPlace } from './main-window.ts';
import { createMenu } from './menu.ts';
import type { DeskNotifications } from './notifications/desk-notifications.ts';
import { createQuickDialWindow, type QuickDialWindow } from './quick-dial-window.ts';
import { createReveal } from './reveal.ts';
import { closeToTray, type HideToTray } from './tray/close-to-tray.ts';
import type { Desktop } from './tray/desktop.ts';
import type { WindowControl } from './window-control.ts';
import { applyTheme, followTheme } from './window-theme.ts';
import { applyZoom } from './window-zoom.ts';
import { createWindows, type Windows } from './windows.ts';

/** At log-in the panel may come up later than we do; who works without one should not wait for the window. */
const longestWaitForTrayMs = 5_000;

/** Of the main window's start, what is seen is over by then. */
const paletteAfterMs = 300;

export interface PlaceMemory {
  read(): { readonly place: WindowPlace | null; readonly compact: WindowPlace | null };
  remember(change: { readonly place?: WindowPlace; readonly compact?: WindowPlace; readonly tab?: Tab }): void;
}

export interface OpeningDesk {
  readonly session: Session;
  readonly preload: string;
  readonly memory: PlaceMemory;
  readonly ui: () => UiSettings;
  /** Asked when the page stands. `hidden`: nobody asked for the window yet. `quiet`: it was started hidden, and has something to show. */
  readonly atStart: () => 'shown' | 'quiet' | 'hidden';
  /** A window came or went. */
  readonly onChange: () => void;
}

/** All windows, and what goes with them: the menu, the theme, the zoom, the moment at which they are seen. */
export interface DeskWindows extends WindowControl {
  readonly windows: Windows;
  /** Shows the main window where it was hidden, without taking the focus. */
  bringBack(): void;
  /** Follows the settings, also before there is a window. */
  follow(ui: UiSettings): void;
  /** Opens the main window; resolves when its page is loaded. */
  open(desk: OpeningDesk): Promise<void>;
}

export function createDeskWindows(options: {
  readonly platform: NodeJS.Platform;
  /** A command was chosen in the menu. */
  readonly run: (command: CommandId) => void;
  readonly onPaletteClosed: () => void;
  readonly desktop: Desktop;
  readonly notifications: DeskNotifications;
}): DeskWindows {
  const windows = createWindows();
  const reveal = createReveal();
  const menu = createMenu(options);
  followTheme();
  let memory: PlaceMemory | null = null;
  let compact: CompactWindow | null = null;
  let palette: QuickDialWindow | null = null;
  let toTray: HideToTray | null = null;
  const { desktop, notifications } = options;
  const showMain = () => {
    const mainWindow = windows.get('main');
    if (mainWindow?.isMinimized() === true) mainWindow.restore();
    mainWindow?.show();
    mainWindow?.focus();
  };
  return {
    windows,
    bringBack() {
      const mainWindow = windows.get('main');
      if (mainWindow?.isVisible() === false && !mainWindow.isMinimized()) mainWindow.showInactive();
    },
    follow(ui) {
      applyTheme(ui.theme);
      menu.write(ui.language);
      const mainWindow = windows.get('main');
      if (mainWindow !== null) applyZoom(mainWindow, ui.zoomPercent, smallest);
      compact?.fit();
      palette?.fit();
    },
    async open(desk) {
      memory = desk.memory;
      const page = { session: desk.session, preload: desk.preload, reveal, title: app.getName() };
      const { place } = desk.memory.read();
      const mainWindow = createMainWindow({
        ...page,
        zoomPercent: () => desk.ui().zoomPercent,
        place,
        appears: async () => {
          const wanted = desk.atStart();
          return wanted === 'hidden' && !(await desktop.tray.within(longestWaitForTrayMs)) ? 'quiet' : wanted;
        },
        // The palette waits: what it needs of the processor the first picture needs as well.
        onStands: () => setTimeout(() => void palette?.prepare(), paletteAfterMs),
      });
      windows.add('main', mainWindow);
      toTray = closeToTray(mainWindow, {
        tray: desktop.tray,
        wanted: desktop.keepInTray,
        onHidden: desktop.hidden,
      });
      mainWindow.on('focus', desktop.lookAgain);
      menu.openByKey(mainWindow);
      followPlace(mainWindow, 'framed', (moved) => desk.memory.remember({ place: moved }));
      keepOnScreen(mainWindow);
      compact = createCompactWindow({
        ...page,
        windows,
        zoomPercent: () => desk.ui().zoomPercent,
        place: () => desk.memory.read().compact,
        remember: (moved) => desk.memory.remember({ compact: moved }),
        onChange: desk.onChange,
      });
      palette = createQuickDialWindow({
        ...page,
        windows,
        zoomPercent: () => desk.ui().zoomPercent,
        onClosed: options.onPaletteClosed,
      });
      // They are the main window's helpers and would keep the program from ending.
      mainWindow.once('closed', () => {
        compact?.close();
        palette?.destroy();
      });
      await mainWindow.loadURL(appPage);
    },
    ready: reveal.ready,
    async hide(contentsId) {
      const window = windows.byContents(contentsId);
      const hidden = window === windows.get('main') && (await toTray?.hide()) === true;
      if (!hidden && window?.isDestroyed() === false) window.minimize();
    },
    rememberTab: (tab) => memory?.remember({ tab }),
    offerCommands: menu.offer,
    startWithSystem: desktop.startWithSystem,
    read: () => ({
      ...desktop.read(),
      compactOpen: windows.get('compact') !== null,
      notificationsFailed: notifications.failed(),
    }),
    inFront: () =>
      (['main', 'compact', 'quick-dial'] as const).find((name) => windows.get(name)?.isFocused() === true) ?? null,
    testNotification: notifications.test,
    setCompact: async (open) => (open ? await compact?.open() : compact?.close()),
    showMain,
    showCall() {
      const compactWindow = windows.get('compact');
      if (compactWindow === null) showMain();
      else compactWindow.focus();
    },
    palette: {
      isOpen: () => palette?.isOpen() === true,
      show: () => palette?.open(),
      close: () => palette?.close(),
      keep: (open) => palette?.keep(open),
    },
  };
}
