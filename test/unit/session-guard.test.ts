import type { OnBeforeRequestListenerDetails, Session } from 'electron';
import { expect, it } from 'vitest';
import { guardSession } from '../../electron/shell/session-guard.ts';

const ours = 7;
interface Details {
  readonly url: string;
  readonly resourceType: OnBeforeRequestListenerDetails['resourceType'];
  readonly webContentsId: number;
  readonly frame: { readonly url: string; readonly parent: unknown } | null;
}
const frameOf = (url: string, parent: unknown = null) => ({ url, parent });
const ownFrame = frameOf('app://dialdesk/index.html');

/** Whether the guard lets a request pass. */
const passes = (() => {
  let decide: ((details: Details, answer: (said: { cancel: boolean }) => void) => void) | null = null;
  const session = new Proxy({} as Session, {
    get: (_target, name) =>
      name === 'webRequest' ? { onBeforeRequest: (listener: typeof decide) => (decide = listener) } : () => undefined,
  });
  guardSession(session, () => new Set([ours]));
  return (details: Partial<Details>) => {
    let passed: boolean | null = null;
    decide?.(
      { url: 'app://recordings/a', resourceType: 'media', webContentsId: ours, frame: ownFrame, ...details },
      ({ cancel }) => (passed = !cancel),
    );
    return passed;
  };
})();

it('recordings go to the player of our own page, and nowhere else', () => {
  expect(passes({})).toBe(true);
  expect(passes({ webContentsId: 8 })).toBe(false);
  expect(passes({ frame: frameOf('app://dialdesk/index.html', {}) })).toBe(false);
  expect(passes({ frame: frameOf('data:text/html,x') })).toBe(false);
  expect(passes({ frame: frameOf('app://recordings/a') })).toBe(false);
  expect(passes({ frame: null })).toBe(false);
  for (const resourceType of ['mainFrame', 'subFrame', 'xhr', 'image', 'script', 'object'] as const) {
    expect(passes({ resourceType })).toBe(false);
  }
});

it('our own files go to every page of ours, and the network to none', () => {
  expect(passes({ url: 'app://dialdesk/index.html', resourceType: 'mainFrame', webContentsId: 8 })).toBe(true);
  expect(passes({ url: 'http://recordings/a' })).toBe(false);
  expect(passes({ url: 'file:///etc/passwd' })).toBe(false);
});
