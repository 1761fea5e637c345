import type { DialerError, LocalError } from '../../shared/errors.ts';
import { fail, type Result } from '../../shared/result.ts';
import { startWithSystem } from '../../shared/settings/managed.ts';
import { isFixed } from '../../shared/settings/managed-record.ts';
import type { CredentialVault } from '../storage/credential-vault.ts';
import type { SettingsStore } from '../storage/settings-store.ts';

type Done = Result<Record<string, never>, DialerError>;

/** Whether the system starts the program; the system itself is asked and told. */
export interface AtLogin {
  read(): boolean;
  set(on: boolean): Result<Record<string, never>, LocalError>;
}

/** What a person decides and the settings do not keep. The administrator's word counts for it all the same. */
export interface KeptElsewhere {
  readonly atLogin: AtLogin;
  /** Null: the system may be told so. */
  startLock(on: boolean): Done | null;
  startWithSystem(on: boolean): Done;
  allowUnprotected(allowed: boolean): Done;
}

export function createKeptElsewhere(deps: {
  readonly store: Pick<SettingsStore, 'managed'>;
  readonly vault: Pick<CredentialVault, 'allowUnprotected'>;
  readonly atLogin: AtLogin;
}): KeptElsewhere {
  const { store, vault, atLogin } = deps;
  const locked = (setting: string): Done | null =>
    isFixed(store.managed(), setting) ? fail({ code: 'settings-locked', setting }) : null;
  const startLock = (on: boolean) => (on === atLogin.read() ? null : locked(startWithSystem));
  return {
    atLogin,
    startLock,
    startWithSystem: (on) => startLock(on) ?? atLogin.set(on),
    // Who takes consent back does what any administrator wants.
    allowUnprotected: (allowed) =>
      (allowed ? locked('secrets.allowUnprotected') : null) ?? vault.allowUnprotected(allowed),
  };
}
