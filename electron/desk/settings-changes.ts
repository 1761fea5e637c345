import { strangeHost } from '../../shared/domain/screen-pop/hosts.ts';
import { popSlots } from '../../shared/domain/screen-pop/slots.ts';
import type { DialerError } from '../../shared/errors.ts';
import { changedHotkeyProblem } from '../../shared/hotkeys/hotkey.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { isFixed, type ManagedRecord } from '../../shared/settings/managed-record.ts';
import type { ProvisionedSettings } from '../../shared/settings/provisioning-schema.ts';
import type { Settings, SettingsPatch } from '../../shared/settings/schema.ts';
import { parsePbxAddress, splitCredentials } from '../pbx/pbx-address.ts';
import { originOf } from '../pbx/pbx-origin.ts';
import type { CredentialVault } from '../storage/credential-vault.ts';
import type { Secrets } from '../storage/secrets.ts';
import type { SettingsChange, SettingsStore } from '../storage/settings-store.ts';

type Done = Result<Record<string, never>, DialerError>;

const noCredentials: Secrets['pbx'] = { user: '', password: '', token: '' };

/** With a certificate where the administrator gives one. */
export type Patch = Pick<SettingsChange, keyof SettingsPatch>;

/** What changes besides settings. */
export interface Along {
  readonly secrets?: Partial<Secrets['pbx']>;
  readonly mode?: Settings['mode'] | undefined;
  readonly listener?: NonNullable<Secrets['listener']> | undefined;
  /** Of the active profile. */
  readonly name?: string | undefined;
  /** The administrator's word. Where it does not fit what the person chose for other settings, those wait, as after a change by hand. */
  readonly managed?: ManagedRecord;
}

/**
 * Every way in which settings change. The rule they share: credentials belong to one PBX, so another origin drops them, and the
 * trusted certificate with them, unless new ones come along.
 */
export function createSettingsChanges(deps: {
  readonly store: SettingsStore;
  readonly vault: CredentialVault;
  readonly platform: NodeJS.Platform;
}) {
  /** All or nothing: what was changed before something went wrong is put back. */
  const change = (patch: Patch, { secrets = {}, mode, listener, name, managed }: Along): Done => {
    const before = deps.store.read();
    const { pbx: secretsBefore } = deps.vault.read();
    const split = patch.pbx?.address === undefined ? null : splitCredentials(patch.pbx.address);
    const given: Partial<Secrets['pbx']> = { ...defined({ user: split?.user, password: split?.password }), ...secrets };
    const address = split?.address ?? before.pbx.address;
    const problem = addressProblem(patch.pbx, address, before) ?? (managed === undefined ? lockedSecret(given) : null);
    if (problem !== null) return problem;
    const originAt = (at: string) => originOf({ address: at, allowPlainHttp: true });
    const moved = originAt(before.pbx.address) !== originAt(address);
    // What the administrator trusts alone is trusted wherever the address leads.
    const keepsPin = isFixed(managed ?? deps.store.managed(), 'pbx.pinnedCertificate');
    const pin = moved && !keepsPin ? { pinnedCertificate: null } : {};
    const next: SettingsChange = {
      ...patch,
      pbx: { ...pin, ...patch.pbx, address },
      ...(mode === undefined ? {} : { mode }),
      ...(name === undefined ? {} : { profile: { ...before.profile, name } }),
    };
    const checked = deps.store.check(next, managed);
    if (!checked.ok) return checked;
    const misfit =
      managed === undefined
        ? (hostProblem(before.screenPop, checked.value.screenPop) ??
          hotkeysProblem(before.hotkeys, checked.value.hotkeys, deps.platform))
        : null;
    if (misfit !== null) return misfit;
    // In this order nothing that goes wrong on the way can send one PBX's credentials to another.
    const dropped = moved ? deps.vault.save({ pbx: noCredentials }) : succeed({});
    if (!dropped.ok) return dropped;
    const putBack = () => (moved ? deps.vault.save({ pbx: secretsBefore }) : succeed({}));
    const managedBefore = deps.store.managed();
    const updated = deps.store.update(next, managed);
    if (!updated.ok) {
      putBack();
      return updated;
    }
    const news: Partial<Secrets> = {
      ...(Object.keys(given).length === 0 ? {} : { pbx: { ...deps.vault.read().pbx, ...given } }),
      ...(listener === undefined ? {} : { listener }),
    };
    const saved = Object.keys(news).length === 0 ? succeed({}) : deps.vault.save(news);
    // The address first, for the same reason.
    if (!saved.ok && deps.store.update(before, managedBefore).ok) putBack();
    return saved;
  };

  const lockedSecret = (given: Partial<Secrets['pbx']>): Done | null => {
    const name = Object.keys(given).find((part) => isFixed(deps.store.managed(), `pbx.${part}`));
    return name === undefined ? null : fail({ code: 'settings-locked', setting: `pbx.${name}` });
  };

  const saveCredentials = (secrets: Partial<Secrets['pbx']>): Done =>
    lockedSecret(secrets) ?? deps.vault.save({ pbx: { ...deps.vault.read().pbx, ...secrets } });

  return {
    update: (patch: SettingsPatch): Done => {
      const mode = deps.store.read().mode === 'unset' && (patch.pbx?.address ?? '') !== '' ? 'simotel' : undefined;
      return change(patch, { mode });
    },
    setMode: (mode: Settings['mode']): Done => change({}, { mode }),
    leaveDemo: (): Done => change({}, { mode: deps.store.read().pbx.address === '' ? 'unset' : 'simotel' }),
    saveCredentials,
    saveListenerCredentials: (listener: NonNullable<Secrets['listener']>): Done => {
      const locked = ['listener.user', 'listener.password'].find((name) => isFixed(deps.store.managed(), name));
      return locked === undefined ? deps.vault.save({ listener }) : fail({ code: 'settings-locked', setting: locked });
    },
    /** Takes over what the file for the whole computer says, with what is then managed by it. */
    manage: (patch: Patch, along: Along & { readonly managed: ManagedRecord }): Done => {
      const applied = change(patch, along);
      return applied.ok ? applied : fail(namingTheField(applied.error));
    },
    /** Applies the administrator's file as one: settings that are not valid leave everything as it was. */
    provision: (file: ProvisionedSettings): Done => {
      const { user, password, token, ...pbx } = file.pbx ?? {};
      // The system keeps it, who is told when the rest is settled.
      const { startWithSystem: _told, ...desktop } = file.desktop ?? {};
      const { user: listenerUser = '', password: listenerPassword = '', ...listener } = file.listener ?? {};
      if ((listenerUser === '') !== (listenerPassword === '')) {
        const missing = listenerUser === '' ? 'user' : 'password';
        return fail({
          code: 'provisioning-invalid',
          field: `listener.${missing}`,
          reason: 'user and password go together',
        });
      }
      const applied = change(
        {
          pbx,
          identity: file.identity,
          callLimit: file.callLimit,
          listener,
          commandLine: file.commandLine,
          hotkeys: file.hotkeys,
          screenPop: file.screenPop,
          ui: file.ui,
          desktop,
          notifications: file.notifications,
          dialRules: file.dialRules,
          quietDialling: file.quietDialling,
          recordings: file.recordings,
          afterCall: file.afterCall,
          keeping: file.keeping,
        },
        {
          secrets: defined({ user, password, token }),
          mode: file.pbx === undefined ? undefined : 'simotel',
          listener: listenerUser === '' ? undefined : { user: listenerUser, password: listenerPassword },
          name: file.profile?.name,
        },
      );
      return applied.ok ? applied : fail(namingTheField(applied.error));
    },
  };
}

