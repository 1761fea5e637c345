import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Session } from 'electron';
import { directionOf, type Language } from '../../shared/language.ts';
import { appScheme } from './app-origin.ts';
import { dialogWords } from './dialog-words.ts';

export const waitingPage = `${appScheme}://waiting/`;

/** No script, nothing but its own style and the font of the program: of the tokens of other pages what it needs. */
const style = `
  @font-face { font-family: own; src: url(font.woff2) format('woff2'); font-weight: 100 900; }
  :root { color-scheme: light; --canvas: #f6f7f8; --text: #14191c; --quiet: #525c64; --track: #e1e5e8; --accent: #0e6245; }
  :root[data-theme='dark'] { color-scheme: dark; --canvas: #111416; --text: #e8ecee; --quiet: #a3adb5; --track: #2a3034; --accent: #4cc38a; }
  body { margin: 0; display: flex; flex-direction: column; justify-content: center; gap: 8px; box-sizing: border-box; min-height: 100vh;
    padding: 24px; background: var(--canvas); color: var(--text); font: 13px/20px own, system-ui, sans-serif; user-select: none; cursor: default; }
  h1 { margin: 0; font-size: 16px; line-height: 24px; font-weight: 600; }
  p { margin: 0; color: var(--quiet); }
  div { margin-block-start: 8px; block-size: 4px; border-radius: 2px; overflow: hidden; background: var(--track); }
  div::before { content: ''; display: block; block-size: 100%; inline-size: 32%; border-radius: 2px; background: var(--accent);
    animation: along 1.6s ease-in-out infinite alternate; }
  @keyframes along { from { margin-inline-start: 0; } to { margin-inline-start: 68%; } }
  @media (prefers-reduced-motion: reduce) { div::before { animation: none; inline-size: 100%; opacity: 0.6; } }
`;

/** `folder`: where the files of the other pages are. */
export function serveWaitingPage(session: Session, folder: string, language: Language, theme: 'light' | 'dark'): void {
  const assets = join(folder, 'assets');
  const font = readdirSync(assets).find((name) => name.startsWith(language === 'fa' ? 'vazirmatn-' : 'inter-'));
  const { waitingTitle, waitingText } = dialogWords[language];
  session.protocol.handle(appScheme, async ({ url }) => {
    if (url === `${waitingPage}font.woff2` && font !== undefined)
      return new Response(await readFile(join(assets, font)));
    if (url !== waitingPage) return new Response('Not found', { status: 404 });
    const nonce = randomBytes(16).toString('base64');
    return new Response(
      `<!doctype html><html lang="${language}" dir="${directionOf(language)}" data-theme="${theme}"><meta charset="utf-8">
      <title>${waitingTitle}</title><style nonce="${nonce}">${style}</style>
      <h1>${waitingTitle}</h1><p>${waitingText}</p><div role="progressbar" aria-label="${waitingTitle}"></div></html>`,
      {
        headers: {
          'Content-Type': 'text/html; charset=utf-8',
          'Content-Security-Policy': `default-src 'none'; style-src 'nonce-${nonce}'; font-src ${appScheme}://waiting`,
          'X-Content-Type-Options': 'nosniff',
        },
      },
    );
  });
}
