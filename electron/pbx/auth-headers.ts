import type { PbxError } from '../../shared/errors.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import type { PbxAccess } from '../calls/ports.ts';

/** The headers that the account's mode asks for. With `both`, what is not set is left out: the PBX says what it misses. */
export function authHeaders(
  mode: PbxAccess['settings']['auth'],
  credentials: PbxAccess['credentials'],
): Result<Readonly<Record<string, string>>, PbxError> {
  const { user, password } = credentials;
  const token = credentials.token.trim();
  const withBasic = mode !== 'token' && (user !== '' || password !== '');
  const withToken = mode !== 'basic' && token !== '';
  if (!withBasic && !withToken) {
    return fail(credentialsMissing(mode, credentials));
  }
  // A header holds nothing else; a token with other characters was mistyped, no PBX gave it out.
  if (withToken && !/^[\x21-\x7e]+$/.test(token)) {
    return fail({ code: 'pbx-credentials-wrong', message: '' });
  }
  const basic = Buffer.from(`${user}:${password}`, 'utf8').toString('base64');
  return succeed({
    ...(withBasic ? { Authorization: `Basic ${basic}` } : {}),
    ...(withToken ? { 'X-APIKEY': token } : {}),
  });
}

const needed = { basic: ['user', 'password'], token: ['token'], both: ['user', 'password', 'token'] } as const;

/** Names what is missing where it is one thing alone. */
export function credentialsMissing(
  mode: PbxAccess['settings']['auth'],
  credentials: PbxAccess['credentials'],
): Extract<PbxError, { code: 'pbx-credentials-missing' }> {
  const [missing, ...more] = needed[mode].filter((name) => credentials[name].trim() === '');
  return { code: 'pbx-credentials-missing', ...(missing === undefined || more.length > 0 ? {} : { missing }) };
}
