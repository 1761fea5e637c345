const masked = '[masked]';

/**
 * Masks what a log must not keep: credentials by their place (headers, URLs, query strings) and by value (plain, base64
 * and percent-encoded), and telephone numbers but for their last three digits.
 */
export function createRedact(secrets: () => readonly string[]): (text: string) => string {
  return (text) => {
    let line = text;
    for (const secret of secrets()) line = maskValue(line, secret);
    return line
      .replace(
        /(authorization|x-apikey|x-api-key|proxy-authorization|cookie)(["']?\s*[:=]\s*["']?)[^"',\r\n}]+/gi,
        `$1$2${masked}`,
      )
      .replace(/(["']?(?:password|token|secret)["']?\s*[:=]\s*["']?)[^"',\s}]+/gi, `$1${masked}`)
      .replace(/([a-z][a-z0-9+.-]*:\/\/)[^\s/@"']+@/gi, `$1${masked}@`)
      .replace(/(https?:\/\/[^\s?"']+|\/[\w/.-]+)\?[^\s"']+/g, `$1?${masked}`)
      .replace(
        /(?<![\w.:-])\+?[0-9\u06f0-\u06f9\u0660-\u0669]{5,15}(?![\w.:-])/g,
        (number) => `***${number.slice(-3)}`,
      );
  };
}

/** One or two characters would mask half the log and protect nothing. */
const shortestSecret = 3;

function maskValue(line: string, secret: string): string {
  if (secret.length < shortestSecret) return line;
  const forms = [secret, Buffer.from(secret, 'utf8').toString('base64'), encodeURIComponent(secret)];
  return forms.reduce((text, form) => text.split(form).join(masked), line);
}
