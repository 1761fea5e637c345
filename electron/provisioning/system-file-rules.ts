import { strangeHost } from '../../shared/domain/screen-pop/hosts.ts';
import { popSlots } from '../../shared/domain/screen-pop/slots.ts';
import { changedHotkeyProblem } from '../../shared/hotkeys/hotkey.ts';
import { defaultSettings } from '../../shared/settings/defaults.ts';
import { fileValue, settingModes } from '../../shared/settings/managed.ts';
import type { ProvisioningFile } from '../../shared/settings/provisioning-schema.ts';

export interface FieldProblem {
  readonly field: string;
  readonly reason: string;
}

/** Without them nobody calls, and nobody could set them any more. */
const needed = ['pbx.address', 'identity.caller'] as const;

/** What is wrong with a file for the whole computer beyond its form; null: nothing. It depends on the file alone, on no desk's settings. */
export function problemInSystemFile(file: ProvisioningFile, platform: NodeJS.Platform): FieldProblem | null {
  return (
    readableSecret(file) ??
    missingValue(file) ??
    unsignedFeed(file) ??
    strangePage(file) ??
    hotkeyProblem(file, platform)
  );
}

function readableSecret({ pbx, listener }: ProvisioningFile): FieldProblem | null {
  const secrets = { 'pbx.password': pbx?.password, 'pbx.token': pbx?.token, 'listener.password': listener?.password };
  const readable = Object.entries(secrets).find(([, value]) => typeof value === 'string' && value !== '');
  if (readable !== undefined) {
    const reason = 'everybody on this computer can read it here: refer to it by "env" or "oneTimeFile"';
    return { field: readable[0], reason };
  }
  const some = pbx?.user !== undefined || pbx?.password !== undefined || pbx?.token !== undefined;
  if (some && (pbx?.address ?? '') === '') {
    return { field: 'pbx.address', reason: 'credentials need the address that they belong to' };
  }
  if ((pbx?.pinnedCertificate ?? null) !== null && (pbx?.address ?? '') === '') {
    return { field: 'pbx.address', reason: 'a certificate needs the address that it belongs to' };
  }
  if ((listener?.user === undefined) === (listener?.password === undefined)) return null;
  const missing = listener?.user === undefined ? 'user' : 'password';
  return { field: `listener.${missing}`, reason: 'user and password go together' };
}

function missingValue(file: ProvisioningFile): FieldProblem | null {
  const modes = settingModes(file);
  for (const name of needed) {
    const mode = modes.get(name) ?? 'default';
    if (mode === 'default' || (fileValue(file, name) ?? '') !== '') continue;
    return { field: mode, reason: `${name} needs a value in this file, since nobody could set it` };
  }
  return null;
}

function unsignedFeed({ updates }: ProvisioningFile): FieldProblem | null {
  if ((updates?.feed ?? '') === '' || (updates?.key ?? '') !== '') return null;
  return { field: 'updates.key', reason: 'a feed needs the key that its manifests are signed with' };
}

function strangePage({ screenPop }: ProvisioningFile): FieldProblem | null {
  for (const slot of popSlots) {
    const host = strangeHost(screenPop?.[slot] ?? '', screenPop?.allowedHosts ?? []);
    if (host !== null) return { field: `screenPop.${slot}`, reason: `${host} is not among allowedHosts` };
  }
  return null;
}

function hotkeyProblem({ hotkeys = {} }: ProvisioningFile, platform: NodeJS.Platform): FieldProblem | null {
  const none = { ...defaultSettings.hotkeys, quickDial: '', dialSelection: '' };
  const { direct: _direct, ...keys } = hotkeys;
  const given = Object.fromEntries(Object.entries(keys).filter(([, key]) => key !== undefined));
  const problem = changedHotkeyProblem(none, { ...none, ...given }, platform === 'darwin');
  if (problem === null) return null;
  const { action, why, other } = problem;
  return { field: `hotkeys.${action}`, reason: other === null ? `it is ${why}` : `it is that of ${other} as well` };
}
