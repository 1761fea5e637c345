import { createDemoMode } from '../desk/demo-mode.ts';
import { effectiveSettings, profileOf } from '../desk/effective-settings.ts';
import { type AtLogin, createKeptElsewhere } from '../desk/kept-elsewhere.ts';
import { createSettingsChanges } from '../desk/settings-changes.ts';
import type { CredentialVault } from '../storage/credential-vault.ts';
import type { SettingsStore } from '../storage/settings-store.ts';

/** What is set up, and whose calls these are. */
export function wireSettings(store: SettingsStore, vault: CredentialVault, atLogin: AtLogin) {
  const demo = createDemoMode();
  const effective = () => effectiveSettings(store.read(), demo.address());
  const profile = () => profileOf(store.read());
  return {
    store,
    vault,
    demo,
    changes: createSettingsChanges({ store, vault, platform: process.platform }),
    keptElsewhere: createKeptElsewhere({ store, vault, atLogin }),
    effective,
    profile,
    /** Every one that calls may belong to, but the demo. */
    allProfiles: () => {
      const { profile, otherProfiles, formerProfiles } = store.read();
      return [profile, ...otherProfiles, ...formerProfiles].map(({ id }) => id);
    },
    own: () => ({ profile: profile(), agentNumber: effective().identity.caller }),
  };
}

export type WiredSettings = ReturnType<typeof wireSettings>;
