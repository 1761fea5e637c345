import type { Language } from '../../shared/language.ts';

/** What the program says in the system's own dialogs, where it has no window to say it in. */
export interface DialogWords {
  cannotStart(reason: string): string;
  readonly waitingTitle: string;
  readonly waitingText: string;
  readonly historyTooNew: string;
  historyClosed(reason: string): string;
  historyDamaged(reason: string): string;
  readonly crashedTwice: string;
  readonly restart: string;
  readonly quit: string;
  readonly contactFiles: string;
  readonly callFiles: string;
  readonly recordingFiles: string;
  readonly allFiles: string;
}

export const dialogWords: Readonly<Record<Language, DialogWords>> = {
  en: {
    cannotStart: (reason) => `The program could not start (${reason}).`,
    waitingTitle: 'Looking after your call history…',
    waitingText:
      'It is checked, copied or brought up to date. Dialdesk opens as soon as that is done; calls on your phone go on.',
    historyTooNew:
      'The call history was written by a newer version of this program. Install that version, or start this one with another --user-data-dir. Nothing was changed.',
    historyClosed: (reason) =>
      `The call history could not be opened (${reason}). Nothing was changed. Free the file or its disk and start again.`,
    historyDamaged: (reason) =>
      `The call history is damaged, and no backup could take its place (${reason}). Nothing was changed. Free space on its disk and start again.`,
    crashedTwice: 'The window stopped working twice. Calls under way are not affected.',
    restart: 'Restart',
    quit: 'Quit',
    contactFiles: 'Contacts',
    callFiles: 'Calls',
    recordingFiles: 'Recordings',
    allFiles: 'All files',
  },
  fa: {
    cannotStart: (reason) => `برنامه آغاز نشد (${isolated(reason)}).`,
    waitingTitle: 'رسیدگی به تاریخچهٔ تماس…',
    waitingText: 'بررسی، رونوشت یا به‌روز می‌شود. سپس دایال‌دسک باز می‌شود؛ تماس‌های تلفن شما ادامه دارند.',
    historyTooNew: `تاریخچهٔ تماس‌ها را نسخهٔ تازه‌تری از این برنامه نوشته است. آن نسخه را نصب کنید، یا این نسخه را با ${isolated('--user-data-dir')} دیگری آغاز کنید. چیزی تغییر نکرد.`,
    historyClosed: (reason) =>
      `تاریخچهٔ تماس‌ها باز نشد (${isolated(reason)}). چیزی تغییر نکرد. پرونده یا دیسک آن را آزاد کنید و دوباره آغاز کنید.`,
    historyDamaged: (reason) =>
      `تاریخچهٔ تماس‌ها آسیب دیده است و هیچ پشتیبانی جای آن را نگرفت (${isolated(reason)}). چیزی تغییر نکرد. روی دیسک آن جا باز کنید و دوباره آغاز کنید.`,
    crashedTwice: 'پنجره دو بار از کار افتاد. تماس‌های جاری آسیبی ندیده‌اند.',
    restart: 'آغاز دوباره',
    quit: 'خروج',
    contactFiles: 'مخاطبان',
    callFiles: 'تماس‌ها',
    recordingFiles: 'مکالمه‌های ضبط‌شده',
    allFiles: 'همهٔ پرونده‌ها',
  },
};

/** As the system is set, for the time before the settings can be read. */
export function languageOfLocale(locale: string): Language {
  return /^fa\b/i.test(locale) ? 'fa' : 'en';
}

/** A Latin word inside of a Persian sentence: first strong isolate, so that brackets and dots stay at their side. */
function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}
