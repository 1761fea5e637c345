/**
 * Every form in which a secret turns up in texts of others: as it is, in base64 (so that `user:password` is found in a header),
 * percent-encoded, and escaped as JSON does it, once or, in a text that holds JSON itself, twice.
 */
export function formsOfSecrets(secrets: readonly string[]): readonly string[] {
  return [...new Set(secrets.filter((secret) => secret !== '').flatMap(formsOf))];
}

function formsOf(secret: string): readonly string[] {
  const bytes = Buffer.from(secret, 'utf8');
  // Through bytes: encodeURIComponent throws on half a surrogate pair.
  const percent = encodeURIComponent(bytes.toString('utf8'));
  const escaped = inJson(secret);
  return [
    secret,
    bytes.toString('base64'),
    bytes.toString('base64url'),
    percent,
    percent.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
    percent.replace(/%20/g, '+'),
    escaped,
    inJson(escaped),
  ];
}

function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** Puts `mask` wherever a form stands. Forms that overlap are masked together: the shorter one must not save the rest of the longer. */
export function maskForms(text: string, forms: readonly string[], mask: string): string {
  const found = forms.flatMap((form) => placesOf(form, text)).sort((one, other) => one.from - other.from);
  let masked = '';
  let done = 0;
  for (const { from, to } of found) {
    if (from >= done) masked += text.slice(done, from) + mask;
    done = Math.max(done, to);
  }
  return masked + text.slice(done);
}

function placesOf(form: string, text: string): readonly { readonly from: number; readonly to: number }[] {
  if (form === '') return [];
  const places = [];
  for (let from = text.indexOf(form); from !== -1; from = text.indexOf(form, from + 1)) {
    places.push({ from, to: from + form.length });
  }
  return places;
}
