import type { AppState } from '../../shared/ipc/app-state-schema.ts';
import type { ManagedRecord } from '../../shared/settings/managed-record.ts';
import type { ProfileChanges } from '../desk/profile-changes.ts';
import { applyProvisioningFile } from '../provisioning/apply-provisioning-file.ts';
import { applySystemFile, type Managed } from '../provisioning/apply-system-file.ts';
import { systemFilePlaces } from '../provisioning/system-file-place.ts';
import type { Foundation } from './foundation.ts';
import type { WiredSettings } from './wire-settings.ts';

/** The administrator's files: the one for the whole computer, then the one that this start was given. */
export function wireProvisioning(
  { log }: Foundation,
  { store, vault, changes, keptElsewhere }: WiredSettings,
  { inFirst }: Pick<ProfileChanges, 'inFirst'>,
  from: { readonly provisioningFile: string | null; readonly secretVariables: ReadonlyMap<string, string> },
) {
  let given: AppState['provisioning'] = null;
  let system: Managed = { file: null, error: null, secretFiles: [] };
  const common = { platform: process.platform, variables: from.secretVariables, vault, inFirst, log };
  return {
    /** At the start, before anything follows the settings. */
    apply() {
      const places = systemFilePlaces(process.platform, process.env);
      system = applySystemFile({ ...common, places, store, changes, atLogin: keptElsewhere.atLogin });
      if (from.provisioningFile === null) return;
      const { became, secretFiles } = applyProvisioningFile(from.provisioningFile, {
        ...common,
        apply: changes.provision,
        keptElsewhere,
      });
      given = became;
      system = { ...system, secretFiles: [...system.secretFiles, ...secretFiles] };
    },
    state: (): Pick<AppState, 'provisioning' | 'managed'> => ({
      provisioning: given,
      managed: { ...system, ...modes(store.managed()) },
    }),
  };
}

function modes(record: ManagedRecord): Pick<AppState['managed'], 'locked' | 'hidden' | 'defaults'> {
  const named = (mode: string) => [...record].filter(([, setting]) => setting.mode === mode);
  return {
    locked: named('locked').map(([name]) => name),
    hidden: named('hidden').map(([name]) => name),
    defaults: Object.fromEntries(named('default').map(([name, { given: value }]) => [name, value])),
  };
}
