import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { protocol, type Session } from 'electron';
import { directionOf, type Language } from '../../shared/language.ts';
import type { Tab } from '../../shared/tabs.ts';
import { appHost, appScheme, recordingHost } from './app-origin.ts';
import { contentSecurityPolicy } from './content-security-policy.ts';

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Before the app is ready. No fetch, no service workers, no CSP bypass for our scheme; `stream` lets recordings be played. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, stream: true } },
  ]);
}

/** What the page has to know before it paints for the first time. Words of our own only, which need no escaping. */
export interface PageStart {
  readonly language: Language;
  readonly theme: 'light' | 'dark';
  readonly tab: Tab;
}

/** Serves the files that are in `folder` now, by exact name: no path is ever joined from what a page asks for. */
export function serveApp(
  session: Session,
  folder: string,
  pageStart: () => PageStart,
  serveRecording: (request: Request) => Promise<Response>,
): void {
  // The small windows ask moments later for most of what the main window was given.
  const given = new Map<string, Promise<Buffer>>();
  const read = (file: string) => {
    const known = given.get(file);
    if (known !== undefined) return known;
    const content = readFile(file);
    given.set(file, content);
    content.catch(() => given.delete(file));
    return content;
  };
  const files = new Map(listFiles(folder).map((file) => [`/${relative(folder, file).split(sep).join('/')}`, file]));
  session.protocol.handle(appScheme, async (request) => {
    const url = new URL(request.url);
    if (url.host === recordingHost) return serveRecording(request);
    const file = url.host === appHost ? files.get(url.pathname) : undefined;
    if (file === undefined || request.method !== 'GET') return new Response('Not found', { status: 404 });
    const nonce = randomBytes(16).toString('base64');
    const content = await read(file);
    const isPage = extname(file) === '.html';
    return new Response(isPage ? filledPage(content.toString('utf8'), nonce, pageStart()) : streamOf(content), {
      headers: {
        'Content-Type': mediaTypes[extname(file)] ?? 'application/octet-stream',
        'Content-Security-Policy': contentSecurityPolicy(nonce),
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': 'no-store',
      },
    });
  });
}

/** A body of bytes would be copied, and a start reads megabytes of them. */
const streamOf = (content: Uint8Array) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(content);
      controller.close();
    },
  });

function filledPage(page: string, nonce: string, { language, theme, tab }: PageStart): string {
  const root = `<html lang="${language}" dir="${directionOf(language)}" data-theme="${theme}" data-tab="${tab}">`;
  return page.replace(/<html\b[^>]*>/, root).replaceAll('__CSP_NONCE__', nonce);
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? listFiles(path) : entry.isFile() ? [path] : [];
  });
}