export type SettingsChanges = ReturnType<typeof createSettingsChanges>;

/**
 * An address that cannot be used is refused at once; none at all is a state on the way to one. What a change does not touch
 * was accepted before, or written into the file by hand, and must not keep other settings from changing.
 */
function addressProblem(patch: SettingsPatch['pbx'], address: string, before: Settings): Done | null {
  if (address === '' || (patch?.address === undefined && patch?.allowPlainHttp === undefined)) return null;
  const allowPlainHttp = patch.allowPlainHttp ?? before.pbx.allowPlainHttp;
  const parsed = parsePbxAddress(address, { allowPlainHttp, ownListener: null });
  return parsed.ok ? null : fail(parsed.error);
}

/** A template and the list of hosts change together or not at all. What was written into the file by hand stays as it is. */
function hostProblem(before: Settings['screenPop'], after: Settings['screenPop']): Done | null {
  for (const slot of popSlots) {
    const host = strangeHost(after[slot], after.allowedHosts);
    if (host === null) continue;
    if (before[slot] === after[slot]) {
      if (strangeHost(before[slot], before.allowedHosts) !== null) continue;
      return fail({ code: 'settings-invalid', field: 'screenPop.allowedHosts', reason: `${host} is used by ${slot}` });
    }
    const reason = `${host} is not among allowedHosts`;
    return fail({ code: 'settings-invalid', field: `screenPop.${slot}`, reason });
  }
  return null;
}

/** What was set before stays as it is, and is told where keys are taken. */
function hotkeysProblem(
  before: Settings['hotkeys'],
  after: Settings['hotkeys'],
  platform: NodeJS.Platform,
): Done | null {
  const problem = changedHotkeyProblem(before, after, platform === 'darwin');
  if (problem === null) return null;
  const { action, why, other } = problem;
  const reason = other === null ? `${after[action]} is ${why}` : `${after[action]} is that of ${other} as well`;
  return fail({ code: 'settings-invalid', field: `hotkeys.${action}`, reason });
}

/** Who wrote a file looks for the field; the window says the same of a typed address in words. */
function namingTheField(error: DialerError): DialerError {
  if (error.code === 'pbx-plain-http-public') {
    const reason = 'plain http to a public address needs "allowPlainHttp": true';
    return { code: 'provisioning-invalid', field: 'pbx.address', reason };
  }
  if (error.code !== 'pbx-address-invalid') return error;
  return { code: 'provisioning-invalid', field: 'pbx.address', reason: `not a usable address (${error.reason})` };
}

function defined(secrets: { [K in keyof Secrets['pbx']]?: string | undefined }): Partial<Secrets['pbx']> {
  return Object.fromEntries(Object.entries(secrets).filter(([, value]) => value !== undefined));
}
