import type { WebContents } from 'electron';
import { expect, test } from 'vitest';
import { createEventSender } from '../../electron/ipc/event-sender.ts';
import { type WindowName, windowNames } from '../../shared/ipc/channels.ts';

function openWindows() {
  const heard: string[] = [];
  const gone = new Set<WindowName>();
  const contentsOf = (name: WindowName): unknown => ({
    isDestroyed: () => gone.has(name),
    send: (channel: string) => heard.push(`${name} ${channel}`),
  });
  const send = createEventSender((names) => names.map((name) => contentsOf(name) as WebContents));
  return { heard, gone, send };
}

test('an announcement goes only to the windows that do something with it', () => {
  const { heard, send } = openWindows();
  send('event:received', {} as never);
  send('call:changed', {} as never);
  send('state:changed', {} as never);
  send('quick-dial:closed', {});
  expect(heard).toEqual([
    'main event:received',
    'main call:changed',
    'compact call:changed',
    ...windowNames.map((name) => `${name} state:changed`),
    'quick-dial quick-dial:closed',
  ]);
});

test('a window that closes meanwhile is passed over', () => {
  const { heard, gone, send } = openWindows();
  gone.add('main');
  send('call:changed', {} as never);
  expect(heard).toEqual(['compact call:changed']);
});
