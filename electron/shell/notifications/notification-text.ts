import { neutralText } from '../../../shared/domain/neutral-text.ts';
import type { Language } from '../../../shared/language.ts';
import { notifications as en } from '../../../shared/words/en/notifications.ts';
import { notifications as fa } from '../../../shared/words/fa/notifications.ts';
import type { NotificationWords } from '../../../shared/words/notification-words.ts';
import type { DeskNotification, Grief } from '../../desk/notification-model.ts';
import { inDigits, type WritingStyle, writtenNumber } from '../written-number.ts';

export const notificationWords: Readonly<Record<Language, NotificationWords>> = { en, fa };

export interface NotificationText {
  readonly title: string;
  readonly body: string;
}

const betweenFacts = ' · ';

const griefTitles = {
  busy: 'notReached',
  'no-answer': 'notReached',
  'agent-no-answer': 'notReached',
  failed: 'failed',
  congestion: 'failed',
  refused: 'failed',
  'not-sent': 'failed',
  unconfirmed: 'unconfirmed',
} as const satisfies Record<Grief, string>;

export function notificationText(notification: DeskNotification, style: WritingStyle): NotificationText {
  const words = notificationWords[style.language];
  switch (notification.kind) {
    case 'incoming': {
      const { number } = notification;
      const title = number === '' ? words.hidden.incoming : words.incoming(party(notification, style));
      return { title, body: facts(notification, style, words.pickUp) };
    }
    case 'missed': {
      const { number } = notification;
      const title = number === '' ? words.hidden.missed : words.missed(party(notification, style));
      return { title, body: facts(notification, style, null) };
    }
    case 'failed':
      return {
        title: words[griefTitles[notification.how]](party(notification, style)),
        body: facts({ ...notification, queue: null }, style, words.why[notification.how]),
      };
    case 'followUp': {
      const { note, others } = notification;
      const title = words.followUp(party(notification, style), others === 0 ? null : inDigits(String(others), style));
      const [line = ''] = note.split('\n');
      return {
        title,
        body: facts({ ...notification, queue: null }, style, line.trim() === '' ? null : written(shortened(line))),
      };
    }
    case 'connection': {
      const { title, text } = words.connection[notification.line][notification.now];
      return { title, body: text };
    }
  }
}

interface Party {
  readonly number: string;
  readonly name: string;
}

/** The name if there is one; the number stands below it then. */
function party({ number, name }: Party, style: WritingStyle): string {
  return name === '' ? ownLine(number, style) : written(name);
}

function facts(
  { number, name, queue }: Party & { readonly queue: string | null },
  style: WritingStyle,
  rest: string | null,
): string {
  const words = notificationWords[style.language];
  const below = name === '' ? [] : [ownLine(number, style)];
  const named = queue === null ? [] : [words.queue(written(queue))];
  return [...below, ...named, ...(rest === null ? [] : [rest])].join(betweenFacts);
}

const longestNote = 120;

function shortened(text: string): string {
  return text.length <= longestNote ? text : `${text.slice(0, longestNote)}…`;
}

function written(text: string): string {
  return isolated(withoutMarkup(neutralText(text)), firstStrong);
}

function ownLine(number: string, style: WritingStyle): string {
  return isolated(withoutMarkup(writtenNumber(number, style)), leftToRight);
}

const leftToRight = '\u2066';
const firstStrong = '\u2068';

/** What others wrote cannot turn around what stands beside it. */
function isolated(text: string, as: string): string {
  return `${as}${text}\u2069`;
}

const lookalikes: Readonly<Record<string, string>> = { '<': '‹', '>': '›', '&': '＆' };

/** Some desktops read a notification as markup, and do not say so: nothing in it may look like any. */
function withoutMarkup(text: string): string {
  return text.replace(/[<>&]/g, (sign) => lookalikes[sign] ?? '');
}
