import { app, Notification, nativeImage } from 'electron';
import { desktopEntry } from '../protocol-links/desktop-entries.ts';
import type { BusPicture } from '../session-bus/bus-values.ts';
import { sessionBusSocket } from '../session-bus/session-bus.ts';
import { windowIcon } from '../window-icon.ts';
import { createBusNotices } from './bus-notices.ts';
import { createElectronNotices } from './electron-notices.ts';
import type { NoticeBoard } from './notice.ts';

/** Wide enough for what desktops show beside a text. */
const iconPixels = 64;

/** The best way to notifications that this system has. */
export function openNoticeBoard(
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
  onBug: (problem: unknown) => void,
): NoticeBoard {
  const electrons = createElectronNotices(Notification, windowIcon);
  const socket = platform === 'linux' ? sessionBusSocket(environment) : null;
  if (socket === null) return electrons;
  const look = {
    programName: app.getName(),
    desktopEntry: desktopEntry.replace(/\.desktop$/, ''),
    icon: iconPicture,
  };
  return createBusNotices(socket, look, electrons, onBug);
}

/** The desktop cannot read files inside of our package, so it gets the picture itself. */
function iconPicture(): BusPicture {
  const image = nativeImage.createFromPath(windowIcon).resize({ width: iconPixels, height: iconPixels });
  const rgba = image.toBitmap();
  for (let at = 0; at < rgba.length; at += 4) {
    const opacity = rgba.readUInt8(at + 3) / 255 || 1;
    const [blue = 0, green = 0, red = 0] = rgba.subarray(at, at + 3).map((part) => Math.round(part / opacity));
    rgba.set([red, green, blue], at);
  }
  return { ...image.getSize(), rgba };
}
