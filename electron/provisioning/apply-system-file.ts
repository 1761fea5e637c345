import type { DialerError } from '../../shared/errors.ts';
import type { AppState } from '../../shared/ipc/app-state-schema.ts';
import type { Result } from '../../shared/result.ts';
import { startWithSystem } from '../../shared/settings/managed.ts';
import { isFixed, type ManagedRecord } from '../../shared/settings/managed-record.ts';
import { firstProfileId } from '../../shared/settings/profiles.ts';
import type { ProvisioningFile } from '../../shared/settings/provisioning-schema.ts';
import type { Settings } from '../../shared/settings/schema.ts';
import type { KeptElsewhere } from '../desk/kept-elsewhere.ts';
import type { Along, SettingsChanges } from '../desk/settings-changes.ts';
import type { Log } from '../logging/log.ts';
import { originOf } from '../pbx/pbx-origin.ts';
import type { CredentialVault } from '../storage/credential-vault.ts';
import type { SettingsStore } from '../storage/settings-store.ts';
import { readSystemFile } from './read-provisioning-file.ts';
import { type Current, keepLocks, type Reconciled, reconcile } from './reconcile.ts';
import { type FoundSecrets, findSecrets, type SecretName } from './referred-secrets.ts';
import { settleOneTimeFiles } from './settle-one-time-files.ts';

type Done = Result<Record<string, never>, DialerError>;
/** What became of it, for the window. */
export type Managed = Pick<AppState['managed'], 'file' | 'error' | 'secretFiles'>;

const nothing: Managed = { file: null, error: null, secretFiles: [] };

export interface SystemFileDeps {
  readonly places: readonly string[];
  readonly platform: NodeJS.Platform;
  readonly variables: ReadonlyMap<string, string>;
  readonly store: Pick<SettingsStore, 'read' | 'managed'>;
  readonly vault: Pick<CredentialVault, 'read' | 'status' | 'allowsUnprotected' | 'allowUnprotected'>;
  readonly changes: Pick<SettingsChanges, 'manage' | 'leaveDemo'>;
  readonly atLogin: KeptElsewhere['atLogin'];
  /** What the file says of `pbx` and `identity` is of the first profile. */
  readonly inFirst: (work: () => Done) => Done;
  readonly log: Log;
}

/** Brings settings and credentials in line with the administrator's file for the whole computer. */
export function applySystemFile(deps: SystemFileDeps): Managed {
  const applied = applyFile(deps);
  forbid(deps);
  return applied;
}

function applyFile(deps: SystemFileDeps): Managed {
  const { store, log } = deps;
  const read = readSystemFile(deps.places, deps.platform);
  if (read === null) {
    if (store.managed().size === 0) return nothing;
    log.info('The administrator’s file for this computer is gone; its locks and defaults go with it');
    return applyContent({ version: 1 }, null, deps);
  }
  const { file, content } = read;
  if (content.ok) return applyContent(content.value, file, deps);
  const { error } = content;
  log.error('The administrator’s file for this computer was not taken; what was locked stays locked', { ...error });
  // Settings that were changed by hand meanwhile are put right all the same.
  const kept = keepLocks(currentOf(deps), store.managed());
  if (kept.changed.length > 0) deps.inFirst(() => deps.changes.manage(kept.patch, { managed: kept.managed }));
  tellSystem(kept, deps);
  return { file, error, secretFiles: [] };
}

function currentOf({ store, atLogin }: SystemFileDeps): Current {
  return { settings: store.read(), startsWithSystem: atLogin.read() };
}

/** What the system did not take is tried again at the next start, and not held to be the person's choice there. */
function tellSystem({ startsWithSystem: on, managed }: Reconciled, { atLogin, log }: SystemFileDeps): ManagedRecord {
  const told = on === null ? null : atLogin.set(on);
  if (told === null || told.ok) return managed;
  log.warn('The system could not be told whether to start Dialdesk', { ...told.error });
  return isFixed(managed, startWithSystem)
    ? managed
    : new Map([...managed].filter(([name]) => name !== startWithSystem));
}

/** Ends what the administrator forbids and what is no value that could be put right. */
function forbid({ store, vault, changes, log }: SystemFileDeps): void {
  const managed = store.managed();
  const ended = [
    isFixed(managed, 'demo') && store.read().mode === 'demo' ? changes.leaveDemo() : null,
    isFixed(managed, 'secrets.allowUnprotected') && vault.allowsUnprotected() ? vault.allowUnprotected(false) : null,
  ];
  for (const done of ended) {
    if (done?.ok === false) log.error('What the administrator forbids could not be ended', { ...done.error });
  }
}

