import type { Notice, NoticeBoard } from '../../electron/shell/notifications/notice.ts';

/** A notification that notes down what becomes of it. */
export function aNotice(title: string, noted: string[], changes: Partial<Notice> = {}): Notice {
  const note = (what: string) => () => void noted.push(`${title}: ${what}`);
  const on = { shown: note('shown'), failed: note('failed'), click: note('click'), press: note('press') };
  return { title, body: '', stays: false, open: 'Open', button: null, on, ...changes };
}

/** Where notifications go that the desktop did not take. */
export function aSpareBoard(noted: string[]): NoticeBoard {
  return {
    show: (key) => void noted.push(`spare shows ${key}`),
    close: () => {},
    closeAll: async () => {},
  };
}
