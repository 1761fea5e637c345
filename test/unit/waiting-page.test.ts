import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Session } from 'electron';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dialogWords } from '../../electron/shell/dialog-words.ts';
import { serveWaitingPage, waitingPage } from '../../electron/shell/waiting-page.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

let folder = '';
beforeAll(() => {
  folder = temporaryFolder('dialdesk-pages');
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'assets', 'inter-latin.woff2'), 'latin');
  writeFileSync(join(folder, 'assets', 'vazirmatn-arabic.woff2'), 'persian');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function served(language: 'en' | 'fa', theme: 'light' | 'dark') {
  let answer: (request: Request) => Response | Promise<Response> = () => new Response();
  const handle: Session['protocol']['handle'] = (_scheme, handler) => {
    // What Electron hands over is a request of its own kind, with the same address.
    answer = (request) => handler(request);
  };
  const apart: Pick<Session, 'protocol'> = { protocol: { handle } as Session['protocol'] };
  serveWaitingPage(apart as Session, folder, language, theme);
  return async (url: string) => answer(new Request(url));
}

describe('the page that is seen while the database takes a while', () => {
  it.each([
    ['en', 'ltr', 'light', 'latin'],
    ['fa', 'rtl', 'dark', 'persian'],
  ] as const)('says so in %s, in its direction, theme and font', async (language, direction, theme, font) => {
    const ask = served(language, theme);
    const text = await (await ask(waitingPage)).text();
    expect(text).toContain(`<html lang="${language}" dir="${direction}" data-theme="${theme}">`);
    expect(text).toContain(dialogWords[language].waitingTitle);
    expect(text).toContain(dialogWords[language].waitingText);
    expect(await (await ask(`${waitingPage}font.woff2`)).text()).toBe(font);
  });

  it('may load its own style and font, and nothing else; nothing else is served', async () => {
    const ask = served('en', 'light');
    const page = await ask(waitingPage);
    const [, nonce] = /<style nonce="([^"]+)">/.exec(await page.text()) ?? [];
    const policy = `default-src 'none'; style-src 'nonce-${nonce}'; font-src app://waiting`;
    expect(page.headers.get('Content-Security-Policy')).toBe(policy);
    expect((await ask(waitingPage)).headers.get('Content-Security-Policy')).not.toBe(policy);
    for (const path of ['index.html', '../index.html', 'assets/inter-latin.woff2']) {
      expect((await ask(waitingPage + path)).status, path).toBe(404);
    }
  });
});
