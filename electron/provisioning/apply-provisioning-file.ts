import type { DialerError } from '../../shared/errors.ts';
import type { AppState } from '../../shared/ipc/app-state-schema.ts';
import type { Result } from '../../shared/result.ts';
import type { ProvisioningFile } from '../../shared/settings/provisioning-schema.ts';
import type { Log } from '../logging/log.ts';
import { readProvisioningFile } from './read-provisioning-file.ts';

/** What became of the administrator's file at the start, for the window and the log. */
export function applyProvisioningFile(
  file: string,
  deps: { readonly apply: (content: ProvisioningFile) => Result<unknown, DialerError>; readonly log: Log },
): NonNullable<AppState['provisioning']> {
  const read = readProvisioningFile(file);
  const applied = read.ok ? deps.apply(read.value) : read;
  if (applied.ok) return { state: 'applied', file };
  deps.log.error('The provisioning file was not applied', { ...applied.error });
  return { state: 'failed', error: applied.error };
}
