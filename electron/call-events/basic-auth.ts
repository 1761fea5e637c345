import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

export type CredentialCheck = (authorization: readonly string[]) => 'right' | 'missing' | 'wrong';

const nothing = Buffer.alloc(0);

/**
 * HTTP Basic in constant time: digests under a key of this process are compared, always both of them, so neither the
 * lengths nor whether the user is known can be told from how long the answer takes.
 */
export function createCredentialCheck(user: string, password: string): CredentialCheck {
  const key = randomBytes(32);
  const digest = (value: Uint8Array) => createHmac('sha256', key).update(value).digest();
  const expectedUser = digest(Buffer.from(user, 'utf8'));
  const expectedPassword = digest(Buffer.from(password, 'utf8'));
  return (authorization) => {
    const given = authorization.length === 1 ? decodeBasic(authorization[0] ?? '') : null;
    const sameUser = Number(timingSafeEqual(digest(given?.user ?? nothing), expectedUser));
    const samePassword = Number(timingSafeEqual(digest(given?.password ?? nothing), expectedPassword));
    if (authorization.length === 0) return 'missing';
    return (Number(given !== null) & sameUser & samePassword) === 1 ? 'right' : 'wrong';
  };
}

/** The user ends at the first colon; the password may hold more of them. */
function decodeBasic(header: string): { readonly user: Buffer; readonly password: Buffer } | null {
  const encoded = /^basic +([A-Za-z0-9+/]+={0,2})$/i.exec(header.trim())?.[1];
  if (encoded === undefined) return null;
  const bytes = Buffer.from(encoded, 'base64');
  const colon = bytes.indexOf(0x3a);
  return colon < 0 ? null : { user: bytes.subarray(0, colon), password: bytes.subarray(colon + 1) };
}
