import { Notification } from 'electron';
import type { Settings } from '../../../shared/settings/schema.ts';
import type { NotificationChange } from '../../desk/notification-decision.ts';
import type { DeskNotification } from '../../desk/notification-model.ts';
import { windowIcon } from '../window-icon.ts';
import { type NotificationText, notificationText, notificationWords } from './notification-text.ts';

/** What became of a notification, as far as the desktop says. */
export type ShownAs = 'shown' | 'failed' | 'unanswered';

/** The notifications of the desktop: one for each thing, which a newer one replaces. None of them takes the focus. */
export interface DeskNotifications {
  apply(change: NotificationChange): void;
  follow(settings: Settings): void;
  /** A real one, with what became of it. */
  test(): Promise<ShownAs>;
  /** Says something of the program itself; a click opens it. */
  tell(said: { readonly title: string; readonly text: string }, notShown: () => void): void;
  /** The last one could not be shown, so the window has to say it. */
  failed(): boolean;
  closeAll(): void;
}

const longestAnswerMs = 2000;

export function createDeskNotifications(on: {
  readonly open: (notification: DeskNotification | null) => void;
  readonly callBack: (number: string) => void;
  readonly change: () => void;
  /** A notification nobody sees: something has to draw the eye. */
  readonly unseen: () => void;
}): DeskNotifications {
  const shown = new Map<string, Notification>();
  let settings: Settings | null = null;
  let failed = false;

  const learn = (didFail: boolean) => {
    if (failed === didFail) return;
    failed = didFail;
    on.change();
  };
  const close = (key: string) => {
    const notification = shown.get(key);
    shown.delete(key);
    notification?.close();
  };
  const make = ({ title, body }: NotificationText, about: DeskNotification | null): Notification => {
    const callBack = about?.kind === 'missed' && about.number !== '' ? about.number : null;
    const notification = new Notification({
      title,
      body,
      icon: windowIcon,
      // The phone is to be heard.
      silent: true,
      // The phone rings until somebody picks it up, and so long it is told.
      timeoutType: about?.kind === 'incoming' ? 'never' : 'default',
      // Not every system has buttons; where there are none a click leads to the same key.
      ...(callBack === null ? {} : { actions: [{ type: 'button', text: words().callBack }] }),
    });
    notification.on('click', () => on.open(about));
    if (callBack !== null) notification.on('action', () => on.callBack(callBack));
    notification.on('show', () => learn(false));
    notification.on('failed', () => learn(true));
    return notification;
  };
  const words = () => notificationWords[settings?.ui.language ?? 'en'];
  const show = (about: DeskNotification) => {
    if (settings === null) return;
    // Electron cannot change one that is shown: the old one goes first, so that there are never two of a call.
    close(about.key);
    const notification = make(notificationText(about, settings.ui), about);
    shown.set(about.key, notification);
    const forget = () => {
      if (shown.get(about.key) === notification) shown.delete(about.key);
    };
    notification.on('close', forget);
    notification.on('failed', () => {
      forget();
      on.unseen();
    });
    put(notification);
  };
  return {
    apply(change) {
      if (change.do === 'close') close(change.key);
      else show(change.notification);
    },
    follow(now) {
      settings = now;
    },
    async test() {
      const { title, text } = words().test;
      const notification = make({ title, body: text }, null);
      close(testKey);
      shown.set(testKey, notification);
      return new Promise((resolve) => {
        notification.on('show', () => resolve('shown'));
        notification.on('failed', () => resolve('failed'));
        setTimeout(() => resolve('unanswered'), longestAnswerMs);
        put(notification);
      });
    },
    tell({ title, text }, notShown) {
      const notification = make({ title, body: text }, null);
      close(programKey);
      // One that nobody keeps loses its click.
      shown.set(programKey, notification);
      notification.on('failed', notShown);
      put(notification);
    },
    failed: () => failed,
    closeAll() {
      for (const key of [...shown.keys()]) close(key);
    },
  };
}

const testKey = 'test';
const programKey = 'program';

/** Where a system has none, nothing would ever be heard of it. */
function put(notification: Notification): void {
  if (Notification.isSupported()) notification.show();
  else notification.emit('failed');
}
