import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createKeptElsewhere } from '../../electron/desk/kept-elsewhere.ts';
import { createProfileChanges } from '../../electron/desk/profile-changes.ts';
import { createSettingsChanges } from '../../electron/desk/settings-changes.ts';
import { applyProvisioningFile } from '../../electron/provisioning/apply-provisioning-file.ts';
import { applySystemFile } from '../../electron/provisioning/apply-system-file.ts';
import { createCredentialVault } from '../../electron/storage/credential-vault.ts';
import { createSettingsStore } from '../../electron/storage/settings-store.ts';
import { profilesOf } from '../../shared/settings/profiles.ts';
import { loginItem, memoryFile, secretBox } from './settings-fakes.ts';
import { temporaryFolder } from './temporary-folder.ts';

export const isRoot = process.getuid?.() === 0;
export const address = 'https://pbx.example';
export const password = 'canary-of-the-password';

/** A computer with its file for everybody, on which the program can be started again and again. */
export function computer(key: string | null = 'k') {
  const folder = temporaryFolder('etc');
  const file = join(folder, 'provisioning.json');
  const settings = memoryFile();
  const credentials = memoryFile();
  const atLogin = loginItem();
  const lines: string[] = [];
  const write = (level: string) => (message: string, data?: object) =>
    void lines.push(`${level} ${message} ${JSON.stringify(data ?? {})}`);
  const log = { info: write('info'), warn: write('warn'), error: write('error') };
  const start = (variables: Readonly<Record<string, string>> = {}, given: object | null = null) => {
    const store = createSettingsStore(settings, log);
    const vault = createCredentialVault(credentials, secretBox(key), log, {
      active: () => store.read().profile.id,
      all: () => profilesOf(store.read()).map(({ id }) => id),
    });
    const changes = createSettingsChanges({ store, vault, platform: 'linux' });
    const keptElsewhere = createKeptElsewhere({ store, vault, atLogin });
    const profiles = createProfileChanges({
      store,
      vault,
      newId: () => 'p0000000b',
      inCall: () => false,
      hasCalls: () => false,
      forget: () => undefined,
    });
    const common = {
      platform: process.platform,
      variables: new Map(Object.entries(variables)),
      vault,
      inFirst: profiles.inFirst,
      log,
    };
    const system = applySystemFile({ ...common, places: [file], store, changes, atLogin });
    const own = join(temporaryFolder('own'), 'own.json');
    if (given !== null) writeFileSync(own, JSON.stringify({ version: 1, ...given }));
    const applied =
      given === null ? null : applyProvisioningFile(own, { ...common, apply: changes.provision, keptElsewhere });
    return { store, vault, changes, keptElsewhere, profiles, system, given: applied?.became ?? null };
  };
  return {
    folder,
    file,
    start,
    atLogin,
    settings,
    credentials,
    log: () => lines.join('\n'),
    write: (content: object | string) =>
      writeFileSync(file, typeof content === 'string' ? content : JSON.stringify({ version: 1, ...content }), {
        mode: 0o644,
      }),
    secretFile(name: string, text: string) {
      const path = join(folder, name);
      writeFileSync(path, text, { mode: 0o600 });
      return path;
    },
  };
}

/** What is said of a setting that is the administrator's. */
export const locked = (setting: string) => ({ ok: false, error: { code: 'settings-locked', setting } });
