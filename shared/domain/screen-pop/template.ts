import { fail, type Result, succeed } from '../../result.ts';

/** What can stand in a template in braces. A value that is not known is empty. */
export const placeholders = [
  'number',
  'numberE164',
  'name',
  'direction',
  'moment',
  'queue',
  'trunk',
  'callId',
  'agent',
  'startedAt',
  'durationSeconds',
] as const;
export type Placeholder = (typeof placeholders)[number];
export type PopValues = Readonly<Record<Placeholder, string>>;

/** A template that may be filled in: scheme and host are fixed text, checked by the parser of addresses itself. */
export interface PopTemplate {
  readonly scheme: 'http' | 'https';
  /** As addresses are compared: lower-case, with the port where it is not the usual one. */
  readonly host: string;
  /** Path, query and fragment, with placeholders. */
  readonly rest: string;
}

export type TemplateProblem =
  | { readonly problem: 'unreadable' | 'scheme' | 'host-placeholder' | 'credentials' | 'brace' | 'too-long' }
  | { readonly problem: 'placeholder'; readonly name: string };

export const longestTemplate = 1000;
/** Windows opens nothing longer. */
const longestAddress = 2000;
const longestValue = 120;

interface ParsedUrl {
  readonly protocol: string;
  readonly username: string;
  readonly host: string;
  readonly hostname: string;
  readonly pathname: string;
  readonly href: string;
}

/** The parser that browsers use. Every runtime has it; here only the types of neither are known. */
declare const URL: new (text: string) => ParsedUrl;

const inBraces = /\{([^{}]*)\}/g;

export function parseTemplate(text: string): Result<PopTemplate, TemplateProblem> {
  if (text.length > longestTemplate) return fail({ problem: 'too-long' });
  // An address has none of these, and parsers of addresses do not agree on what they make of them.
  if (/[\s\p{Cc}\p{Cf}\p{Surrogate}\\]/u.test(text)) return fail({ problem: 'unreadable' });
  const parts = /^([^:/?#]*):\/\/([^/?#]*)(.*)$/s.exec(text);
  if (parts === null) return fail({ problem: 'unreadable' });
  const [, scheme = '', authority = '', rest = ''] = parts;
  if (/[{}]/.test(scheme + authority)) return fail({ problem: 'host-placeholder' });
  if (!isWebScheme(scheme.toLowerCase())) return fail({ problem: 'scheme' });
  if (authority.includes('@')) return fail({ problem: 'credentials' });
  const url = readUrl(`${scheme}://${authority}/`);
  if (url === null || url.pathname !== '/') return fail({ problem: 'unreadable' });
  for (const [, name = ''] of rest.matchAll(inBraces)) {
    if (!isPlaceholder(name)) return fail({ problem: 'placeholder', name });
  }
  if (/[{}]/.test(rest.replace(inBraces, ''))) return fail({ problem: 'brace' });
  return succeed({ scheme: url.protocol === 'http:' ? 'http' : 'https', host: url.host, rest });
}

/**
 * The address for these values. Whatever they hold, they stay inside the part of the path, the query or the fragment
 * where they were put: everything but letters, digits and `-._~` is percent-encoded, and a part of the path that would be
 * `.` or `..` is left empty, since these mean another place even when they are encoded. Null: it would be too long.
 */
export function fillTemplate({ scheme, host, rest }: PopTemplate, values: PopValues): string | null {
  const segments = rest.split(/([/?#])/).map((segment) => {
    const filled = segment.replace(inBraces, (_whole, name: string) =>
      isPlaceholder(name) ? encodeValue(values[name]) : '',
    );
    return filled !== segment && /^(?:\.|%2e){1,2}$/i.test(filled) ? '' : filled;
  });
  const url = readUrl(`${scheme}://${host}${segments.join('')}`);
  return url === null || url.href.length > longestAddress ? null : url.href;
}

/** True when the template says whom the call is with. */
export function namesParty({ rest }: PopTemplate): boolean {
  return /\{(?:number(?:E164)?|name)\}/.test(rest);
}

function encodeValue(value: string): string {
  const written = value.replace(/[\p{Cc}\p{Cf}]/gu, '').replace(/\p{Surrogate}/gu, '\uFFFD');
  const short = [...written].slice(0, longestValue).join('');
  return encodeURIComponent(short).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

function isWebScheme(scheme: string): boolean {
  return scheme === 'http' || scheme === 'https';
}

function isPlaceholder(name: string): name is Placeholder {
  return (placeholders as readonly string[]).includes(name);
}

export function readUrl(text: string): ParsedUrl | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
