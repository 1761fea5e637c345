import { nationalForReading } from '../../../shared/domain/group-for-reading.ts';
import type { Settings } from '../../../shared/settings/schema.ts';
import type { NotificationChange } from '../../desk/notification-decision.ts';
import type { DeskNotification } from '../../desk/notification-model.ts';
import type { Notice, NoticeBoard } from './notice.ts';
import { notificationText, notificationWords } from './notification-text.ts';

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
  closeAll(): Promise<void>;
}

const longestAnswerMs = 2000;
const testKey = 'test';
const programKey = 'program';

export function createDeskNotifications(
  board: NoticeBoard,
  on: {
    readonly open: (notification: DeskNotification | null) => void;
    readonly callBack: (number: string) => void;
    readonly change: () => void;
    /** A notification nobody sees: something has to draw the eye. */
    readonly unseen: () => void;
  },
): DeskNotifications {
  let settings: Settings | null = null;
  let failed = false;

  const learn = (didFail: boolean) => {
    if (failed === didFail) return;
    failed = didFail;
    on.change();
  };
  const words = () => notificationWords[settings?.ui.language ?? 'en'];
  /** Of the program itself. */
  const own = (said: { readonly title: string; readonly text: string }, then: Partial<Notice['on']>): Notice => ({
    title: said.title,
    body: said.text,
    stays: false,
    open: words().open,
    button: null,
    on: {
      shown() {
        learn(false);
        then.shown?.();
      },
      failed() {
        learn(true);
        then.failed?.();
      },
      click: () => on.open(null),
      press: () => {},
    },
  });
  const ofDesk = (about: DeskNotification, { ui, identity }: Settings): Notice => {
    const number = about.kind === 'missed' || (about.kind === 'followUp' && about.others === 0) ? about.number : '';
    return {
      ...notificationText(asReadHere(about, identity.countryCode), ui),
      // The phone rings until somebody picks it up, and so long it is told.
      stays: about.kind === 'incoming',
      open: words().open,
      // Not every system has buttons; where there are none a click leads to the same key.
      button: number === '' ? null : about.kind === 'followUp' ? words().callNow : words().callBack,
      on: {
        shown: () => learn(false),
        failed() {
          learn(true);
          on.unseen();
        },
        click: () => on.open(about),
        press() {
          if (number !== '') on.callBack(number);
        },
      },
    };
  };
  return {
    apply(change) {
      if (change.do === 'close') board.close(change.key);
      else if (settings !== null) board.show(change.notification.key, ofDesk(change.notification, settings));
    },
    follow(now) {
      settings = now;
    },
    async test() {
      return new Promise((resolve) => {
        const notice = own(words().test, { shown: () => resolve('shown'), failed: () => resolve('failed') });
        setTimeout(() => resolve('unanswered'), longestAnswerMs);
        // To be seen coming it must not only change what stands there.
        board.close(testKey);
        board.show(testKey, notice);
      });
    },
    tell: (said, notShown) => board.show(programKey, own(said, { failed: notShown })),
    failed: () => failed,
    closeAll: board.closeAll,
  };
}

function asReadHere(about: DeskNotification, countryCode: string): DeskNotification {
  return about.kind === 'connection' ? about : { ...about, number: nationalForReading(about.number, countryCode) };
}
