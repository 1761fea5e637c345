import { join } from 'node:path';
import { Menu, type MenuItemConstructorOptions, Tray } from 'electron';
import type { TrayModel } from '../../desk/tray-model.ts';
import { followPanelTheme } from './panel-theme.ts';
import { trayIconFile } from './tray-icon-file.ts';
import { type TrayAction, type TrayEntry, type TrayStyle, trayMenu, trayTooltip } from './tray-menu.ts';

/** Our icon in the tray. Each of its parts is only given to the panel when it is another than before. */
export interface DeskTray {
  show(model: TrayModel, style: TrayStyle): void;
  /** The panel is there: the icon goes in, anew if it was another panel before. */
  enter(): void;
}

export function createDeskTray(options: {
  readonly platform: NodeJS.Platform;
  readonly act: (action: TrayAction) => void;
}): DeskTray {
  const { platform, act } = options;
  let tray: Tray | null = null;
  let shown: { readonly model: TrayModel; readonly style: TrayStyle } | null = null;
  let drawn = { icon: '', tooltip: '', menu: '' };

  const draw = () => {
    if (tray === null || shown === null) return;
    const { model, style } = shown;
    const icon = trayIconFile(model.picture, platform, panel.read());
    const tooltip = trayTooltip(model, style);
    const entries = trayMenu(model, style);
    const menu = JSON.stringify(entries);
    if (icon !== drawn.icon) tray.setImage(join(__dirname, icon));
    if (tooltip !== drawn.tooltip) tray.setToolTip(tooltip);
    if (menu !== drawn.menu) tray.setContextMenu(Menu.buildFromTemplate(entries.map((entry) => toItem(entry, act))));
    drawn = { icon, tooltip, menu };
  };
  const panel = followPanelTheme(draw);

  return {
    show(model, style) {
      shown = { model, style };
      draw();
    },
    enter() {
      tray?.destroy();
      const picture = shown?.model.picture ?? 'offline';
      tray = new Tray(join(__dirname, trayIconFile(picture, platform, panel.read())));
      drawn = { icon: '', tooltip: '', menu: '' };
      // On macOS a click opens the menu.
      if (platform !== 'darwin') tray.on('click', () => act({ do: 'open' }));
      draw();
    },
  };
}

function toItem(entry: TrayEntry, act: (action: TrayAction) => void): MenuItemConstructorOptions {
  if (entry.kind === 'line') return { type: 'separator' };
  // One `&` would mark the letter behind it.
  const label = entry.label.replace(/&/g, '&&');
  if (entry.kind === 'text') return { label, enabled: false };
  if (entry.kind === 'menu') return { label, submenu: entry.entries.map((inner) => toItem(inner, act)) };
  const type = entry.oneOf === true ? 'radio' : 'checkbox';
  const checked = entry.checked === undefined ? {} : ({ type, checked: entry.checked } as const);
  return { label, ...checked, click: () => act(entry.action) };
}
