import type { IncomingHttpHeaders } from 'node:http';
import { type Answer, fail } from './answer.ts';
import type { DemoPbxAccount } from './demo-pbx-types.ts';

export const demoAccount: DemoPbxAccount = {
  user: 'demo',
  password: 'demo-password',
  token: 'demo-token',
  auth: 'both',
  services: 'all',
};

interface PresentedCredentials {
  readonly basic: string | null;
  readonly token: string | null;
}

/** The account these headers belong to, or the PBX's 401 or 403. */
export function authenticate(
  accounts: readonly DemoPbxAccount[],
  headers: IncomingHttpHeaders,
  remoteAddress: string,
): { readonly account: DemoPbxAccount } | { readonly refusal: Answer } {
  const presented = presentedCredentials(headers);
  const account = accounts.find((candidate) => isProvenBy(candidate, presented));
  if (account === undefined) {
    const complete = accounts.some((candidate) => hasAllHeadersFor(candidate, presented));
    return { refusal: fail(401, complete ? 'BasicAuth or ApiKey is invalid' : 'BasicAuth or ApiKey is missing') };
  }
  if (account.allowFrom !== undefined && !account.allowFrom.includes(remoteAddress)) {
    return { refusal: fail(403, 'IP is not permitted') };
  }
  return { account };
}

export function mayUse(account: DemoPbxAccount, servicePath: string): boolean {
  return account.services === 'all' || account.services.includes(servicePath);
}

function presentedCredentials(headers: IncomingHttpHeaders): PresentedCredentials {
  const basic = /^Basic\s+(\S+)$/i.exec(headers.authorization ?? '')?.[1];
  const token = headers['x-apikey'];
  return {
    basic: basic === undefined ? null : Buffer.from(basic, 'base64').toString('utf8'),
    token: typeof token === 'string' && token !== '' ? token : null,
  };
}

function hasAllHeadersFor(account: DemoPbxAccount, presented: PresentedCredentials): boolean {
  const basicDone = account.auth === 'token' || presented.basic !== null;
  const tokenDone = account.auth === 'basic' || presented.token !== null;
  return basicDone && tokenDone;
}

function isProvenBy(account: DemoPbxAccount, presented: PresentedCredentials): boolean {
  const basicRight = account.auth === 'token' || presented.basic === `${account.user}:${account.password}`;
  const tokenRight = account.auth === 'basic' || presented.token === account.token;
  return basicRight && tokenRight;
}
