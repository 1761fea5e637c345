import { Notification } from 'electron';
import type { TrayWords } from '../../../shared/words/tray-words.ts';

/** Says outside of the window, which is gone, that the program goes on. What nobody could show has to be said in the window. */
export function tellOnce(
  { title, text }: TrayWords['told'],
  then: { readonly open: () => void; readonly notShown: () => void },
): void {
  if (!Notification.isSupported()) {
    then.notShown();
    return;
  }
  const notification = new Notification({ title, body: text, silent: true });
  notification.on('click', then.open);
  notification.on('failed', then.notShown);
  notification.show();
}
