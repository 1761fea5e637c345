import { appScheme, recordingHost } from './app-origin.ts';

/**
 * The page may load our own files and play recordings of calls, which have a host of their own, and nothing else; it has no network at
 * all, only the main process talks to the PBX. The nonce is for the one `<style>` element that the component library inserts.
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    `media-src ${appScheme}://${recordingHost}`,
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
}
