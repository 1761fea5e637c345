import { type App, app } from 'electron';
import type { AppState } from '../../../shared/ipc/app-state-schema.ts';
import type { Settings } from '../../../shared/settings/schema.ts';
import type { TrayModel } from '../../desk/tray-model.ts';
import { createAutostartFile } from '../autostart-file.ts';
import { createStartWithSystem, type StartWithSystem } from '../start-with-system.ts';
import { createDeskTray } from './desk-tray.ts';
import { tellOnce } from './tell-once.ts';
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
}): Desktop {
  const { platform, environment, act, memory, onChange } = options;
  const autostart = createStartWithSystem({
    platform,
    app,
    command: options.command,
    file: createAutostartFile(environment, app.getPath('home'), desktopFileName(app)),
  });
  const icon = createDeskTray({ platform, act });
  let settings: Settings | null = null;
  let model: TrayModel | null = null;
  let keptInTray = false;
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
      tellOnce(trayWords[settings.ui.language].told, {
        open: () => act({ do: 'open' }),
        notShown: () => {
          keptInTray = true;
          onChange();
        },
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

/** As the package names its entry in the menu of programs. */
function desktopFileName(program: App): string {
  return `org.dialdesk.${program.getName()}.desktop`;
}
