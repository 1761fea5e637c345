import { maskNumbers } from './mask-numbers.ts';
import { formsOfSecrets, maskForms } from './secret-forms.ts';

const masked = '[masked]';

/** One or two characters would mask half the log and protect nothing. */
const shortestSecret = 3;

/**
 * Masks what a log must not keep: credentials by their place (headers, URLs, query strings) and by value (in all their
 * forms), and telephone numbers but for their last three digits.
 */
export function createRedact(secrets: () => readonly string[]): (text: string) => string {
  const hide = createHideSecrets(secrets);
  return (text) => maskNumbers(hide(text).replace(/(https?:\/\/[^\s?"']+|\/[\w/.-]+)\?[^\s"']+/g, `$1?${masked}`));
}

/** Masks credentials alone, in what a person may read of their own calls. */
export function createHideSecrets(secrets: () => readonly string[]): (text: string) => string {
  return (text) => {
    const forms = formsOfSecrets(secrets().filter((secret) => secret.length >= shortestSecret));
    return maskForms(text, forms, masked)
      .replace(
        /(authorization|x-apikey|x-api-key|proxy-authorization|cookie)(\\*["']?\s*[:=]\s*\\*["']?)[^"',\r\n}]+/gi,
        `$1$2${masked}`,
      )
      .replace(/(["']?(?:password|token|secret)\\*["']?\s*[:=]\s*\\*["']?)[^"',\s}]+/gi, `$1${masked}`)
      .replace(/([a-z][a-z0-9+.-]*:\/\/)[^\s/@"']+@/gi, `$1${masked}@`);
  };
}

/** Any part of a log line as text. Never throws: a line that cannot be written must not end what it tells of. */
export function toLogText(part: unknown, redact: (text: string) => string): string {
  try {
    if (typeof part === 'string') return redact(part);
    if (part instanceof Error) return redact(part.stack ?? part.message);
    return redact(JSON.stringify(part) ?? String(part));
  } catch {
    return '[unprintable]';
  }
}
