import { createDemoMode } from '../desk/demo-mode.ts';
import { effectiveSettings, profileOf } from '../desk/effective-settings.ts';
import { createSettingsChanges } from '../desk/settings-changes.ts';
import type { Log } from '../logging/log.ts';
import type { CredentialVault } from '../storage/credential-vault.ts';
import { openJsonFile } from '../storage/json-file.ts';
import { createSettingsStore } from '../storage/settings-store.ts';

/** What is set up, and whose calls these are. */
export function wireSettings(userDataDir: string, vault: CredentialVault, log: Log) {
  const store = createSettingsStore(openJsonFile(userDataDir, 'settings', log), log);
  const demo = createDemoMode();
  const effective = () => effectiveSettings(store.read(), demo.address());
  const profile = () => profileOf(store.read());
  return {
    store,
    vault,
    demo,
    changes: createSettingsChanges({ store, vault, platform: process.platform }),
    effective,
    profile,
    own: () => ({ profile: profile(), agentNumber: effective().identity.caller }),
  };
}

export type WiredSettings = ReturnType<typeof wireSettings>;
