import { parseTemplate, readUrl } from './template.ts';

/**
 * An entry of the allow-list as it is kept: `crm.example.com`, `crm.example.com:8443`, or `*.example.com` for every name
 * below it. Null when the text is none; an address that was pasted whole gives its host.
 */
export function toHostEntry(text: string): string | null {
  const typed = text.trim().toLowerCase();
  const wild = typed.startsWith('*.');
  const named = wild ? typed.slice(2) : typed;
  const pasted = /^https?:\/\//.test(named);
  if (pasted ? wild : /[/?#@\\{}]/.test(named)) return null;
  const url = readUrl(pasted ? named : `https://${named}/`);
  if (url === null || url.host === '' || url.username !== '' || /[*\s{}]/.test(url.host)) return null;
  // `*.com` would allow a good part of the world.
  if (wild && !/\.[^.]*[a-z][^.]*$/.test(url.hostname)) return null;
  return wild ? `*.${url.host}` : url.host;
}

export function isHostEntry(text: string): boolean {
  return toHostEntry(text) === text;
}

/** `host` with its port, as an address has it. */
export function isHostAllowed(host: string, entries: readonly string[]): boolean {
  return entries.some((entry) => (entry.startsWith('*.') ? host.endsWith(entry.slice(1)) : host === entry));
}

/** The host of a template that is not on the list; null when there is nothing to object. */
export function strangeHost(template: string, entries: readonly string[]): string | null {
  const parsed = parseTemplate(template);
  return parsed.ok && !isHostAllowed(parsed.value.host, entries) ? parsed.value.host : null;
}
