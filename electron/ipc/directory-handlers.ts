import type { DirectoryStatus, PresenceSnapshot } from '../../shared/ipc/directory-contract.ts';
import { succeed } from '../../shared/result.ts';
import type { PauseAgent } from '../desk/agent-pause.ts';
import type { HandlersOf } from './router.ts';

/** What a page asks of colleagues and queues. */
export interface DirectoryDesk {
  status(): DirectoryStatus;
  refresh(): Promise<void>;
  presence(): PresenceSnapshot;
  readonly pauseAgent: PauseAgent;
}

export function createDirectoryHandlers(directory: DirectoryDesk): HandlersOf<'directory' | 'presence'> {
  return {
    'directory:read': () => succeed(directory.status()),
    'directory:refresh': async () => {
      await directory.refresh();
      return succeed({});
    },
    'presence:read': () => succeed(directory.presence()),
    'presence:pause': (wish) => directory.pauseAgent(wish),
  };
}
