import type { DialerError } from '../../shared/errors.ts';
import type { AppState } from '../../shared/ipc/app-state-schema.ts';
import type { Result } from '../../shared/result.ts';
import type { ProvisionedSettings, ProvisioningFile } from '../../shared/settings/provisioning-schema.ts';
import type { KeptElsewhere } from '../desk/kept-elsewhere.ts';
import type { Log } from '../logging/log.ts';
import type { CredentialVault } from '../storage/credential-vault.ts';
import { givenCertificate } from './given-certificate.ts';
import { readProvisioningFile } from './read-provisioning-file.ts';
import { type FoundSecrets, findSecrets, type SecretFileProblem } from './referred-secrets.ts';
import { settleOneTimeFiles } from './settle-one-time-files.ts';

type Done = Result<Record<string, never>, DialerError>;

export interface ProvisioningFileDeps {
  readonly variables: ReadonlyMap<string, string>;
  readonly platform: NodeJS.Platform;
  readonly apply: (content: ProvisionedSettings) => Done;
  /** The file describes the first profile. */
  readonly inFirst: (work: () => Done) => Done;
  readonly keptElsewhere: Pick<KeptElsewhere, 'startLock' | 'startWithSystem'>;
  readonly vault: Pick<CredentialVault, 'read' | 'status'>;
  readonly log: Log;
}

/** What became of the file that this start was given, for the window and the log. */
export function applyProvisioningFile(
  file: string,
  deps: ProvisioningFileDeps,
): { readonly became: NonNullable<AppState['provisioning']>; readonly secretFiles: readonly SecretFileProblem[] } {
  const { log } = deps;
  const read = readProvisioningFile(file);
  const secretFiles: SecretFileProblem[] = [];
  const apply = (content: ProvisioningFile): Done => {
    const secrets = findSecrets(content, { file, variables: deps.variables, platform: deps.platform });
    for (const variable of secrets.missingVariables)
      log.warn('A variable that the file names is not set', { variable });
    secretFiles.push(...secrets.problems);
    return deps.inFirst(() => {
      const starts = content.desktop?.startWithSystem;
      const locked = starts === undefined ? null : deps.keptElsewhere.startLock(starts);
      if (locked !== null) return locked;
      const done = deps.apply(withSecrets(content, secrets.found));
      const told = done.ok && starts !== undefined ? deps.keptElsewhere.startWithSystem(starts) : done;
      if (done.ok && !told.ok) log.warn('The system could not be told whether to start Dialdesk', { ...told.error });
      if (done.ok) secretFiles.push(...settleOneTimeFiles(secrets.found, deps.vault));
      return done;
    });
  };
  const applied = read.ok ? apply(read.value) : read;
  for (const problem of secretFiles) log.warn('A one-time file of a secret is still there', { ...problem });
  if (applied.ok) return { became: { state: 'applied', file }, secretFiles };
  log.error('The provisioning file was not applied', { ...applied.error });
  return { became: { state: 'failed', error: applied.error }, secretFiles };
}

function withSecrets(content: ProvisioningFile, found: FoundSecrets['found']): ProvisionedSettings {
  const { $schema: _schema, locked: _locked, hidden: _hidden, pbx, listener, ...rest } = content;
  const { pinnedCertificate: pinned, ...ofPbx } = pbx ?? {};
  const textOf = (name: 'pbx.user' | 'pbx.password' | 'pbx.token' | 'listener.user' | 'listener.password') =>
    found.get(name)?.text;
  return {
    ...rest,
    ...(pbx === undefined
      ? {}
      : {
          pbx: {
            ...ofPbx,
            ...(pinned === undefined ? {} : { pinnedCertificate: givenCertificate(content) }),
            user: textOf('pbx.user'),
            password: textOf('pbx.password'),
            token: textOf('pbx.token'),
          },
        }),
    ...(listener === undefined
      ? {}
      : { listener: { ...listener, user: textOf('listener.user'), password: textOf('listener.password') } }),
  };
}