function applyContent(content: ProvisioningFile, file: string | null, deps: SystemFileDeps): Managed {
  const { store, vault, log } = deps;
  const secrets = findSecrets(content, { file: file ?? '', variables: deps.variables, platform: deps.platform });
  for (const variable of secrets.missingVariables) {
    log.warn('A variable that the administrator’s file names is not set', { variable });
  }
  const hadFirst = hasFirst(store.read());
  const secretFiles = [...secrets.problems];
  const work = (): Done => {
    const settings = store.read();
    // One that is made anew has nothing that anybody chose.
    const before = hadFirst ? store.managed() : withoutProfile(store.managed());
    const next = reconcile(currentOf(deps), before, content);
    const { patch, profileName, changed } = next;
    const managed = tellSystem(next, deps);
    const given = credentialsOf(content, settings, next, secrets.found, vault);
    const mode = settings.mode === 'unset' && (content.pbx?.address ?? '') !== '' ? 'simotel' : undefined;
    const done = deps.changes.manage(patch, { ...given, managed, mode, name: profileName ?? undefined });
    if (!done.ok) return done;
    log.info('The administrator’s file for this computer is applied', { file, changed, ...amounts(managed) });
    secretFiles.push(...settleOneTimeFiles(secrets.found, vault));
    return done;
  };
  const applied = isOfProfile(content, store.managed()) ? deps.inFirst(work) : work();
  for (const problem of secretFiles) log.warn('A one-time file of a secret is still there', { ...problem });
  if (!applied.ok) {
    log.error('The administrator’s file for this computer was not applied', { file, ...applied.error });
    return { file, error: applied.error, secretFiles };
  }
  return { file, error: null, secretFiles };
}

/**
 * Which secrets of the file are taken. Those of the PBX only where the file's PBX is the one in use: a password goes nowhere else. One out
 * of a one-time file always; another where it is locked, or where there is none yet.
 */
function credentialsOf(
  content: ProvisioningFile,
  settings: Settings,
  { patch, managed }: Reconciled,
  found: FoundSecrets['found'],
  vault: SystemFileDeps['vault'],
): Pick<Along, 'secrets' | 'listener'> {
  const origin = (address: string) => originOf({ address, allowPlainHttp: true });
  const next = origin(patch.pbx?.address ?? settings.pbx.address);
  const ofThatPbx = next !== null && next === origin(content.pbx?.address ?? '');
  const stored = vault.read();
  const kept = next === origin(settings.pbx.address) ? stored.pbx : { user: '', password: '', token: '' };
  const wanted = (name: SecretName, before: string): string | undefined => {
    const secret = found.get(name);
    if (secret === undefined || secret.text === '') return undefined;
    return secret.oneTimeFile !== null || before === '' || isFixed(managed, name) ? secret.text : undefined;
  };
  const { user: userBefore = '', password: passwordBefore = '' } = stored.listener ?? {};
  const user = wanted('listener.user', userBefore);
  const password = wanted('listener.password', passwordBefore);
  const listener = { user: user ?? userBefore, password: password ?? passwordBefore };
  const isWhole = listener.user !== '' && listener.password !== '';
  return {
    ...(ofThatPbx
      ? {
          secrets: defined({
            user: wanted('pbx.user', kept.user),
            password: wanted('pbx.password', kept.password),
            token: wanted('pbx.token', kept.token),
          }),
        }
      : {}),
    ...((user !== undefined || password !== undefined) && isWhole ? { listener } : {}),
  };
}

/** It says something of a PBX or an identity, or did. */
function isOfProfile({ pbx, identity, profile }: ProvisioningFile, before: ManagedRecord): boolean {
  if (pbx !== undefined || identity !== undefined || profile !== undefined) return true;
  return withoutProfile(before).size !== before.size;
}

function defined(values: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

function hasFirst({ profile, otherProfiles }: Settings): boolean {
  return [profile, ...otherProfiles].some(({ id }) => id === firstProfileId);
}

function withoutProfile(record: ManagedRecord): ManagedRecord {
  return new Map([...record].filter(([name]) => !/^(?:pbx|identity|profile)\./.test(name)));
}

function amounts(managed: ManagedRecord): Readonly<Record<string, number>> {
  const count = (mode: string) => [...managed.values()].filter((setting) => setting.mode === mode).length;
  return { defaults: count('default'), locked: count('locked'), hidden: count('hidden') };
}
