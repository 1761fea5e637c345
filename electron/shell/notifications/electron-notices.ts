import type { Notification } from 'electron';
import type { Notice, NoticeBoard } from './notice.ts';

/** Electron's own notifications, which know no other's place: the old one goes first, so that there are never two of a thing. */
export function createElectronNotices(own: typeof Notification, icon: string): NoticeBoard {
  const shown = new Map<string, Notification>();
  const close = (key: string) => {
    const notification = shown.get(key);
    shown.delete(key);
    notification?.close();
  };
  return {
    show(key, notice) {
      close(key);
      // Where a system has none, nothing would ever be heard of it.
      if (!own.isSupported()) {
        notice.on.failed();
        return;
      }
      const notification = make(own, icon, notice);
      // One that nobody keeps loses its click.
      shown.set(key, notification);
      const forget = () => {
        if (shown.get(key) === notification) shown.delete(key);
      };
      notification.on('close', forget);
      notification.on('failed', () => {
        forget();
        notice.on.failed();
      });
      notification.show();
    },
    close,
    async closeAll() {
      for (const key of [...shown.keys()]) close(key);
    },
  };
}

function make(own: typeof Notification, icon: string, { title, body, stays, button, on }: Notice): Notification {
  const notification = new own({
    title,
    body,
    icon,
    // The phone is to be heard.
    silent: true,
    timeoutType: stays ? 'never' : 'default',
    ...(button === null ? {} : { actions: [{ type: 'button', text: button }] }),
  });
  notification.on('click', on.click);
  notification.on('action', on.press);
  notification.on('show', on.shown);
  return notification;
}
