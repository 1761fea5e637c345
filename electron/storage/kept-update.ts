import { type NotInstalled, notInstalledSchema } from '../../shared/ipc/updates-contract.ts';
import type { JsonFile } from './json-file.ts';

/** What could not be installed, for the next start; its file is opened where there is a feed. Once that version runs, whoever brought it, there is nothing to tell. */
export function keptUpdate(file: () => Pick<JsonFile, 'read' | 'write'>, runningVersion: string) {
  return {
    read(): NotInstalled | null {
      const read = notInstalledSchema.safeParse(file().read()['notInstalled']);
      return read.success && read.data.version !== runningVersion ? read.data : null;
    },
    write: (notInstalled: NotInstalled | null) => file().write(notInstalled === null ? {} : { notInstalled }),
  };
}
