import type { DialerError } from '../../shared/errors.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import type { ProvisioningFile } from '../../shared/settings/provisioning-schema.ts';
import type { Settings, SettingsPatch } from '../../shared/settings/schema.ts';
import { parsePbxAddress, splitCredentials } from '../pbx/pbx-address.ts';
import type { CredentialVault, Secrets } from '../storage/credential-vault.ts';
import type { SettingsStore } from '../storage/settings-store.ts';

type Done = Result<Record<string, never>, DialerError>;

/**
 * Every way in which settings change. The rule they share: credentials belong to one PBX, so another origin drops them, and the
 * trusted certificate with them, unless new ones come along.
 */
export function createSettingsChanges(deps: { readonly store: SettingsStore; readonly vault: CredentialVault }) {
  const change = (patch: SettingsPatch, secrets: Partial<Secrets['pbx']>, mode?: Settings['mode']): Done => {
    const before = deps.store.read();
    const split = splitCredentials(patch.pbx?.address ?? before.pbx.address);
    const given: Partial<Secrets['pbx']> = {
      ...(split.user === undefined ? {} : { user: split.user }),
      ...(split.password === undefined ? {} : { password: split.password }),
      ...secrets,
    };
    const pbx = patch.pbx?.address === undefined ? patch.pbx : { ...patch.pbx, address: split.address };
    const problem = addressProblem(
      pbx?.address ?? before.pbx.address,
      pbx?.allowPlainHttp ?? before.pbx.allowPlainHttp,
    );
    if (problem !== null) return problem;
    const updated = deps.store.update({
      ...patch,
      ...(pbx === undefined ? {} : { pbx }),
      ...(mode === undefined ? {} : { mode }),
    });
    if (!updated.ok) return updated;
    const moved = originOf(before) !== originOf(updated.value);
    if (moved) deps.store.pinCertificate(null);
    const kept = moved ? { user: '', password: '', token: '' } : deps.vault.read().pbx;
    if (!moved && Object.keys(given).length === 0) return succeed({});
    return deps.vault.save({ pbx: { ...kept, ...given } });
  };

  return {
    update: (patch: SettingsPatch): Done => {
      const mode = deps.store.read().mode === 'unset' && (patch.pbx?.address ?? '') !== '' ? 'simotel' : undefined;
      return change(patch, {}, mode);
    },
    setMode: (mode: Settings['mode']): Done => change({}, {}, mode),
    saveCredentials: (secrets: Partial<Secrets['pbx']>): Done =>
      deps.vault.save({ pbx: { ...deps.vault.read().pbx, ...secrets } }),
    /** Applies the administrator's file as one: settings that are not valid leave everything as it was. */
    provision: (file: ProvisioningFile): Done => {
      const { user, password, token, ...pbx } = file.pbx ?? {};
      const { user: listenerUser, password: listenerPassword, ...listener } = file.listener ?? {};
      const applied = change(
        { pbx, identity: file.identity, callLimit: file.callLimit, listener, ui: file.ui },
        defined({ user, password, token }),
        file.pbx === undefined ? undefined : 'simotel',
      );
      if (!applied.ok || listenerUser === undefined || listenerPassword === undefined) return applied;
      if (listenerUser === '' || listenerPassword === '') return applied;
      return deps.vault.save({ listener: { user: listenerUser, password: listenerPassword } });
    },
  };
}

export type SettingsChanges = ReturnType<typeof createSettingsChanges>;

/** An address that cannot be used is refused at once; none at all is a state on the way to one. */
function addressProblem(address: string, allowPlainHttp: boolean): Done | null {
  if (address === '') return null;
  const parsed = parsePbxAddress(address, { allowPlainHttp, ownListener: null });
  return parsed.ok ? null : fail(parsed.error);
}

function originOf(settings: Settings): string | null {
  const parsed = parsePbxAddress(settings.pbx.address, { allowPlainHttp: true, ownListener: null });
  return parsed.ok ? parsed.value.origin : null;
}

function defined(secrets: { [K in keyof Secrets['pbx']]: string | undefined }): Partial<Secrets['pbx']> {
  return Object.fromEntries(Object.entries(secrets).filter(([, value]) => value !== undefined));
}
