import type { IpcMainInvokeEvent } from 'electron';
import { describe, expect, test } from 'vitest';
import { isTrustedSender } from '../../electron/ipc/trusted-sender.ts';
import { appPage, isOwnPage } from '../../electron/shell/app-origin.ts';

const own = new Set([7]);

function eventFrom(frame: unknown, contentsId = 7): IpcMainInvokeEvent {
  return { sender: { id: contentsId }, senderFrame: frame } as unknown as IpcMainInvokeEvent;
}

describe('a trusted sender', () => {
  test('is the main frame of a window of ours with our page', () => {
    expect(isTrustedSender(eventFrom({ parent: null, url: appPage }), own)).toBe(true);
  });

  test.each<[string, unknown, number]>([
    ['a frame inside the page', { parent: {}, url: appPage }, 7],
    ['a window that is not ours', { parent: null, url: appPage }, 8],
    ['a window of ours with a page of others', { parent: null, url: 'https://evil.example/' }, 7],
    ['a page that has not loaded yet', { parent: null, url: '' }, 7],
    ['a page without an address', { parent: null, url: undefined }, 7],
    ['a frame that is gone', null, 7],
    ['an event without a frame', undefined, 7],
  ])('is not %s', (_title, frame, contentsId) => {
    expect(isTrustedSender(eventFrom(frame, contentsId), own)).toBe(false);
  });

  test('is nobody while there is no window', () => {
    expect(isTrustedSender(eventFrom({ parent: null, url: appPage }), new Set())).toBe(false);
  });
});

describe('our own page', () => {
  test.each([appPage, 'app://dialdesk/', 'app://dialdesk/index.html?a#b'])('is %s', (address) => {
    expect(isOwnPage(address)).toBe(true);
  });

  test.each([
    'app://dialdesk.evil/index.html',
    'app://evil/index.html',
    'app://evil@dialdesk.evil/',
    'app://dialdesk:1/index.html',
    'app:dialdesk',
    'https://dialdesk/index.html',
    'file:///index.html',
    'about:blank',
    'data:text/html,app://dialdesk/',
    'blob:app://dialdesk/1',
    'devtools://devtools/bundled/inspector.html',
    'dialdesk',
    'app://',
  ])('is not %s', (address) => {
    expect(isOwnPage(address)).toBe(false);
  });
});
