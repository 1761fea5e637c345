import { type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import { acceleratorOf } from '../../shared/commands/accelerator.ts';
import {
  type Command,
  type CommandGroup,
  type CommandId,
  commandGroups,
  commands,
  isPageCommand,
} from '../../shared/commands/commands.ts';
import type { Language } from '../../shared/language.ts';
import type { CommandWords } from '../../shared/words/command-words.ts';
import { commands as en } from '../../shared/words/en/commands.ts';
import { commands as fa } from '../../shared/words/fa/commands.ts';

const words: Readonly<Record<Language, CommandWords>> = { en, fa };

export interface AppMenu {
  write(language: Language): void;
  /** What the page can do now; the rest is shown as not available. */
  offer(available: readonly CommandId[]): void;
  /** Lets F10 open it over the window, as programs of Windows and Linux do; Alt shows its bar by itself. */
  openByKey(window: BrowserWindow): void;
}

/** The system's menu, written from the same table as the keys. What is chosen in it is done by the page. */
export function createMenu(options: {
  readonly platform: NodeJS.Platform;
  readonly run: (command: CommandId) => void;
}): AppMenu {
  const mac = options.platform === 'darwin';
  let available: ReadonlySet<string> = new Set();
  let written: Language | null = null;
  const enable = () => {
    for (const { id } of commands.filter((command) => isPageCommand(command.id))) {
      const item = Menu.getApplicationMenu()?.getMenuItemById(id);
      if (item !== null && item !== undefined) item.enabled = available.has(id);
    }
  };
  return {
    write(language) {
      if (language === written) return;
      written = language;
      const template = commandGroups.map((group) => submenu(group, words[language], mac, options.run));
      Menu.setApplicationMenu(Menu.buildFromTemplate(template));
      enable();
    },
    offer(commandIds) {
      available = new Set(commandIds);
      enable();
    },
    openByKey(window) {
      if (mac) return;
      window.webContents.on('before-input-event', (event, { type, key, control, shift, alt, meta }) => {
        if (type !== 'keyDown' || key !== 'F10' || control || shift || alt || meta) return;
        event.preventDefault();
        Menu.getApplicationMenu()?.popup({ window, x: 0, y: 0 });
      });
    },
  };
}

function submenu(
  group: CommandGroup,
  text: CommandWords,
  mac: boolean,
  run: (command: CommandId) => void,
): MenuItemConstructorOptions {
  const entries = commands.filter((command) => command.group === group);
  const items = entries.map((command) => item(command, text, mac, run));
  const label = text.group[group];
  if (!mac) return { label, submenu: items };
  // The menus that every program has on macOS, with the system's own entries.
  if (group === 'program') {
    const hiding: MenuItemConstructorOptions[] = [{ role: 'hide' }, { role: 'hideOthers' }, { role: 'unhide' }];
    const separator = { type: 'separator' } as const;
    return {
      label,
      submenu: [
        { role: 'about' },
        separator,
        ...items.slice(0, -1),
        separator,
        ...hiding,
        separator,
        ...items.slice(-1),
      ],
    };
  }
  if (group === 'window') return { label, role: 'windowMenu', submenu: items };
  if (group === 'help') return { label, role: 'help', submenu: items };
  return { label, submenu: items };
}

function item(
  command: Command,
  text: CommandWords,
  mac: boolean,
  run: (command: CommandId) => void,
): MenuItemConstructorOptions {
  const { id } = command;
  const [press] = command.keys;
  const label = text.name[id];
  // A bare key in a menu of macOS would be taken from every field; elsewhere it is only shown.
  const accelerator = press === undefined || (mac && press.primary !== true) ? null : acceleratorOf(command.keys);
  const keys = accelerator === null ? {} : { accelerator };
  if (!isPageCommand(id)) return { id, label, role: id, ...keys };
  return { id, label, enabled: false, ...keys, registerAccelerator: false, click: () => run(id) };
}
