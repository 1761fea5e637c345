import type { CredentialVault } from '../storage/credential-vault.ts';
import { type FoundSecrets, removeFile, type SecretFileProblem, type SecretName } from './referred-secrets.ts';

/**
 * A file whose secret was taken goes only when the system's key store keeps the secret: else the next start would have neither. Answers with
 * those that are still there.
 */
export function settleOneTimeFiles(
  found: FoundSecrets['found'],
  vault: Pick<CredentialVault, 'read' | 'status'>,
): readonly SecretFileProblem[] {
  const { protection } = vault.status();
  const whyKept = new Map<string, string | null>();
  for (const [name, { text, oneTimeFile }] of found) {
    if (oneTimeFile === null) continue;
    const why = storedText(name, vault) !== text ? 'not-stored' : protection === 'keychain' ? null : protection;
    whyKept.set(oneTimeFile, whyKept.get(oneTimeFile) ?? why);
  }
  return [...whyKept].flatMap(([file, reason]): SecretFileProblem[] => {
    if (reason !== null) return [{ file, problem: 'not-kept', reason }];
    const notRemoved = removeFile(file);
    return notRemoved === null ? [] : [{ file, problem: 'not-removed', reason: notRemoved }];
  });
}

function storedText(name: SecretName, vault: Pick<CredentialVault, 'read'>): string | undefined {
  const { pbx, listener } = vault.read();
  switch (name) {
    case 'pbx.user':
      return pbx.user;
    case 'pbx.password':
      return pbx.password;
    case 'pbx.token':
      return pbx.token;
    case 'listener.user':
      return listener?.user;
    case 'listener.password':
      return listener?.password;
  }
}
