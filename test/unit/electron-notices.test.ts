import { EventEmitter } from 'node:events';
import type { Notification } from 'electron';
import { expect, test } from 'vitest';
import { createElectronNotices } from '../../electron/shell/notifications/electron-notices.ts';
import { aNotice } from '../support/notice.ts';

/** Electron's class as far as it is used here; its code runs only in Electron. */
function aSystem(isSupported: boolean) {
  const asked: string[] = [];
  const made: EventEmitter[] = [];
  class Own extends EventEmitter {
    static isSupported = () => isSupported;
    readonly title: string;
    constructor({ title }: { readonly title: string }) {
      super();
      this.title = title;
      made.push(this);
    }
    show = () => asked.push(`show ${this.title}`);
    close = () => asked.push(`close ${this.title}`);
  }
  const own: unknown = Own;
  return { own: own as typeof Notification, asked, made };
}

test('where the system has no notifications it fails at once, so that the window says it', () => {
  const { own, asked, made } = aSystem(false);
  const noted: string[] = [];
  createElectronNotices(own, '').show('call', aNotice('rings', noted));
  expect(noted).toEqual(['rings: failed']);
  expect([asked, made]).toEqual([[], []]);
});

test('the old one goes before the new one of the same thing comes, and what was closed or failed is not closed again', async () => {
  const { own, asked, made } = aSystem(true);
  const noted: string[] = [];
  const board = createElectronNotices(own, '');
  board.show('call', aNotice('rings', noted));
  board.show('call', aNotice('missed', noted));
  board.show('line', aNotice('lost', noted));
  board.show('other', aNotice('other', noted));
  expect(asked).toEqual(['show rings', 'close rings', 'show missed', 'show lost', 'show other']);
  // The old one tells late that it is closed.
  made[0]?.emit('close');
  made[1]?.emit('show');
  made[1]?.emit('action');
  made[2]?.emit('failed');
  made[3]?.emit('click');
  made[3]?.emit('close');
  expect(noted).toEqual(['missed: shown', 'missed: press', 'lost: failed', 'other: click']);
  asked.length = 0;
  await board.closeAll();
  expect(asked).toEqual(['close missed']);
});
