import { join } from 'node:path';

const name = 'provisioning.json';

/**
 * Where the administrator's file for the whole computer is. Fixed, except for the drive of Windows: whoever could name another place, by a
 * variable or an argument, would be free of every lock.
 */
export function systemFilePlaces(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): readonly string[] {
  switch (platform) {
    case 'win32': {
      const named = environment['ProgramData'];
      const usual = 'C:\\ProgramData';
      // The usual one first, so that a variable set by a person takes its place only where there is none.
      return [usual, ...(named === undefined || named === '' || named === usual ? [] : [named])].map(
        (folder) => `${folder}\\Dialdesk\\${name}`,
      );
    }
    case 'darwin':
      return [join('/Library/Application Support/Dialdesk', name)];
    default:
      return [join('/etc/dialdesk', name)];
  }
}
