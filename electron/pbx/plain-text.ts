import { formsOfSecrets, maskForms } from '../logging/secret-forms.ts';

const longestExcerpt = 200;
// Of a page that may have 256 KB; what a person reads of it is at its beginning.
const longestSource = 16_384;

const entities: ReadonlyMap<string, string> = new Map([
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&#39;', "'"],
  ['&nbsp;', ' '],
  ['&amp;', '&'],
]);

/** The credentials in every form in which a server could echo them. */
export function secretForms(credentials: {
  readonly user: string;
  readonly password: string;
  readonly token: string;
}): readonly string[] {
  const { user, password, token } = credentials;
  return formsOfSecrets([...(password === '' ? [] : [`${user}:${password}`, password]), token]);
}

/** Text for a person out of whatever a server sent: no tags, no control characters, no credentials, 200 characters. */
export function toPlainText(text: string, secrets: readonly string[]): string {
  const plain = text
    .slice(0, longestSource)
    .replace(/<(script|style)\b[^<>]*>[\s\S]*?(?:<\/\1\s*>|$)/gi, ' ')
    .replace(/<!--[\s\S]*?(?:-->|$)/g, ' ')
    .replace(/<\/?[a-z!?][^<>]*>?/gi, ' ')
    .replace(/&(?:lt|gt|quot|#39|nbsp|amp);/g, (entity) => entities.get(entity) ?? entity);
  const oneLine = maskForms(plain, secrets, '•••')
    // Direction marks could turn the sentence around that the excerpt is shown in.
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const characters = [...oneLine];
  return characters.length <= longestExcerpt ? oneLine : `${characters.slice(0, longestExcerpt - 1).join('')}…`;
}
