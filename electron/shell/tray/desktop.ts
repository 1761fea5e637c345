import { app } from 'electron';
import type { AppState } from '../../../shared/ipc/app-state-schema.ts';
import type { Settings } from '../../../shared/settings/schema.ts';
import type { TrayWords } from '../../../shared/words/tray-words.ts';
import type { TrayModel } from '../../desk/tray-model.ts';
import { createAutostartFile } from '../autostart-file.ts';
import { desktopEntry } from '../protocol-links/desktop-entries.ts';
import { createStartWithSystem, type StartWithSystem } from '../start-with-system.ts';
import { createDeskTray } from './desk-tray.ts';
import { type TrayAction, trayWords } from './tray-menu.ts';
import { createTrayPlace, type TrayPlace } from './tray-place.ts';

export interface DesktopMemory {
  read(): { readonly toldOfTray: boolean };
  remember(change: { readonly toldOfTray: boolean }): void;
}

/** The desktop around our windows: its tray, and what it starts at log-in. */
export interface Desktop {
  readonly tray: TrayPlace;
  keepInTray(): boolean;
  show(model: TrayModel): void;
  follow(settings: Settings): void;
  /** The window was hidden: the first time it is said that the program goes on. */
  hidden(): void;
  startWithSystem: StartWithSystem['set'];
  /** The agent may have changed something on the desktop meanwhile. */
  lookAgain(): void;
  read(): Pick<AppState, 'tray' | 'keptInTray' | 'startsWithSystem'>;
}

export function createDesktop(options: {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Starts this program again, with what belongs to it for good. */
  readonly command: readonly string[];
  readonly act: (action: TrayAction) => void;
  readonly memory: () => DesktopMemory | null;
  readonly onChange: () => void;
  /** There is no icon any more: what was hidden has to be seen again. */
  readonly onTrayGone: () => void;
  readonly tell: (said: TrayWords['told'], notShown: () => void) => void;
}): Desktop {
  const { platform, environment, act, memory, onChange, onTrayGone, tell } = options;
  const autostart = createStartWithSystem({
    platform,
    app,
    command: options.command,
    file: createAutostartFile(environment, app.getPath('home'), desktopEntry),
  });
  const icon = createDeskTray({ platform, act });
  let settings: Settings | null = null;
  let model: TrayModel | null = null;
  let keptInTray = false;
  let trayWasThere = false;
  let startsWithSystem = autostart.read();
  // What runs from a working copy must not take the place of the installed program.
  if (app.isPackaged) autostart.refresh();

  const draw = () => {
    if (model !== null && settings !== null) icon.show(model, settings.ui);
  };
  const lookAgain = () => {
    const before = startsWithSystem;
    startsWithSystem = autostart.read();
    if (before !== startsWithSystem) onChange();
  };
  const tray = createTrayPlace({
    platform,
    environment,
    onChange(there) {
      if (there) icon.enter();
      else if (trayWasThere) onTrayGone();
      trayWasThere = there;
      onChange();
    },
  });
  return {
    tray,
    keepInTray: () => settings?.desktop.keepInTray === true,
    show(shown) {
      model = shown;
      draw();
    },
    follow(now) {
      settings = now;
      draw();
    },
    hidden() {
      const known = memory();
      if (known === null || settings === null || known.read().toldOfTray) return;
      known.remember({ toldOfTray: true });
      tell(trayWords[settings.ui.language].told, () => {
        keptInTray = true;
        onChange();
      });
    },
    startWithSystem(on) {
      const done = autostart.set(on);
      lookAgain();
      return done;
    },
    lookAgain,
    read: () => ({ tray: tray.state(), keptInTray, startsWithSystem }),
  };
}
